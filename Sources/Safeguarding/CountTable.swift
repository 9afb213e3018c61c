// SPDX-License-Identifier: Apache-2.0

/// Counts in rows and columns, by codes. Every concern stands in one row and one column, so that the margins are sums.
public struct CountTable: Sendable, Hashable {
    /// The codes of the rows.
    public let rows: [String]
    /// The codes of the columns.
    public let columns: [String]
    /// The counts, row by row.
    public private(set) var counts: [[Int]]

    /// A table of zeros.
    public init(rows: [String], columns: [String]) {
        self.rows = rows
        self.columns = columns
        counts = [[Int]](repeating: [Int](repeating: 0, count: columns.count), count: rows.count)
    }

    /// Adds to one cell; what has no such row or column is left out, and said so by the answer.
    @discardableResult
    public mutating func add(_ count: Int, row: String, column: String) -> Bool {
        guard let r = rows.firstIndex(of: row), let c = columns.firstIndex(of: column) else { return false }
        counts[r][c] += count
        return true
    }

    /// The sums of the rows.
    public var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }
    /// The sums of the columns.
    public var columnTotals: [Int] { columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } } }
    /// How many there are in all.
    public var total: Int { rowTotals.reduce(0, +) }
}

/// A count as it may be shown.
public enum ShownCount: Sendable, Hashable, Codable {
    /// Shown, rounded. 0 is a true zero.
    case about(Int)
    /// Not shown, so that nobody can be found.
    case hidden

    /// The number, where it is shown.
    public var number: Int? {
        switch self {
        case .about(let number): number
        case .hidden: nil
        }
    }

    /// A hidden count is null.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .hidden : .about(try container.decode(Int.self))
    }

    /// A hidden count is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .about(let number): try container.encode(number)
        case .hidden: try container.encodeNil()
        }
    }
}

/// A table as it may be shown: from it, and from all others that were shown with it, no hidden count can be computed.
public struct ShownTable: Sendable, Hashable, Codable {
    /// The codes of the rows.
    public let rows: [String]
    /// The codes of the columns.
    public let columns: [String]
    /// The counts, row by row.
    public let counts: [[ShownCount]]
    /// The sums of the rows.
    public let rowTotals: [ShownCount]
    /// The sums of the columns.
    public let columnTotals: [ShownCount]
    /// How many there are in all.
    public let total: ShownCount
}
