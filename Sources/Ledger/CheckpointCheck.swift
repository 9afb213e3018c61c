// SPDX-License-Identifier: Apache-2.0

/// Compares the roots computed from the bodies with every checkpoint known.
struct CheckpointCheck: Sendable {
    private struct Head: Sendable {
        let size: Int
        let root: LedgerHash
        let outside: Bool
    }

    /// By ascending size; those before `next` were compared.
    private var heads: [Head] = []
    private var next = 0
    private var lastFitting = 0
    private var mismatched: Set<Bool> = []

    init(key: VerifierKey, stored: [(size: Int, note: String)], outside: [String], findings: inout FindingList) {
        for (size, note) in stored { open(note, storedSize: size, key: key, findings: &findings) }
        for note in outside { open(note, storedSize: nil, key: key, findings: &findings) }
        heads.sort { $0.size < $1.size }
        // A log of no entries is signed for with one root.
        while next < heads.count, heads[next].size == 0 {
            if heads[next].root != MerkleTree.emptyRoot { mismatch(heads[next], findings: &findings) }
            next += 1
        }
    }

    /// Whether a note that could be read came from outside.
    var hasOutside: Bool { heads.contains { $0.outside } }

    /// Whether some checkpoint signs for exactly so many entries: only there is the root worth computing.
    func wants(_ size: Int) -> Bool { next < heads.count && heads[next].size == size }

    mutating func reached(size: Int, root: LedgerHash, findings: inout FindingList, report: inout VerificationReport) {
        var fits = false
        while next < heads.count, heads[next].size == size {
            let head = heads[next]
            next += 1
            if head.root == root {
                fits = true
                report.signedSize = size
                if head.outside { report.outsideCheckpoints += 1 } else { report.checkpoints += 1 }
            } else {
                mismatch(head, findings: &findings)
            }
        }
        if fits { lastFitting = size }
    }

    mutating func finish(size: Int, whole: Bool, findings: inout FindingList) {
        for head in heads[min(next, heads.count)...] {
            if head.size > size {
                findings.add(
                    .logShorter, checkpoint: head.size, outside: head.outside,
                    "The log has \(size) entries, but \(place(head)) signs for \(head.size): the end was cut off or an old copy restored.")
            } else if !whole {
                mismatch(head, findings: &findings)
            }
        }
    }

    private mutating func open(_ note: String, storedSize: Int?, key: VerifierKey, findings: inout FindingList) {
        do {
            let checkpoint = try key.open(note)
            if let storedSize, storedSize != checkpoint.size {
                findings.add(
                    .checkpointUnreadable, checkpoint: storedSize,
                    "The checkpoint filed under size \(storedSize) signs for \(checkpoint.size).")
            }
            heads.append(Head(size: checkpoint.size, root: checkpoint.root, outside: storedSize == nil))
        } catch {
            let name = storedSize.map { "The checkpoint filed under size \($0)" } ?? "A checkpoint kept outside"
            findings.add(
                .checkpointUnreadable, checkpoint: storedSize, outside: storedSize == nil,
                "\(name) is not one of this log signed by the given key.")
        }
    }

    /// Once a root differs all later ones do: the first of each source says where.
    private mutating func mismatch(_ head: Head, findings: inout FindingList) {
        guard mismatched.insert(head.outside).inserted else { return }
        findings.add(
            .checkpointMismatch, checkpoint: head.size, outside: head.outside,
            "The first \(head.size) entries are not those that \(place(head)) signs for; the first \(lastFitting) are as signed.")
    }

    private func place(_ head: Head) -> String {
        head.outside ? "the checkpoint kept outside at \(head.size)" : "the stored checkpoint at \(head.size)"
    }
}
