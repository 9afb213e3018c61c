// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

@Suite struct CheckpointTests {
    let signer: CheckpointSigner
    var store = NodeStore()
    let bodies = (0..<20).map { Array("body \($0)".utf8) }

    init() throws {
        signer = try CheckpointSigner(origin: "sentinel.example.org/ledger", privateKey: [UInt8](repeating: 1, count: 32))
        store.append(bodies.map { MerkleTree.leafHash($0) })
    }

    func sign(_ size: Int, after previous: String? = nil, bodies: [[UInt8]]? = nil, store: NodeStore? = nil) throws -> String {
        let start = try previous.map { try signer.verifierKey.open($0).size } ?? 0
        return try signer.sign(
            size: size, previous: previous, bodies: bodies ?? Array(self.bodies[start..<size]), read: (store ?? self.store).read)
    }

    @Test func noteAndKeyAreByteForByteThoseOfTheStandard() throws {
        #expect(signer.verifierKey.description == Golden.vkey)
        #expect(try sign(3) == Golden.note)
        #expect(try VerifierKey(parsing: Golden.vkey + "\n") == signer.verifierKey)
    }

    @Test func signedNotesOpenAndExtendEachOther() throws {
        let first = try sign(7)
        let second = try sign(20, after: first)
        let old = try signer.verifierKey.open(first)
        let new = try signer.verifierKey.open(second)
        #expect(new.size == 20 && new.root == store.appender.root)
        let proof = try MerkleTree.consistencyProof(from: 7, to: 20, read: store.read)
        #expect(MerkleProof.extends(old, to: new, proof: proof))
        #expect(!MerkleProof.extends(new, to: old, proof: proof))
        let inclusion = try MerkleTree.inclusionProof(index: 4, size: 20, read: store.read)
        #expect(MerkleProof.includes(MerkleTree.leafHash(bodies[4]), at: 4, proof: inclusion, in: new))
        #expect(!MerkleProof.includes(MerkleTree.leafHash(bodies[4]), at: 4, proof: inclusion, in: old))
        #expect(try sign(20, after: second) == second)
        #expect(try signer.verifierKey.open(sign(0, bodies: [])).root == MerkleTree.emptyRoot)
    }

    @Test func aBodyThatDoesNotRehashIsNeverSigned() throws {
        var changed = bodies
        changed[11][2] ^= 4
        #expect(throws: CheckpointError.bodyChanged(seq: 11)) { try sign(20, bodies: changed) }
        // The other way about: the stored leaf flipped, as in Yeti 2022.
        let first = try sign(10)
        #expect(throws: CheckpointError.bodyChanged(seq: 13)) {
            try signer.sign(size: 20, previous: first, bodies: bodies[10...]) { level, index in
                let hash = try store.read(level, index)
                var random = SplitMix(seed: 1)
                return level == 0 && index == 13 ? random.flipped(hash) : hash
            }
        }
    }

    @Test func anInconsistentOrShrunkenLogIsNeverSigned() throws {
        let first = try sign(10)
        var other = NodeStore()
        other.append(bodies.map { MerkleTree.leafHash([9] + $0) })
        #expect(throws: CheckpointError.notConsistent(with: 10)) { try sign(20, after: first, store: other) }
        #expect(throws: CheckpointError.wouldShrink(from: 10, to: 9)) { try sign(9, after: first, bodies: []) }
        #expect(throws: CheckpointError.wrongCount(expected: 10, found: 9)) { try sign(20, after: first, bodies: Array(bodies[10..<19])) }
        #expect(throws: CheckpointError.wrongCount(expected: 5, found: 6)) { try sign(15, after: first, bodies: Array(bodies[10...])) }
        #expect(throws: CheckpointError.nodesChanged(size: 20)) {
            try signer.sign(size: 20, previous: first, bodies: bodies[10...]) { level, index in
                level == 4 ? MerkleTree.emptyRoot : try store.read(level, index)
            }
        }
    }

    @Test func forgedAndForeignNotesAreRefused() throws {
        let note = try sign(3)
        let key = signer.verifierKey
        let stranger = try CheckpointSigner(origin: key.origin, privateKey: [UInt8](repeating: 2, count: 32))
        #expect(throws: CheckpointError.badSignature) { try stranger.verifierKey.open(note) }
        let elsewhere = try VerifierKey(origin: "other", publicKey: key.publicKey)
        #expect(throws: CheckpointError.wrongOrigin) { try elsewhere.open(note) }
        #expect(throws: CheckpointError.badSignature) { try key.open(note.replacing("\n3\n", with: "\n4\n")) }
        for text in [
            "", "\n", "a\nb", note.replacing("\n\n", with: "\n"), String(note.dropLast()), note.replacing("\n3\n", with: "\n03\n"),
        ] {
            #expect(throws: CheckpointError.self) { try key.open(text) }
        }
        var bytes = Array(note.utf8)
        for index in bytes.indices {
            bytes[index] ^= 1
            #expect(throws: CheckpointError.self) { try key.open(String(decoding: bytes, as: UTF8.self)) }
            bytes[index] ^= 1
        }
    }

    /// The last character of the signature holds two bits that mean nothing: only one spelling is taken.
    @Test func oneSignatureHasOneSpelling() {
        #expect(Golden.note.hasSuffix("QQ=\n"))
        #expect(throws: CheckpointError.notANote) { try signer.verifierKey.open(String(Golden.note.dropLast(3)) + "R=\n") }
    }

    @Test func aWitnessLineIsPassedOver() throws {
        let note = try sign(3) + "\u{2014} witness.example.org AAAAAAECAwQ=\n"
        #expect(try signer.verifierKey.open(note).size == 3)
    }

    @Test func keysAreChecked() {
        #expect(throws: CheckpointError.badOrigin) { try CheckpointSigner(origin: "a b", privateKey: [UInt8](repeating: 1, count: 32)) }
        #expect(throws: CheckpointError.badOrigin) { try CheckpointSigner(origin: "a+b", privateKey: [UInt8](repeating: 1, count: 32)) }
        #expect(throws: CheckpointError.badKey) { try CheckpointSigner(origin: "a", privateKey: [1]) }
        #expect(throws: CheckpointError.badKey) { try VerifierKey(parsing: Golden.vkey.replacing("+", with: "+0", maxReplacements: 1)) }
        #expect(throws: CheckpointError.badKey) { try VerifierKey(parsing: "nonsense") }
    }
}
