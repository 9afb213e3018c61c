// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The second factor from an authenticator app (RFC 6238: SHA-1, steps of 30 seconds, six digits, which every app knows).
public struct TOTP: Sendable {
    /// Seconds in a step.
    public static let period: Int64 = 30
    /// Steps before and after the present one in which a code is still taken (RFC 6238 §5.2, for a clock that is off).
    public static let window: Int64 = 1

    private let key: SymmetricKey

    /// - Parameter secret: at least 16 bytes (RFC 4226 §4). Nil when shorter.
    public init?(secret: [UInt8]) {
        guard secret.count >= 16 else { return nil }
        key = SymmetricKey(data: secret)
    }

    /// A new secret of 20 bytes, the length of the hash.
    /// - Throws: `badRandomness`.
    public static func generate(_ randomness: Randomness = SystemRandomness.bytes) throws(VaultError) -> TOTP {
        guard let totp = TOTP(secret: randomness(20)) else { throw .badRandomness }
        return totp
    }

    /// The secret, to be sealed before it is stored.
    public var secret: [UInt8] { key.bytes }

    /// The secret as a person types it into an app: groups of four.
    public var typedSecret: String { Crockford.grouped(Base32.text(of: secret)).replacing("-", with: " ") }

    /// The address that a QR code holds for an app.
    public func uri(issuer: String, account: String) -> String {
        let issuer = Self.escaped(issuer)
        return "otpauth://totp/\(issuer):\(Self.escaped(account))?secret=\(Base32.text(of: secret))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=\(Self.period)"
    }

    /// The code of a step.
    public func code(step: Int64) -> String { Self.digits(code(step: step, digits: 6), count: 6) }

    /// The step of a moment, in seconds since 1970 UTC.
    public static func step(atSecond second: Int64) -> Int64 { second >= 0 ? second / period : (second - period + 1) / period }

    /// The step whose code was given, or nil.
    ///
    /// A code works once: the caller stores the step returned, in the same transaction as the sign-in, and gives it as
    /// `lastStep` the next time.
    public func accepts(_ typed: String, atSecond second: Int64, lastStep: Int64?) -> Int64? {
        let digits = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
        guard digits.count == 6 else { return nil }
        let now = Self.step(atSecond: second)
        var accepted: Int64?
        // Every step is computed, so that the time doesn't tell which one fitted.
        for step in (now - Self.window)...(now + Self.window) {
            let fits = ConstantTime.equal(Array(code(step: step).utf8), digits)
            if fits, step > lastStep ?? .min, accepted == nil { accepted = step }
        }
        return accepted
    }

    func code(step: Int64, digits: Int) -> UInt32 {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let code = [UInt8](HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(code[19] & 15)
        let word = code[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        return word % (0..<digits).reduce(1) { power, _ in power * 10 }
    }

    static func digits(_ value: UInt32, count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
