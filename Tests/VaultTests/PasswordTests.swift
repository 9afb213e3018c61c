// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Vault

@Suite struct PasswordTests {
    let cheap = PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1)

    /// RFC 7914 §12 (the cheaper three; the fourth takes a gigabyte).
    @Test(arguments: [
        (
            "", "", 4, 1, 1,
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", 10, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", 14, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func publishedVectors(password: String, salt: String, logRounds: Int, blockSize: Int, parallelism: Int, key: String) throws {
        let cost = PasswordCost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        #expect(try PasswordHash.derive(Array(password.utf8), salt: Array(salt.utf8), cost: cost, length: 64) == hex(key))
    }

    @Test func storedTextReadsBackAndVerifies() throws {
        let hash = try PasswordHash(password: "correct horse battery", cost: cheap, randomness: seeded(1))
        #expect(hash.description.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        let read = try #require(PasswordHash(parsing: hash.description))
        #expect(read == hash)
        #expect(try read.verify("correct horse battery"))
        #expect(try !read.verify("correct horse batterz"))
        #expect(try !read.verify(""))
        #expect(try PasswordHash(password: "correct horse battery", cost: cheap) != hash)
        #expect(!hash.description.contains("horse"))
    }

    @Test func theHouseAsksForWhatOWASPAsks() {
        #expect(PasswordCost.standard == PasswordCost(logRounds: 17, blockSize: 8, parallelism: 1))
    }

    @Test func oneKeyboardIsAsGoodAsAnother() throws {
        let hash = try PasswordHash(password: "caf\u{e9} 12345678", cost: cheap)
        #expect(try hash.verify("cafe\u{301} 12345678"))
    }

    @Test func anotherCostIsNoticed() throws {
        let hash = try PasswordHash(password: "x", cost: cheap)
        #expect(hash.needsRehash() && !hash.needsRehash(at: cheap))
        #expect(hash.needsRehash(at: PasswordCost(logRounds: 4, blockSize: 8, parallelism: 2)))
    }

    @Test func aDecoyFitsNothing() throws {
        let decoy = PasswordHash.decoy(cost: cheap)
        #expect(PasswordHash(parsing: decoy.description) == decoy)
        #expect(try !decoy.verify(""))
    }

    @Test(arguments: [
        "", "$", "$scrypt$ln=4,r=8,p=1$AAAA", "$argon2id$ln=4,r=8,p=1$AAAAAAAAAAAAAAAA$AAAA", "$scrypt$ln=30,r=8,p=1$",
        "$scrypt$ln=20,r=32,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=-1,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=8$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func otherTextIsNoHash(text: String) { #expect(PasswordHash(parsing: text) == nil) }

    @Test func anAbsurdCostIsRefused() {
        #expect(throws: VaultError.badCost) {
            try PasswordHash(password: "x", cost: PasswordCost(logRounds: 40, blockSize: 8, parallelism: 1))
        }
    }

    @Test func rulesAreLengthAndTheList() {
        let rules = PasswordRules(refused: ["Password12345"])
        #expect(rules.problem(with: "elevenchars") == .tooShort(minimum: 12, recommended: 15))
        #expect(rules.problem(with: "twelve chars") == nil)
        #expect(rules.problem(with: "password12345") == .common)
        #expect(rules.problem(with: "correct horse battery staple") == nil)
        #expect(rules.problem(with: String(repeating: "long words ", count: 12)) == nil)
        #expect(rules.problem(with: "\u{1F600}\u{1F601}\u{1F602} smile a lot") == nil)
        #expect(rules.problem(with: String(repeating: "ab", count: 600)) == .tooLong(maximumBytes: 1024))
        #expect(rules.problem(with: "aaaaaaaaaaaaaaaa") == .guessable)
        #expect(rules.problem(with: "Pat.Smithson@example.org", account: ["pat.smithson@example.org"]) == .guessable)
        // Nothing typed is in the sentence.
        #expect(rules.problem(with: "password12345")?.description.contains("12345") == false)
    }
}
