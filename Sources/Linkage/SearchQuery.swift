// SPDX-License-Identifier: Apache-2.0

/// What a person typed into the search box.
public struct SearchQuery: Hashable, Sendable {
    /// Free text: names, an identifier, four or more digits of a phone number, part of a registration mark ("?" for a
    /// character not read), a postcode or its first half, an e-mail address, an account, words of a text.
    public var text: String
    /// Only these kinds; nil for all.
    public var kinds: Set<RecordKind>?
    /// At most this many hits are listed; the total is counted in any case.
    public var limit: Int

    /// A query from its parts.
    public init(_ text: String, kinds: Set<RecordKind>? = nil, limit: Int = 50) {
        self.text = text
        self.kinds = kinds
        self.limit = limit
    }
}
