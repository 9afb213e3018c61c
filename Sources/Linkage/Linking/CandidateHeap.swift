// SPDX-License-Identifier: Apache-2.0

/// Pairs of groups that might join, the best first; equals by their first units, so that nothing depends on the order of coming.
struct CandidateHeap {
    struct Entry {
        let evidence: Double
        let left: Int
        let right: Int
        let leftVersion: Int
        let rightVersion: Int
        let first: UInt32
        let second: UInt32

        func isBefore(_ other: Entry) -> Bool {
            if evidence != other.evidence { return evidence > other.evidence }
            return (min(first, second), max(first, second)) < (min(other.first, other.second), max(other.first, other.second))
        }
    }

    private var entries: [Entry] = []

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].isBefore(entries[parent]) else { break }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> Entry? {
        guard let first = entries.first else { return nil }
        let last = entries.removeLast()
        if entries.isEmpty { return first }
        entries[0] = last
        var parent = 0
        while true {
            var best = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && entries[child].isBefore(entries[best]) {
                best = child
            }
            if best == parent { break }
            entries.swapAt(parent, best)
            parent = best
        }
        return first
    }
}
