// SPDX-License-Identifier: Apache-2.0

import CLibPQ
import Storage

extension StorageError {
    /// Translates a failed result. Of the server's words only names of constraints and columns are taken, and the message where its class of errors
    /// speaks of the statement or the server: other messages quote values.
    init(result: OpaquePointer?, sql: String?) {
        let state = Self.field(result, "C") ?? ""
        let quotable = ["08", "28", "3D", "42", "53", "55", "57", "58"].contains(String(state.prefix(2)))
        self.init(
            Self.code(state, result), statement: sql, engineCode: state.isEmpty ? nil : state,
            detail: quotable ? Self.field(result, "M") : nil)
    }

    private static func code(_ state: String, _ result: OpaquePointer?) -> Code {
        switch state {
        case "23505": .uniqueViolation(constraint: field(result, "n") ?? "")
        case "23503": .foreignKeyViolation
        case "23514": .checkViolation(constraint: field(result, "n") ?? "")
        case "23502": .notNullViolation(column: field(result, "c") ?? "")
        case "40001", "40P01": .serialization
        case "25006": .readOnly
        case "25P02": .transactionFailed
        case "53100": .full
        case "53300", "57P03", "3D000": .unavailable
        case "55P03": .busy
        case "57014": .timeout
        case "57P01", "57P02", "": .connectionLost
        case "58030": .inputOutput
        case "XX001", "XX002": .corrupt
        case "42804": .invalidValue
        default: code(ofClass: state.prefix(2))
        }
    }

    private static func code(ofClass state: Substring) -> Code {
        switch state {
        case "08": .connectionLost
        case "22", "54": .invalidValue
        case "28": .unavailable
        case "42": .invalidStatement
        case "53": .busy
        default: .unexpected
        }
    }

    /// A field of the error report: `C` the SQLSTATE, `M` the message, `n` the constraint, `c` the column.
    private static func field(_ result: OpaquePointer?, _ letter: Unicode.Scalar) -> String? {
        guard let result, let text = PQresultErrorField(result, Int32(letter.value)) else { return nil }
        return String(cString: text)
    }
}
