// SPDX-License-Identifier: Apache-2.0

/// A piece of a page. Everything interpolated into it is escaped, so that a page can't be broken by what somebody typed:
///
/// ```swift
/// let card: HTML = "<h2>\(say: "Due in \(hours) hours")</h2><p>\(narrative)</p>"
/// ```
///
/// A sentence stays a sentence until the page is rendered for one language; the forgery token is filled in then too. So no component
/// needs the request.
struct HTML: Sendable {
    /// What is known only when the page is rendered for a request.
    enum Slot: Sendable {
        /// A sentence, to be said in the reader's language.
        case sentence(Sentence)
        /// A sentence whose telephone numbers are links that ring.
        case ringing(Sentence)
        /// The token that proves that a form came from our own page.
        case forgeryToken
    }

    /// A slot and the byte before which it stands.
    struct PlacedSlot: Sendable {
        let offset: Int
        let slot: Slot
    }

    private(set) var bytes: [UInt8] = []
    private(set) var slots: [PlacedSlot] = []

    /// Nothing.
    static let empty = HTML()

    /// An empty piece, to be appended to.
    init() {}

    /// Text, escaped.
    init(text: String) { append(text: text) }

    /// A sentence on its own.
    init(_ sentence: Sentence) { append(.sentence(sentence)) }

    /// Whether nothing would be shown.
    var isEmpty: Bool { bytes.isEmpty && slots.isEmpty }

    /// Appends text, escaped for element content and for quoted attribute values alike.
    mutating func append(text: String) { HTMLEscaping.append(text, to: &bytes) }

    /// Appends another piece.
    mutating func append(_ other: HTML) {
        let base = bytes.count
        bytes.append(contentsOf: other.bytes)
        for placed in other.slots { slots.append(PlacedSlot(offset: base + placed.offset, slot: placed.slot)) }
    }

    /// Appends something that is filled in when the page is rendered.
    mutating func append(_ slot: Slot) { slots.append(PlacedSlot(offset: bytes.count, slot: slot)) }

    /// Appends markup written in our own source; never called with anything that was typed.
    mutating func append(literal: String) { bytes.append(contentsOf: literal.utf8) }

    /// Makes room, so that appending does not copy.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.append(right)
        return sum
    }
}

extension [HTML] {
    /// The pieces one after the other, with `separator` between them.
    func joined(by separator: HTML = .empty) -> HTML {
        var all = HTML()
        all.reserve(reduce(0) { $0 + $1.bytes.count + separator.bytes.count })
        for (index, piece) in enumerated() {
            if index > 0 { all.append(separator) }
            all.append(piece)
        }
        return all
    }
}
