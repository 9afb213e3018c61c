// SPDX-License-Identifier: Apache-2.0

/// Tokens that prove that a form came from our own page: a random half and its authentication code together with the session.
/// A new one for each page, so that compressed answers don't give it away; any of them is good as long as the session lives.
struct ForgeryToken: Sendable {
    /// The hidden field that carries it.
    static let field = "_token"

    private static let randomBytes = 16

    let authenticate: @Sendable ([UInt8]) -> [UInt8]

    /// A token for a session.
    func make(session: String, random: [UInt8]) -> String {
        Hexadecimal.text(random) + Hexadecimal.text(authenticate(random + Array(session.utf8)))
    }

    /// A token for a session with fresh randomness.
    func make(session: String) -> String {
        var generator = SystemRandomNumberGenerator()
        return make(session: session, random: (0..<Self.randomBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Whether a token was made for this session. Takes the same time wherever it differs.
    func isValid(_ token: String?, session: String) -> Bool {
        guard let token, token.utf8.count > Self.randomBytes * 2, let random = Hexadecimal.bytes(token.prefix(Self.randomBytes * 2)) else {
            return false
        }
        let expected = Array(make(session: session, random: random).utf8)
        let given = Array(token.utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    /// The digits of bytes.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes of digits; nil for anything else.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
