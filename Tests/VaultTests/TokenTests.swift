// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Vault

@Suite struct TokenTests {
    @Test func tokensReadBackAndMatchOnlyTheirOwnHash() throws {
        let token = try SecretToken.generate(seeded(1))
        #expect(token.text.hasPrefix("snt_") && token.text.count == 47 && token.hash.count == 32)
        #expect(token.text.dropFirst(4).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        let read = try #require(SecretToken(token.text))
        #expect(read.matches(hash: token.hash))
        #expect(try !SecretToken.generate().matches(hash: token.hash))
        #expect(!read.matches(hash: []) && !read.matches(hash: Array(token.hash.dropLast())))
    }

    @Test func otherTextIsNoToken() throws {
        let text = try SecretToken.generate(seeded(1)).text
        for bad in [
            "", "snt_", "snt_!", String(text.dropFirst()), String(text.dropLast()), text + "A", text.replacing("snt_", with: "SNT_"),
        ] {
            #expect(SecretToken(bad) == nil)
        }
        #expect(throws: VaultError.badRandomness) { try SecretToken.generate { _ in [1] } }
    }

    @Test func nothingShowsTheSecret() throws {
        let token = try SecretToken.generate()
        let receipt = try MasterKey.generate().receiptKey.receipt(forSubmission: "s")
        var dumped = ""
        dump(token, to: &dumped)
        dump(receipt, to: &dumped)
        for text in ["\(token)", String(reflecting: token), "\(receipt)", String(reflecting: receipt), dumped] {
            #expect(!text.contains(token.text) && !text.contains(receipt.text))
        }
    }

    @Test func tenToTheFifthReceiptsAreUniqueAndEven() throws {
        let key = try MasterKey.generate(seeded(2)).receiptKey
        var seen: Set<String> = []
        var counts = [Int](repeating: 0, count: 32)
        let total = 100_000
        for number in 0..<total {
            let text = key.receipt(forSubmission: "\(number)").text
            seen.insert(text)
            if number < 10_000 { for symbol in (Crockford.symbols(reading: text) ?? []).prefix(16) { counts[Int(symbol)] += 1 } }
        }
        #expect(seen.count == total)
        let expected = 160_000.0 / 32
        let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        // 31 degrees of freedom, p > 0.01.
        #expect(chiSquare < 52.19)
    }

    @Test func receiptsAreRepeatableAndReadBack() throws {
        let key = try MasterKey.generate(seeded(2)).receiptKey
        let receipt = key.receipt(forSubmission: "a")
        #expect(receipt.text.count == 21)
        #expect(key.receipt(forSubmission: "a") == receipt && key.receipt(forSubmission: "b") != receipt)
        #expect(try MasterKey.generate(seeded(3)).receiptKey.receipt(forSubmission: "a") != receipt)
        let typed = try #require(Receipt(receipt.text.lowercased().replacing("-", with: " ")))
        #expect(typed == receipt && typed.hash == receipt.hash && receipt.hash.count == 32)
        #expect(Receipt(String(receipt.text.dropLast())) == nil)
    }

    @Test func constantTimeCompareIsRight() {
        #expect(ConstantTime.equal([], []) && ConstantTime.equal([1, 2], [1, 2]))
        #expect(!ConstantTime.equal([1], [1, 2]) && !ConstantTime.equal([1, 2], [1, 3]) && !ConstantTime.equal([0x80], [0]))
    }
}
