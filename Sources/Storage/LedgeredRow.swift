// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Vault

extension SQLValue {
    /// The value as the ledger's digest sees it.
    var columnValue: ColumnValue {
        switch self {
        case .null: .null
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        case .blob(let bytes): .blob(bytes)
        }
    }
}

/// A new row of a ledgered table, salted and digested before the transaction begins: nothing is hashed while the writer is held
/// (DESIGN rule 7).
public struct LedgeredRow: Sendable {
    let table: String
    let columns: [String]
    let values: [SQLValue]
    let object: ObjectRef

    /// Makes a row. Columns that are left out are null.
    public init(_ table: String, _ columns: KeyValuePairs<String, SQLValue>, random: Randomness) {
        let salt = random(RowDigest.saltLength)
        self.table = table
        self.columns = columns.map(\.key) + [RowDigest.saltColumn]
        self.values = columns.map(\.value) + [.blob(salt)]
        object = Self.object(table, columns.map { ($0.key, $0.value) }, salt: salt)
    }

    static func object(_ table: String, _ columns: [(String, SQLValue)], salt: [UInt8]) -> ObjectRef {
        let key = Schema.key(of: table).map { name in columns.first { $0.0 == name }?.1.columnValue ?? .null }
        let digest = RowDigest.digest(table: table, columns: columns.map { (name: $0.0, value: $0.1.columnValue) }, salt: salt)
        return ObjectRef(kind: table, id: PrimaryKeyText.text(of: key), digest: digest)
    }
}
