// SPDX-License-Identifier: Apache-2.0

/// The name under which people speak of a concern or case: `7KQM-2XWD-N`. Random, so it counts nothing and can't be
/// guessed from another (DESIGN rule 10). Forty bits: the store keeps it unique and asks for another when it is taken.
public struct Reference: Sendable, Hashable, CustomStringConvertible {
    private static let symbolCount = 8
    /// The canonical text, capitals with hyphens.
    public let description: String

    private init(symbols: [UInt8]) {
        description = Crockford.grouped(Crockford.text(ofSymbols: symbols + [Crockford.check(symbols)]))
    }

    /// A new reference.
    public static func random(_ randomness: Randomness = SystemRandomness.bytes) -> Reference {
        Reference(symbols: Array((Crockford.symbols(of: randomness(5)) + [UInt8](repeating: 0, count: symbolCount)).prefix(symbolCount)))
    }

    /// Reads what a person typed or said: either case, o for 0, i and l for 1, with or without hyphens. Nil when the
    /// check character shows a slip: any one wrong character, any two exchanged.
    public init?(_ text: String) {
        guard let symbols = Crockford.symbols(reading: text), symbols.count == Self.symbolCount + 1 else { return nil }
        guard let data = Crockford.unchecked(symbols) else { return nil }
        self.init(symbols: data)
    }
}
