// SPDX-License-Identifier: Apache-2.0

/// The further names of records as lists of words, by the number of the list.
struct WordLists: Sendable {
    private let starts: [UInt32]
    private let words: [UInt32]

    static let longest = 8

    init(_ table: ValueTable, names: inout ValueTable) {
        var starts: [UInt32] = [0, 0]
        var words: [UInt32] = []
        for number in 1..<UInt32(table.count + 1) {
            table.value(number) { bytes in
                var from = 0
                var taken = 0
                for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
                    if end > from, taken < Self.longest {
                        words.append(names.intern(bytes.part(from, end - from)))
                        taken += 1
                    }
                    from = end + 1
                }
            }
            starts.append(UInt32(words.count))
        }
        self.starts = starts
        self.words = words
    }

    /// The words of a list.
    func words(_ list: UInt32) -> ArraySlice<UInt32> { words[Int(starts[Int(list)])..<Int(starts[Int(list) + 1])] }

    /// How many records hold each word among their further names.
    func counts(_ register: Register, names: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: names + 1)
        let lists = register.further.counts
        for list in lists.indices.dropFirst() { for word in words(UInt32(list)) { counts[Int(word)] += lists[list] } }
        return counts
    }
}
