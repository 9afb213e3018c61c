// SPDX-License-Identifier: Apache-2.0

import Crypto

/// Makes receipts. The same submission gets the same receipt again, although only its hash is stored (SECURITY §2 row 2).
public struct ReceiptKey: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    /// The receipt of a submission.
    public func receipt(forSubmission id: String) -> Receipt {
        let code = HMAC<SHA256>.authenticationCode(for: Framing.bytes(Vault.scheme, "receipt", id), using: key)
        return Receipt(symbols: Crockford.symbols(of: Array(code.prefix(10))))
    }

    /// The hash under which the store knows what a person typed. Nil when the check shows a slip.
    public func hash(ofTyped typed: String) -> [UInt8]? { Receipt(typed)?.hash }
}

/// The secret with which an anonymous reporter comes back: 80 bits as sixteen characters and a check, `XXXX-XXXX-XXXX-XXXX-X`.
public struct Receipt: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private static let symbolCount = 16
    /// The text to show once. Never logged, never stored.
    public let text: String

    init(symbols: [UInt8]) { text = Crockford.grouped(Crockford.text(ofSymbols: symbols + [Crockford.check(symbols)])) }

    /// Reads what a person typed, as forgiving as `Reference`. Nil when the check shows a slip.
    public init?(_ typed: String) {
        guard let symbols = Crockford.symbols(reading: typed), symbols.count == Self.symbolCount + 1 else { return nil }
        guard let data = Crockford.unchecked(symbols) else { return nil }
        self.init(symbols: data)
    }

    /// What the store keeps: SHA-256 of the canonical text. Eighty random bits can't be tried out.
    public var hash: [UInt8] { [UInt8](SHA256.hash(data: Framing.bytes(Vault.scheme, "receipt-hash", text))) }

    /// Never shows the secret.
    public var description: String { "Receipt" }
    /// Never shows the secret.
    public var debugDescription: String { description }
    /// Never shows the secret.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: [String]()) }
}
