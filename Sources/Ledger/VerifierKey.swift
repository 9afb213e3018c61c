// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A log's public key with its name: all that anybody needs to check a checkpoint.
public struct VerifierKey: Sendable, Hashable, CustomStringConvertible {
    /// The log's name, pinned: a note under another name is refused.
    public let origin: String
    /// 32 bytes, Ed25519.
    public let publicKey: [UInt8]

    /// - Throws: `badOrigin` or `badKey`.
    public init(origin: String, publicKey: [UInt8]) throws(CheckpointError) {
        guard !origin.isEmpty, !origin.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "+" || $0.value < 0x20 }) else {
            throw .badOrigin
        }
        guard (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil else { throw .badKey }
        self.origin = origin
        self.publicKey = publicKey
    }

    /// Reads a C2SP vkey line: `origin+hex key id+base64(0x01 ‖ key)`. The public key file is one such line.
    /// - Throws: `badOrigin` or `badKey`, also when the key id doesn't belong to the key.
    public init(parsing line: String) throws(CheckpointError) {
        let trimmed = line.split(whereSeparator: { $0.isWhitespace })
        guard trimmed.count == 1 else { throw .badKey }
        // base64 itself may hold "+": only the first two separate.
        let parts = trimmed[0].split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let bytes = Base64.bytes(of: parts[2]), bytes.first == 1 else { throw .badKey }
        try self.init(origin: parts[0], publicKey: Array(bytes.dropFirst()))
        guard Hex.text(of: keyID) == parts[1] else { throw .badKey }
    }

    /// The vkey line, without a line break.
    public var description: String { "\(origin)+\(Hex.text(of: keyID))+\(Base64.text(of: [1] + publicKey))" }

    /// The first four bytes of SHA-256(origin ‖ "\n" ‖ 0x01 ‖ key), as C2SP signed-note has it for Ed25519.
    public var keyID: [UInt8] { Array(SHA256.hash(data: Array(origin.utf8) + [0x0a, 0x01] + publicKey).prefix(4)) }

    /// Checks a signed note and gives the checkpoint in it. Lines of other signers (witnesses) are passed over.
    /// - Throws: `notANote`, `wrongOrigin` or `badSignature`.
    public func open(_ note: String) throws(CheckpointError) -> VerifiedCheckpoint {
        guard let signed = SignedNote(note), let checkpoint = Checkpoint(text: signed.text) else { throw .notANote }
        guard checkpoint.origin == origin else { throw .wrongOrigin }
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { throw .badKey }
        for line in signed.signatures where line.name == origin && Array(line.bytes.prefix(4)) == keyID {
            if key.isValidSignature(line.bytes.dropFirst(4), for: Array(signed.text.utf8)) { return VerifiedCheckpoint(checkpoint) }
        }
        throw .badSignature
    }
}
