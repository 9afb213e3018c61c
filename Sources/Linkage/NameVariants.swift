// SPDX-License-Identifier: Apache-2.0

/// Forms of names that interchange: short forms and transliterations.
public struct NameVariants: Sendable {
    /// The built-in tables (`NameVariants+Table.swift`, `NameVariants+Further.swift`).
    public static let standard = NameVariants(text: table + "\n" + furtherTable)

    /// The sets that a form stands in, by the hash of the form.
    private let sets: [UInt64: [Int]]
    private let forms: [[[UInt8]]]
    /// Forms that must not be taken for a form, by its hash.
    private let distinct: [UInt64: [UInt64]]

    /// A table from text, one set a line: "robert: rob bob bobby". The forms of a line interchange; a form may stand on several lines,
    /// and that does not join the lines. "! hassan hasan / hussain husain" keeps names apart that look or sound alike: those before the
    /// stroke are never those after it. Lines starting with "#" are comments.
    public init(text: String) {
        var sets: [UInt64: [Int]] = [:]
        var forms: [[[UInt8]]] = []
        var distinct: [UInt64: [UInt64]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("!") {
                let sides = line.split(separator: "/").map { Self.words(String($0)).map { KeyHash.of($0) } }
                if sides.count != 2 { continue }
                for left in sides[0] { distinct[left, default: []] += sides[1] }
                for right in sides[1] { distinct[right, default: []] += sides[0] }
                continue
            }
            let members = Self.words(String(line))
            if members.count < 2 { continue }
            for member in members { sets[KeyHash.of(member), default: []].append(forms.count) }
            forms.append(members)
        }
        self.sets = sets
        self.forms = forms
        self.distinct = distinct
    }

    private static func words(_ text: String) -> [[UInt8]] {
        let bytes = Fold.bytes(text)
        return Fold.words(bytes).map { Array(bytes[$0]) }
    }

    /// Hashes of names that a folded name is not, however alike.
    func distinct(from word: [UInt8]) -> [UInt64] { distinct[KeyHash.of(word)] ?? [] }

    /// The other forms of a folded name, in the table's order, each once.
    func others(of word: [UInt8]) -> [[UInt8]] {
        guard let places = sets[KeyHash.of(word)] else { return [] }
        var out: [[UInt8]] = []
        for place in places {
            for form in forms[place] where form != word && !out.contains(form) { out.append(form) }
        }
        return out
    }

    /// The hashes of the forms that interchange with each form.
    var interchanging: [UInt64: [UInt64]] {
        sets.mapValues { places in places.flatMap { forms[$0].map { KeyHash.of($0) } } }
    }

    /// The hashes of the forms that each form is never taken for.
    var keptApart: [UInt64: [UInt64]] { distinct }
}
