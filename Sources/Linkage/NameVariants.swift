// SPDX-License-Identifier: Apache-2.0

/// Forms of names that interchange: short forms and transliterations.
public struct NameVariants: Sendable {
    /// The built-in table (`NameVariants+Table.swift`).
    public static let standard = NameVariants(text: table)

    /// The sets that a form stands in, by the hash of the form.
    private let sets: [UInt64: [Int]]
    private let forms: [[[UInt8]]]

    /// A table from text: one set a line, "robert: rob bob bobby" or "aisha ayesha aysha"; lines starting with "#" are comments.
    /// The forms of a line interchange; a form may stand on several lines, and that does not join the lines.
    public init(text: String) {
        var sets: [UInt64: [Int]] = [:]
        var forms: [[[UInt8]]] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = Fold.bytes(String(line))
            let members = Fold.words(words).map { Array(words[$0]) }
            if members.count < 2 { continue }
            for member in members { sets[KeyHash.of(member), default: []].append(forms.count) }
            forms.append(members)
        }
        self.sets = sets
        self.forms = forms
    }

    /// The other forms of a folded name, in the table's order, each once.
    func others(of word: [UInt8]) -> [[UInt8]] {
        guard let places = sets[KeyHash.of(word)] else { return [] }
        var out: [[UInt8]] = []
        for place in places {
            for form in forms[place] where form != word && !out.contains(form) { out.append(form) }
        }
        return out
    }
}
