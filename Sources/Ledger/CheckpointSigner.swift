// SPDX-License-Identifier: Apache-2.0

import Crypto

/// Signs checkpoints, and refuses to sign anything it hasn't recomputed from the stored bodies: one flipped bit, once
/// signed, kills a log for ever (SECURITY §0.9, §4.4).
public struct CheckpointSigner: Sendable {
    /// The public half.
    public let verifierKey: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter privateKey: the 32 bytes of an Ed25519 seed.
    /// - Throws: `badOrigin` or `badKey`.
    public init(origin: String, privateKey: [UInt8]) throws(CheckpointError) {
        guard privateKey.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey) else { throw .badKey }
        self.key = key
        verifierKey = try VerifierKey(origin: origin, publicKey: [UInt8](key.publicKey.rawRepresentation))
    }

    /// Signs for the first `size` entries.
    ///
    /// - Parameters:
    ///   - previous: the last note signed, nil for the first. It must verify under this key. Take it from where nobody who
    ///     writes in the database can reach: somebody who can remove checkpoints could otherwise have a rewrite signed.
    ///   - bodies: the stored bodies of the entries since that note, in sequence, read again from the store.
    ///   - read: the stored nodes.
    /// - Returns: the signed note to store and to send outside.
    /// - Throws: `CheckpointError` when the store doesn't hold what was signed or hashed before; whatever `read` throws.
    public func sign(
        size: Int, previous: String?, bodies: some Sequence<[UInt8]>, read: (_ level: Int, _ index: Int) throws -> LedgerHash
    ) throws -> String {
        let old = try previous.map { note throws(CheckpointError) in try verifierKey.open(note) }
        let start = old?.size ?? 0
        guard size >= start else { throw CheckpointError.wouldShrink(from: start, to: size) }
        var edge = try MerkleAppender(size: start, read: read)
        if let old, edge.root != old.root { throw CheckpointError.notConsistent(with: start) }
        for body in bodies {
            guard edge.size < size else { throw CheckpointError.wrongCount(expected: size - start, found: size - start + 1) }
            let leaf = MerkleTree.leafHash(body)
            guard try read(0, edge.size) == leaf else { throw CheckpointError.bodyChanged(seq: edge.size) }
            edge.append(leaf) { _ in }
        }
        guard edge.size == size else { throw CheckpointError.wrongCount(expected: size - start, found: edge.size - start) }
        guard try MerkleTree.root(size: size, read: read) == edge.root else { throw CheckpointError.nodesChanged(size: size) }
        let checkpoint = Checkpoint(origin: verifierKey.origin, size: size, root: edge.root)
        guard let signature = try? key.signature(for: Array(checkpoint.text.utf8)) else { throw CheckpointError.badKey }
        return SignedNote.text(of: checkpoint, signature: verifierKey.keyID + [UInt8](signature))
    }
}
