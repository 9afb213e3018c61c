// SPDX-License-Identifier: Apache-2.0

/// Compares the stored nodes with those computed from the bodies, level by level.
struct NodeCheck: Sendable {
    /// The hashes of the present level; nil where an entry is missing below.
    private var computed: [LedgerHash?] = []
    private var level = 0
    private var index = 0
    private var finished = false

    mutating func leaf(_ hash: LedgerHash, at seq: Int) {
        guard seq >= 0 else { return }
        // A gap in the sequence is bounded by what was fed: no number in the store may make us take memory.
        if seq == computed.count {
            computed.append(hash)
        } else if seq > computed.count, seq - computed.count < 1024 {
            computed += [LedgerHash?](repeating: nil, count: seq - computed.count) + [hash]
        }
    }

    mutating func compare(level wanted: Int, index place: Int, hash: LedgerHash, findings: inout FindingList) {
        while level < wanted, !finished { nextLevel(findings: &findings) }
        guard !finished, wanted == level, place >= index, place < computed.count else {
            return findings.add(.nodeWrong, "The stored node \(wanted)/\(place) belongs to no entries.")
        }
        skip(to: place, findings: &findings)
        index = place + 1
        guard let right = computed[place], right != hash else { return }
        if level == 0 {
            findings.add(.entryChanged, seq: place, "Entry \(place) doesn't match its leaf hash: its body or the hash was changed.")
        } else {
            findings.add(.nodeWrong, "The stored node \(level)/\(place) doesn't match the entries below it.")
        }
    }

    mutating func finish(findings: inout FindingList) {
        while !finished { nextLevel(findings: &findings) }
    }

    private mutating func skip(to place: Int, findings: inout FindingList) {
        while index < place {
            if computed[index] != nil {
                findings.add(.nodeWrong, seq: level == 0 ? index : nil, "The stored node \(level)/\(index) is missing.")
            }
            index += 1
        }
    }

    private mutating func nextLevel(findings: inout FindingList) {
        skip(to: computed.count, findings: &findings)
        var above: [LedgerHash?] = []
        above.reserveCapacity(computed.count / 2)
        for pair in 0..<(computed.count / 2) {
            if let left = computed[2 * pair], let right = computed[2 * pair + 1] {
                above.append(MerkleTree.nodeHash(left, right))
            } else {
                above.append(nil)
            }
        }
        finished = above.isEmpty
        computed = above
        level += 1
        index = 0
    }
}
