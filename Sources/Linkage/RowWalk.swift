// SPDX-License-Identifier: Apache-2.0

/// Where a record stands in a snapshot: segment in the upper half, row in the lower.
struct RowPlace: Hashable, Comparable {
    let code: UInt64

    init(segment: Int, row: UInt32) { code = UInt64(segment) << 32 | UInt64(row) }

    var segment: Int { Int(code >> 32) }
    var row: Int { Int(code & 0xFFFF_FFFF) }

    static func < (left: RowPlace, right: RowPlace) -> Bool { left.code < right.code }
}

/// Follows keys to the living rows that a caller may see.
struct RowWalk {
    let snapshot: Snapshot
    let visibility: Visibility

    /// Appends the visible rows of a key if they are at most `limit`, and says how many there are. All or none: a part would depend on
    /// the order in which records came.
    @discardableResult
    func rows(of key: UInt64, limit: Int, into places: inout [RowPlace]) -> Int {
        let before = places.count
        var count = 0
        for (index, state) in snapshot.segments.enumerated() {
            for row in state.segment.rows(ofKey: key) where state.isLive(Int(row)) && visibility(state.tags[Int(row)]) {
                count += 1
                if count <= limit { places.append(RowPlace(segment: index, row: row)) }
            }
        }
        if count > limit { places.removeSubrange(before...) }
        return count
    }

    /// How many visible rows a key has.
    func count(of key: UInt64) -> Int {
        var none: [RowPlace] = []
        return rows(of: key, limit: 0, into: &none)
    }
}
