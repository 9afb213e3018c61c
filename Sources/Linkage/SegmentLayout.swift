// SPDX-License-Identifier: Apache-2.0

/// Where the columns of a segment stand. All numbers are little-endian; sections start at multiples of eight.
///
/// Header (64 bytes): magic, version, then counts of rows, groups, keys, postings, bytes of values. Then the columns in the order of
/// `Column`, then a checksum of everything before it. Written for little-endian machines: others find the magic wrong.
struct SegmentLayout: Equatable {
    static let magic: UInt64 = 0x31_47_45_53_4B_4E_49_4C  // "LINKSEG1"
    static let version: UInt64 = 1
    static let headerBytes = 64

    let rows: Int
    let groups: Int
    let keys: Int
    let postings: Int
    let valueBytes: Int

    enum Column: Int, CaseIterable {
        case idHigh, idLow, groupHigh, groupLow, keys
        case groupOf, groupOffsets, groupRows, valueOffsets, keyOffsets, postings
        case kinds, values
    }

    /// How many bytes a column has.
    func bytes(of column: Column) -> Int {
        switch column {
        case .idHigh, .idLow: rows * 8
        case .groupHigh, .groupLow: groups * 8
        case .keys: keys * 8
        case .groupOf, .groupRows: rows * 4
        case .groupOffsets: (groups + 1) * 4
        case .valueOffsets: (rows + 1) * 4
        case .keyOffsets: (keys + 1) * 4
        case .postings: postings * 4
        case .kinds: rows
        case .values: valueBytes
        }
    }

    /// Where each column starts, and at the end where the checksum stands.
    var offsets: [Int] {
        var offsets: [Int] = []
        var at = Self.headerBytes
        for column in Column.allCases {
            offsets.append(at)
            at += (bytes(of: column) + 7) & ~7
        }
        offsets.append(at)
        return offsets
    }

    /// Bytes in all.
    var totalBytes: Int { (offsets.last ?? 0) + 8 }

    /// The layout that a header states; nil when a count is out of reason.
    init?(header: [UInt64]) {
        guard header.count == 8, header[2...6].allSatisfy({ $0 < 1 << 31 }) else { return nil }
        self.init(
            rows: Int(header[2]), groups: Int(header[3]), keys: Int(header[4]), postings: Int(header[5]), valueBytes: Int(header[6]))
    }

    init(rows: Int, groups: Int, keys: Int, postings: Int, valueBytes: Int) {
        self.rows = rows
        self.groups = groups
        self.keys = keys
        self.postings = postings
        self.valueBytes = valueBytes
    }

    /// The header of this layout.
    var header: [UInt64] {
        [Self.magic, Self.version, UInt64(rows), UInt64(groups), UInt64(keys), UInt64(postings), UInt64(valueBytes), 0]
    }
}
