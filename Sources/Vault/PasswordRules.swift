// SPDX-License-Identifier: Apache-2.0

/// What a new password must be. Length and the list only: no composition, no rotation (NIST SP 800-63B §3.1.1.2; OWASP
/// ASVS 6.2; SECURITY §2 row 33).
public struct PasswordRules: Sendable {
    /// Why a password was not taken.
    public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// Fewer characters than the least.
        case tooShort(minimum: Int, recommended: Int)
        /// More bytes than the most.
        case tooLong(maximumBytes: Int)
        /// One of the commonest, which are tried first.
        case common
        /// One character again and again, or a word about the account itself.
        case guessable

        /// What is wrong and what to do next.
        public var description: String {
            switch self {
            case .tooShort(let minimum, let recommended):
                "Use at least \(minimum) characters; \(recommended) or more are better. Three or four words that don't belong together are easy to keep."
            case .tooLong(let maximum): "Use at most \(maximum) bytes."
            case .common: "This is one of the passwords tried first. Choose another; three or four unrelated words are good."
            case .guessable: "This is easy to guess from your account. Choose another; three or four unrelated words are good."
            }
        }
    }

    /// Characters that are the least.
    public let minimum: Int
    /// Characters that the page recommends.
    public let recommended: Int
    /// Bytes of UTF-8 that are the most: far above 64 characters, and a bound on work.
    public let maximumBytes: Int
    private let refused: Set<String>

    /// - Parameter refused: the commonest passwords, one each, in any case.
    public init(minimum: Int = 12, recommended: Int = 15, maximumBytes: Int = 1024, refused: some Sequence<String>) {
        self.minimum = minimum
        self.recommended = recommended
        self.maximumBytes = maximumBytes
        self.refused = Set(refused.map { $0.lowercased() })
    }

    /// Nil when the password is good.
    /// - Parameter account: words that are known with the account, such as its sign-in name.
    public func problem(with password: String, account: [String] = []) -> Problem? {
        if password.utf8.count > maximumBytes { return .tooLong(maximumBytes: maximumBytes) }
        if password.count < minimum { return .tooShort(minimum: minimum, recommended: recommended) }
        let lower = password.lowercased()
        if refused.contains(lower) { return .common }
        if Set(lower).count < 3 || account.contains(where: { $0.lowercased() == lower }) { return .guessable }
        return nil
    }
}
