// SPDX-License-Identifier: Apache-2.0
import Crypto
import Testing

@testable import Vault

@Suite struct SealingTests {
    let key: RecordKey
    let context = SealContext(kind: "mention", id: "r1", version: 1, format: 1)
    let plaintext = Array("Missing overnight twice; new phone, won't say from whom.".utf8)

    init() throws { key = try RecordKey.generate(record: "r1", randomness: seeded(1)) }

    @Test func roundTripOfEveryLength() throws {
        let random = seeded(2)
        for length in [0, 1, 15, 16, 17, 100, 5000] {
            let plain = random(length)
            let sealed = try key.seal(plain, context: context, randomness: random)
            #expect(sealed.count == length + 29 && sealed.first == 1)
            #expect(try key.open(sealed, context: context) == plain)
        }
    }

    @Test func anyChangedByteAndAnyCutIsRefused() throws {
        let sealed = try key.seal(plaintext, context: context)
        for index in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[index] ^= 1 << UInt8(bit)
                #expect(throws: VaultError.self) { try key.open(changed, context: context) }
            }
            #expect(throws: VaultError.self) { try key.open(Array(sealed[..<index]), context: context) }
        }
        #expect(throws: VaultError.unknownFormat(2)) { try key.open([2] + sealed.dropFirst(), context: context) }
        #expect(throws: VaultError.tooShort(0)) { try key.open([], context: context) }
        #expect(throws: VaultError.notAuthentic) { try key.open(sealed + [0], context: context) }
    }

    @Test(arguments: [
        SealContext(kind: "narrative", id: "r1", version: 1, format: 1), SealContext(kind: "mention", id: "r2", version: 1, format: 1),
        SealContext(kind: "mention", id: "r1", version: 2, format: 1), SealContext(kind: "mention", id: "r1", version: 1, format: 2),
        SealContext(kind: "mentionr", id: "1", version: 1, format: 1), SealContext(kind: "mention", id: "r11", version: 1, format: 1),
    ])
    func movedToAnotherPlaceItDoesNotOpen(other: SealContext) throws {
        let sealed = try key.seal(plaintext, context: context)
        #expect(throws: VaultError.notAuthentic) { try key.open(sealed, context: other) }
        #expect(other.associatedData != context.associatedData)
    }

    @Test func anotherRecordsKeyDoesNotOpenIt() throws {
        let sealed = try key.seal(plaintext, context: context)
        let other = try RecordKey.generate(record: "r1")
        #expect(throws: VaultError.notAuthentic) { try other.open(sealed, context: context) }
    }

    @Test func noncesNeverRepeat() throws {
        var seen: Set<[UInt8]> = []
        for _ in 0..<100_000 { seen.insert(SystemRandomness.bytes(Sealing.nonceLength)) }
        #expect(seen.count == 100_000)
        // And each seal asks for a new one.
        let sealed = try (0..<500).map { _ in try key.seal([], context: context) }
        #expect(Set(sealed.map { Array($0[1..<13]) }).count == 500)
    }

    @Test func brokenRandomnessSealsNothing() {
        #expect(throws: VaultError.badRandomness) { try key.seal(plaintext, context: context) { _ in [] } }
        #expect(throws: VaultError.badRandomness) { try RecordKey.generate(record: "r") { _ in [1] } }
        #expect(throws: VaultError.badRandomness) { try MasterKey.generate { _ in [1] } }
    }

    /// McGrew and Viega, The Galois/Counter Mode of Operation, appendix B: test cases 13, 14 and 16 (256-bit keys).
    @Test(arguments: [
        (String(repeating: "00", count: 32), String(repeating: "00", count: 12), "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
        (
            String(repeating: "00", count: 32), String(repeating: "00", count: 12), "", String(repeating: "00", count: 16),
            "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919"
        ),
        (
            "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
            "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
            "76fc6ece0f4e1768cddf8853bb2d551b"
        ),
    ])
    func publishedVectors(key: String, nonce: String, associated: String, plain: String, cipher: String, tag: String) throws {
        let sealed = try Sealing.seal(
            hex(plain), under: SymmetricKey(data: hex(key)), associatedData: hex(associated), randomness: { _ in hex(nonce) })
        #expect(sealed == [1] + hex(nonce) + hex(cipher) + hex(tag))
        #expect(try Sealing.open(sealed, under: SymmetricKey(data: hex(key)), associatedData: hex(associated)) == hex(plain))
    }
}
