// SPDX-License-Identifier: Apache-2.0
import Crypto
import Testing

@testable import Vault

@Suite struct KeyTests {
    let master: MasterKey

    init() throws { master = try MasterKey.generate(seeded(7)) }

    @Test func theWholeChainOpensAgain() throws {
        let agency = try AgencyKey.generate(agency: "police")
        let record = try RecordKey.generate(record: "r1")
        let context = SealContext(kind: "mention", id: "r1", version: 1, format: 1)
        let sealed = try record.seal([1, 2, 3], context: context)
        let wrappedAgency = try agency.wrapped(by: master)
        let wrappedRecord = try agency.wrap(record)
        #expect(wrappedAgency.count == 61 && wrappedRecord.count == 61)

        let again = try MasterKey(bytes: master.bytes)
        let agencyAgain = try AgencyKey(agency: "police", unwrapping: wrappedAgency, by: again)
        #expect(try agencyAgain.unwrap(wrappedRecord, record: "r1").open(sealed, context: context) == [1, 2, 3])
    }

    @Test func aWrapOpensOnlyInItsOwnPlace() throws {
        let police = try AgencyKey.generate(agency: "police")
        let health = try AgencyKey.generate(agency: "health")
        let wrapped = try police.wrapped(by: master)
        #expect(throws: VaultError.notAuthentic) { try AgencyKey(agency: "health", unwrapping: wrapped, by: master) }
        let stranger = try MasterKey.generate()
        #expect(throws: VaultError.notAuthentic) { try AgencyKey(agency: "police", unwrapping: wrapped, by: stranger) }
        let record = try police.wrap(RecordKey.generate(record: "r1"))
        #expect(throws: VaultError.notAuthentic) { try police.unwrap(record, record: "r2") }
        #expect(throws: VaultError.notAuthentic) { try health.unwrap(record, record: "r1") }
        for index in record.indices {
            var changed = record
            changed[index] ^= 1
            #expect(throws: VaultError.self) { try police.unwrap(changed, record: "r1") }
        }
    }

    @Test func derivedKeysAreAllDifferent() {
        let message: [UInt8] = [1]
        let codes = [
            master.subkey(.sessions).authenticationCode(for: message), master.subkey(.imports).authenticationCode(for: message),
            master.subkey(.sessions, context: "a").authenticationCode(for: message), master.subkey(.sessions).bytes, master.bytes,
            master.wrapping.bytes, master.subkey("wrapping").bytes,
        ]
        #expect(Set(codes).count == codes.count)
        #expect(master.subkey(.sessions).authenticationCode(for: message) == codes[0])
    }

    @Test func nothingShowsTheKey() {
        let texts = ["\(master)", String(reflecting: master), "\(master.subkey(.sessions))"]
        var dumped = ""
        dump(master, to: &dumped)
        let digits = master.bytes.map { String($0, radix: 16) }.joined()
        for text in texts + [dumped] { #expect(!text.contains(digits) && !text.contains("\(master.bytes)")) }
        #expect(master.fingerprint.count == 9 && master.fingerprint == "\(master)".suffix(9))
    }

    @Test func keysHave32Bytes() { #expect(throws: VaultError.badKeyLength(31)) { try MasterKey(bytes: [UInt8](repeating: 1, count: 31)) } }

    @Test func subkeysSealToo() throws {
        let context = SealContext(kind: "segment", id: "7", version: 3, format: 1)
        let sealed = try master.subkey(.matchIndex).seal([9], context: context)
        #expect(try master.subkey(.matchIndex).open(sealed, context: context) == [9])
        #expect(throws: VaultError.notAuthentic) { try master.subkey(.matchIndex, context: "west").open(sealed, context: context) }
    }

    @Test func blindIndexesOfKindAndRegionDiffer() throws {
        let phone = master.blindIndex(kind: "phone", region: "west")
        let token = phone.token(for: "+447700900123")
        #expect(token == master.blindIndex(kind: "phone", region: "west").token(for: Array("+447700900123".utf8)))
        #expect(token.bytes.count == 16 && LookupToken(bytes: token.bytes) == token && LookupToken(bytes: [1]) == nil)
        let others = [
            phone.token(for: "+447700900124"), master.blindIndex(kind: "email", region: "west").token(for: "+447700900123"),
            master.blindIndex(kind: "phone", region: "east").token(for: "+447700900123"),
            master.blindIndex(kind: "phonew", region: "est").token(for: "+447700900123"),
            try MasterKey.generate(seeded(8)).blindIndex(kind: "phone", region: "west").token(for: "+447700900123"),
        ]
        #expect(Set(others + [token]).count == 6)
    }

    /// RFC 4231 test cases 1, 2 and 6, cut to 16 bytes.
    @Test(arguments: [
        ([UInt8](repeating: 0x0b, count: 20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b"),
        (Array("Jefe".utf8), "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c7"),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f"
        ),
    ])
    func publishedHMACVectors(key: [UInt8], message: String, code: String) {
        #expect(BlindIndexKey(key: SymmetricKey(data: key)).token(for: message).bytes == hex(code))
    }
}
