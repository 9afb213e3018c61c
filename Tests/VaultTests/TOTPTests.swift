// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Vault

@Suite struct TOTPTests {
    let secret = Array("12345678901234567890".utf8)

    /// RFC 6238 appendix B, SHA-1; its codes have eight digits.
    @Test(arguments: [
        (Int64(59), "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func publishedVectors(second: Int64, code: String) throws {
        let totp = try #require(TOTP(secret: secret))
        let step = TOTP.step(atSecond: second)
        #expect(TOTP.digits(totp.code(step: step, digits: 8), count: 8) == code)
        #expect(totp.code(step: step) == code.suffix(6))
    }

    @Test func oneStepEitherWayAndNoFurther() throws {
        let totp = try #require(TOTP(secret: secret))
        for second in [Int64(0), 29, 30, 1_790_000_000] {
            let now = TOTP.step(atSecond: second)
            for offset in Int64(-3)...3 {
                let accepted = totp.accepts(totp.code(step: now + offset), atSecond: second, lastStep: nil)
                #expect(accepted == (abs(offset) <= 1 ? now + offset : nil))
            }
        }
    }

    @Test func aCodeWorksOnce() throws {
        let totp = try #require(TOTP(secret: secret))
        let code = totp.code(step: 100)
        let step = try #require(totp.accepts(code, atSecond: 3005, lastStep: 99))
        #expect(step == 100)
        #expect(totp.accepts(code, atSecond: 3005, lastStep: step) == nil)
        #expect(totp.accepts(code, atSecond: 3031, lastStep: step) == nil)
        #expect(totp.accepts(totp.code(step: 99), atSecond: 3005, lastStep: step) == nil)
        #expect(totp.accepts(totp.code(step: 101), atSecond: 3031, lastStep: step) == 101)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "12345６", "-12345"])
    func otherTextIsNoCode(text: String) throws {
        #expect(try #require(TOTP(secret: secret)).accepts(text, atSecond: 59, lastStep: nil) == nil)
    }

    @Test func aSpaceInTheMiddleIsForgiven() throws {
        #expect(try #require(TOTP(secret: secret)).accepts("287 082", atSecond: 59, lastStep: nil) == 1)
    }

    @Test func theAddressForAnApp() throws {
        let totp = try #require(TOTP(secret: secret))
        #expect(
            totp.uri(issuer: "Sentinel West", account: "a.b@example.org")
                == "otpauth://totp/Sentinel%20West:a.b%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sentinel%20West"
                + "&algorithm=SHA1&digits=6&period=30")
        #expect(totp.typedSecret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(TOTP(secret: Array(secret.prefix(15))) == nil)
        #expect(try TOTP.generate(seeded(1)).secret.count == 20)
    }

    /// RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI======"),
    ])
    func base32(plain: String, text: String) {
        #expect(Base32.text(of: Array(plain.utf8), padded: true) == text)
        #expect(Base32.bytes(of: text.lowercased()) == Array(plain.utf8))
    }

    /// RFC 4648 §10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ])
    func base64(plain: String, text: String) {
        #expect(Base64Text.text(of: Array(plain.utf8), alphabet: .standard) == text)
        #expect(Base64Text.bytes(of: text, alphabet: .standard) == Array(plain.utf8))
    }

    @Test func otherBase32IsRefused() {
        for text in ["M", "MZ1", "MZ", "MY!"] { #expect(Base32.bytes(of: text) == nil) }
        #expect(Base64Text.bytes(of: "Zh", alphabet: .standard) == nil)
    }
}
