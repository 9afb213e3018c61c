// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A stored node: the hash of the perfect subtree of 2^level leaves that begins at leaf `index << level`.
public struct MerkleNode: Sendable, Hashable {
    /// 0 for a leaf.
    public let level: Int
    /// Place within its level, from 0.
    public let index: Int
    /// RFC 6962 hash.
    public let hash: LedgerHash

    /// A node as it stands in `ledger_node`.
    public init(level: Int, index: Int, hash: LedgerHash) {
        self.level = level
        self.index = index
        self.hash = hash
    }
}

/// The Merkle tree of RFC 6962 §2.1, over nodes that somebody else keeps. `read(level, index)` gives the hash of a perfect
/// subtree lying wholly within the tree; what it throws is passed on.
public enum MerkleTree {
    /// Root of the empty tree: SHA-256 of nothing.
    public static let emptyRoot = SHA256.hash(data: [UInt8]()).withUnsafeBytes { LedgerHash(digest: $0) }

    /// SHA-256(0x00 ‖ body).
    public static func leafHash(_ body: [UInt8]) -> LedgerHash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
        body.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return hasher.finalize().withUnsafeBytes { LedgerHash(digest: $0) }
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    public static func nodeHash(_ left: LedgerHash, _ right: LedgerHash) -> LedgerHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * LedgerHash.length, alignment: 8) { buffer in
            buffer[0] = 1
            left.write(to: UnsafeMutableRawBufferPointer(rebasing: buffer[1...]))
            right.write(to: UnsafeMutableRawBufferPointer(rebasing: buffer[(1 + LedgerHash.length)...]))
            var hasher = SHA256()
            hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return hasher.finalize().withUnsafeBytes { LedgerHash(digest: $0) }
        }
    }

    /// Root of the first `size` leaves.
    public static func root<E: Error>(size: Int, read: (_ level: Int, _ index: Int) throws(E) -> LedgerHash) throws(E) -> LedgerHash {
        size <= 0 ? emptyRoot : try hash(of: 0..<size, read: read)
    }

    /// The hashes that lead from leaf `index` to the root of the first `size` leaves, leaf end first (RFC 6962 §2.1.1).
    /// Empty when the leaf is not in that tree.
    public static func inclusionProof<E: Error>(
        index: Int, size: Int, read: (_ level: Int, _ index: Int) throws(E) -> LedgerHash
    ) throws(E) -> [LedgerHash] {
        guard index >= 0, index < size else { return [] }
        var proof: [LedgerHash] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + split(range.count)
            if index < middle {
                proof.append(try hash(of: middle..<range.upperBound, read: read))
                range = range.lowerBound..<middle
            } else {
                proof.append(try hash(of: range.lowerBound..<middle, read: read))
                range = middle..<range.upperBound
            }
        }
        return proof.reversed()
    }

    /// The hashes that show that the first `old` leaves of the tree of `size` leaves are the older tree (RFC 6962 §2.1.2).
    /// Empty when there is nothing to show (`old` 0 or equal to `size`) or `old` is larger.
    public static func consistencyProof<E: Error>(
        from old: Int, to size: Int, read: (_ level: Int, _ index: Int) throws(E) -> LedgerHash
    ) throws(E) -> [LedgerHash] {
        guard old > 0, old < size else { return [] }
        var proof: [LedgerHash] = []
        var range = 0..<size
        var whole = true
        // `old` is a leaf number throughout: the walk goes down to the subtree that ends there.
        while old != range.upperBound {
            let middle = range.lowerBound + split(range.count)
            if old <= middle {
                proof.append(try hash(of: middle..<range.upperBound, read: read))
                range = range.lowerBound..<middle
            } else {
                proof.append(try hash(of: range.lowerBound..<middle, read: read))
                range = middle..<range.upperBound
                whole = false
            }
        }
        if !whole { proof.append(try hash(of: range, read: read)) }
        return proof.reversed()
    }

    /// The largest power of two below `count` (count > 1).
    private static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }

    private static func hash<E: Error>(
        of range: Range<Int>, read: (_ level: Int, _ index: Int) throws(E) -> LedgerHash
    ) throws(E) -> LedgerHash {
        let count = range.count
        if count & (count - 1) == 0, range.lowerBound.isMultiple(of: count) {
            return try read(count.trailingZeroBitCount, range.lowerBound / count)
        }
        let middle = range.lowerBound + split(count)
        return nodeHash(try hash(of: range.lowerBound..<middle, read: read), try hash(of: middle..<range.upperBound, read: read))
    }
}
