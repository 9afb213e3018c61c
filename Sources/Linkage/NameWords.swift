// SPDX-License-Identifier: Apache-2.0

/// One word of a name and where it came from.
struct NameWord: Sendable {
    let field: Field
    let start: Int
    let count: Int
}

enum NameWords {
    /// The words of the names among the items, given names first, then family, then aliases; at most `limit`.
    static func read(_ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>, limit: Int = 12, into words: inout [NameWord]) {
        words.removeAll(keepingCapacity: true)
        for item in items where item.field.rawValue <= Field.alias.rawValue {
            var start = item.start
            let end = item.start + item.count
            for index in item.start...end where index == end || bytes[index] == Fold.space {
                if index > start, words.count < limit { words.append(NameWord(field: item.field, start: start, count: index - start)) }
                start = index + 1
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// A part of the buffer; empty when it does not lie within.
    func part(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
        guard start >= 0, count > 0, start + count <= self.count, let base = baseAddress else { return .init(start: nil, count: 0) }
        return .init(start: base + start, count: count)
    }

    func part(_ item: Item) -> UnsafeBufferPointer<UInt8> { part(item.start, item.count) }

    func part(_ word: NameWord) -> UnsafeBufferPointer<UInt8> { part(word.start, word.count) }
}
