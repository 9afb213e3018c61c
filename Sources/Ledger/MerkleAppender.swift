// SPDX-License-Identifier: Apache-2.0

/// The growing edge of the tree: appends leaves and says which nodes to store, each perfect subtree once.
///
/// A value: append to a copy, store the nodes in a transaction, and keep the copy only after the commit.
public struct MerkleAppender: Sendable, Hashable {
    /// Leaves so far, which is the next sequence number.
    public private(set) var size: Int
    /// Roots of the perfect subtrees that make up the tree, largest first: one for each bit set in `size`.
    private var frontier: [LedgerHash] = []

    /// The edge of an empty log.
    public init() { size = 0 }

    /// The edge of a stored log: reads one node for each bit set in `size`, after that none.
    public init<E: Error>(size: Int, read: (_ level: Int, _ index: Int) throws(E) -> LedgerHash) throws(E) {
        self.size = max(0, size)
        for level in stride(from: Int.bitWidth - 2, through: 0, by: -1) where self.size >> level & 1 == 1 {
            frontier.append(try read(level, self.size >> level - 1))
        }
    }

    /// Adds one leaf; `store` receives each node that is now complete, the leaf first.
    public mutating func append(_ leaf: LedgerHash, store: (MerkleNode) -> Void) {
        var hash = leaf
        var level = 0
        var index = size
        store(MerkleNode(level: level, index: index, hash: hash))
        while index & 1 == 1, let left = frontier.popLast() {
            hash = MerkleTree.nodeHash(left, hash)
            level += 1
            index >>= 1
            store(MerkleNode(level: level, index: index, hash: hash))
        }
        frontier.append(hash)
        size += 1
    }

    /// Adds a batch of leaves and returns the nodes to insert: less than twice as many as leaves, plus one for each level.
    public mutating func append(_ leaves: some Collection<LedgerHash>) -> [MerkleNode] {
        var nodes: [MerkleNode] = []
        nodes.reserveCapacity(leaves.count * 2 + 16)
        for leaf in leaves { append(leaf) { nodes.append($0) } }
        return nodes
    }

    /// Root of all leaves so far.
    public var root: LedgerHash {
        guard var root = frontier.last else { return MerkleTree.emptyRoot }
        for hash in frontier.dropLast().reversed() { root = MerkleTree.nodeHash(hash, root) }
        return root
    }
}
