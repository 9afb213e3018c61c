// SPDX-License-Identifier: Apache-2.0

/// Why a register can't be read or linked. Says where and what to do; holds no value of any record.
public enum RegisterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is not there or can't be read.
    case unreadable(path: String)
    /// No line of headers, or no record below it.
    case empty
    /// A field longer than the limit.
    case longField(line: Int, column: Int, limit: Int)
    /// A quoted field that is never closed.
    case openQuote(line: Int)
    /// More columns than the limit.
    case manyColumns(limit: Int)
    /// A row with more fields than there are headers.
    case raggedRow(line: Int, fields: Int, headers: Int)
    /// Two records bear one id.
    case repeatedID(firstLine: Int, secondLine: Int)
    /// A named column is not in the file.
    case noColumn(named: String)
    /// Nothing that could be compared was recognised.
    case nothingToCompare(headers: [String])
    /// A rule would make more pairs than allowed.
    case tooManyPairs(rule: String, pairs: Int, limit: Int)
    /// A model can't be used with this register.
    case model(reason: String)
    /// A result can't be written.
    case unwritable(path: String)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path): "\(path) can't be read: look at the path and its permissions."
        case .empty: "The register is empty: a line of headers and at least one record are needed."
        case .longField(let line, let column, let limit):
            "Line \(line), field \(column) is longer than \(limit) bytes: this is no field of a register. Look for a quote that is not closed."
        case .openQuote(let line): "A quote opened on line \(line) is never closed: mend that line."
        case .manyColumns(let limit): "There are more than \(limit) columns: leave out those that say nothing about the person."
        case .raggedRow(let line, let fields, let headers):
            "Line \(line) has \(fields) fields, the header \(headers): quote the fields that hold the delimiter."
        case .repeatedID(let first, let second):
            "Lines \(first) and \(second) bear the same id: name another column with --column id=NAME, or give each record its own."
        case .noColumn(let name): "There is no column \(name): write the header as it stands in the file."
        case .nothingToCompare(let headers):
            "No column was recognised among \(Self.plain(headers)): name them with --column role=NAME."
        case .tooManyPairs(let rule, let pairs, let limit):
            "The rule \(rule) would make \(pairs) pairs, more than \(limit): give a column that parts the records further."
        case .model(let reason): "The model can't be used: \(reason)."
        case .unwritable(let path): "\(path) can't be written: look at the folder and its permissions."
        }
    }

    /// The first headers, shortened, without signs that a terminal would obey: the file may be none of text.
    private static func plain(_ headers: [String]) -> String {
        let shown = headers.prefix(12).map { header in
            String(String.UnicodeScalarView(header.unicodeScalars.prefix(40).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
        }
        return shown.joined(separator: ", ") + (headers.count > 12 ? " …" : "")
    }
}
