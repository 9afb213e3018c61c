// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

/// The stored nodes of a tree, in memory.
struct NodeStore: Sendable {
    struct Missing: Error {}
    private(set) var nodes: [[LedgerHash]] = []
    var appender = MerkleAppender()

    mutating func append(_ leaves: [LedgerHash]) {
        for node in appender.append(leaves) {
            if node.level == nodes.count { nodes.append([]) }
            // Each perfect subtree once, in order.
            #expect(nodes[node.level].count == node.index)
            nodes[node.level].append(node.hash)
        }
    }

    func read(_ level: Int, _ index: Int) throws(Missing) -> LedgerHash {
        guard level < nodes.count, index < nodes[level].count else { throw Missing() }
        return nodes[level][index]
    }
}

@Suite struct MerkleTreeTests {
    /// The test vectors of the reference implementation of RFC 6962.
    @Test func publishedRoots() throws {
        let leaves: [[UInt8]] = [
            [], [0], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array("PQRSTUVW".utf8), Array("`abcdefghijklmno".utf8),
        ]
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var store = NodeStore()
        #expect(MerkleTree.emptyRoot.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(store.appender.root == MerkleTree.emptyRoot)
        for (leaf, root) in zip(leaves, roots) {
            store.append([MerkleTree.leafHash(leaf)])
            #expect(store.appender.root.hex == root)
            #expect(try MerkleTree.root(size: store.appender.size, read: store.read).hex == root)
        }
    }

    @Test func batchesOfAnySizeGiveTheSameNodesAndNeedNoReads() throws {
        var random = SplitMix(seed: 5)
        let leaves = (0..<300).map { _ in random.hash() }
        var whole = NodeStore()
        whole.append(leaves)
        var parts = NodeStore()
        var start = 0
        while start < leaves.count {
            let end = min(leaves.count, start + Int.random(in: 0...17, using: &random))
            parts.append(Array(leaves[start..<end]))
            start = end
            // A restart finds the same edge from the stored nodes.
            #expect(try MerkleAppender(size: start, read: parts.read) == parts.appender)
        }
        #expect(parts.nodes == whole.nodes)
        #expect(parts.nodes.map(\.count).reduce(0, +) < 2 * leaves.count)
    }

    @Test func everyProofUpTo65IsAccepted() throws {
        let tree = try ProofTree(size: 65)
        for size in 1...65 {
            for index in 0..<size {
                let proof = try MerkleTree.inclusionProof(index: index, size: size, read: tree.store.read)
                #expect(MerkleProof.inclusion(leaf: tree.leaves[index], index: index, size: size, proof: proof, root: tree.roots[size]))
            }
            for old in 1...size {
                let proof = try MerkleTree.consistencyProof(from: old, to: size, read: tree.store.read)
                #expect(MerkleProof.consistency(old: old, size: size, proof: proof, oldRoot: tree.roots[old], root: tree.roots[size]))
            }
        }
    }

    /// The trap of SECURITY §4.9: right hashes with a size that is not theirs.
    @Test func proofsOfAnotherSizeAreRefused() throws {
        let tree = try ProofTree(size: 2)
        let (left, right, root) = (tree.leaves[0], tree.leaves[1], tree.roots[2])
        #expect(MerkleProof.inclusion(leaf: right, index: 1, size: 2, proof: [left], root: root))
        #expect(!MerkleProof.inclusion(leaf: right, index: 0, size: 1, proof: [left], root: root))
        #expect(!MerkleProof.inclusion(leaf: right, index: 1, size: 3, proof: [left], root: root))
        #expect(MerkleProof.consistency(old: 1, size: 2, proof: [right], oldRoot: left, root: root))
        #expect(!MerkleProof.consistency(old: 1, size: 4, proof: [right], oldRoot: left, root: root))
    }

    /// Size and root are one value out of one note, so neither is mutated alone (SECURITY §4.9).
    @Test func noMutatedProofIsAccepted() throws {
        let tree = try ProofTree(size: 65)
        var random = SplitMix(seed: 1)
        var tried = 0
        for _ in 0..<30_000 {
            let size = Int.random(in: 1...65, using: &random)
            if Bool.random(using: &random) {
                let index = Int.random(in: 0..<size, using: &random)
                let proof = try MerkleTree.inclusionProof(index: index, size: size, read: tree.store.read)
                var mutant = (leaf: tree.leaves[index], index: index, proof: proof, head: size)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: mutant.index = Int.random(in: -1...66, using: &random)
                case 1: mutant.leaf = random.flipped(mutant.leaf)
                case 2: mutant.head = Int.random(in: 1...65, using: &random)
                default: mutant.proof = random.mutated(proof)
                }
                if mutant == (tree.leaves[index], index, proof, size) { continue }
                tried += 1
                let accepted = MerkleProof.inclusion(
                    leaf: mutant.leaf, index: mutant.index, size: mutant.head, proof: mutant.proof, root: tree.roots[mutant.head])
                #expect(!accepted)
            } else {
                let old = Int.random(in: 1...size, using: &random)
                let proof = try MerkleTree.consistencyProof(from: old, to: size, read: tree.store.read)
                var mutant = (old: old, proof: proof, head: size)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: mutant.old = Int.random(in: 0...66, using: &random)
                case 1: mutant.head = Int.random(in: 1...65, using: &random)
                default: mutant.proof = random.mutated(proof)
                }
                if mutant == (old, proof, size) { continue }
                // Two notes of one log at the same size with nothing between them: that is the honest proof.
                if mutant.old == mutant.head, mutant.proof.isEmpty { continue }
                tried += 1
                let oldRoot = mutant.old < tree.roots.count ? tree.roots[mutant.old] : random.hash()
                #expect(
                    !MerkleProof.consistency(
                        old: mutant.old, size: mutant.head, proof: mutant.proof, oldRoot: oldRoot, root: tree.roots[mutant.head]))
                #expect(
                    !MerkleProof.consistency(
                        old: old, size: size, proof: proof, oldRoot: random.flipped(tree.roots[old]), root: tree.roots[size]))
            }
        }
        #expect(tried > 25_000)
    }
}

struct ProofTree {
    var store = NodeStore()
    var leaves: [LedgerHash] = []
    var roots: [LedgerHash] = [MerkleTree.emptyRoot]

    init(size: Int) throws {
        for index in 0..<size {
            leaves.append(MerkleTree.leafHash(Array("e\(index)".utf8)))
            store.append([leaves[index]])
            roots.append(store.appender.root)
        }
    }
}

extension SplitMix {
    mutating func flipped(_ hash: LedgerHash) -> LedgerHash {
        var bytes = hash.bytes
        bytes[Int.random(in: 0..<32, using: &self)] ^= 1 << UInt8.random(in: 0...7, using: &self)
        return LedgerHash(bytes) ?? hash
    }

    mutating func mutated(_ proof: [LedgerHash]) -> [LedgerHash] {
        switch Int.random(in: 0..<4, using: &self) {
        case 0: return Array(proof.dropLast())
        case 1: return proof + [hash()]
        case 2: return proof.reversed()
        default:
            guard let place = proof.indices.randomElement(using: &self) else { return [hash()] }
            var proof = proof
            proof[place] = flipped(proof[place])
            return proof
        }
    }
}
