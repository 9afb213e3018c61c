// SPDX-License-Identifier: Apache-2.0

/// Checking of proofs (RFC 6962 §2.1, algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2).
///
/// A root doesn't commit to its size: with a size from elsewhere a wrong proof can be accepted (SECURITY §4.9). So the
/// public doors take size and root together, out of a note whose signature was checked.
public enum MerkleProof {
    /// Whether the entry with this leaf hash stands at `index` of the log that the checkpoint signs.
    public static func includes(_ leaf: LedgerHash, at index: Int, proof: [LedgerHash], in checkpoint: VerifiedCheckpoint) -> Bool {
        inclusion(leaf: leaf, index: index, size: checkpoint.size, proof: proof, root: checkpoint.root)
    }

    /// Whether the newer checkpoint's log begins with the whole of the older one's.
    public static func extends(_ old: VerifiedCheckpoint, to new: VerifiedCheckpoint, proof: [LedgerHash]) -> Bool {
        guard old.origin == new.origin else { return false }
        return consistency(old: old.size, size: new.size, proof: proof, oldRoot: old.root, root: new.root)
    }

    static func inclusion(leaf: LedgerHash, index: Int, size: Int, proof: [LedgerHash], root: LedgerHash) -> Bool {
        guard index >= 0, index < size else { return false }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in proof {
            if last == 0 { return false }
            if place & 1 == 1 || place == last {
                hash = MerkleTree.nodeHash(sibling, hash)
                while place != 0, place & 1 == 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    static func consistency(old: Int, size: Int, proof: [LedgerHash], oldRoot: LedgerHash, root: LedgerHash) -> Bool {
        guard old > 0, old <= size else { return false }
        if old == size { return proof.isEmpty && oldRoot == root }
        var place = old - 1
        var last = size - 1
        var rest = proof[...]
        let first: LedgerHash
        if old & (old - 1) == 0 {
            first = oldRoot
        } else {
            guard let hash = rest.popFirst() else { return false }
            first = hash
        }
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var (oldHash, newHash) = (first, first)
        for sibling in rest {
            if last == 0 { return false }
            if place & 1 == 1 || place == last {
                oldHash = MerkleTree.nodeHash(sibling, oldHash)
                newHash = MerkleTree.nodeHash(sibling, newHash)
                while place != 0, place & 1 == 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                newHash = MerkleTree.nodeHash(newHash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && oldHash == oldRoot && newHash == root
    }
}
