// SPDX-License-Identifier: Apache-2.0

/// Forms of names that interchange: short forms and transliterations.
public struct NameVariants: Sendable {
    /// The built-in tables (`NameVariants+Table.swift`, `NameVariants+Further.swift`).
    public static let standard = NameVariants(text: table + "\n" + furtherTable)
    /// All tables: for names that stand alone, where no register says which are usual. Wider, and therefore looser, than `standard`.
    public static let wide = NameVariants(
        text: [
            table, furtherTable, boysTable, girlsTable, celticTable, easternTable, southEasternTable, muslimTable, southernTable,
            familyTable,
        ].joined(separator: "\n"), known: knownNames)

    /// The sets that a form stands in, by the hash of the form.
    private let sets: [UInt64: [Int]]
    private let forms: [[[UInt8]]]
    /// Forms that must not be taken for a form, by its hash.
    private let distinct: [UInt64: [UInt64]]
    /// Names that many bear, besides those in sets.
    private let known: Set<UInt64>

    /// A table from text, one set a line: "robert: rob bob bobby". The forms of a line interchange; a form may stand on several lines,
    /// and that does not join the lines. "! hassan hasan / hussain husain" keeps names apart that look or sound alike: those before the
    /// stroke are never those after it. Lines starting with "#" are comments.
    ///
    /// `known` are names that many bear: two of them that no line brings together are two names, however alike.
    public init(text: String, known names: String = "") {
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
        known = Set(Self.words(names).map { KeyHash.of($0) })
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

    /// How two different names stand to each other by the tables alone.
    enum Kinship {
        case forms, apart, unknown
    }

    /// Forms of one name when a line holds both; apart when the tables say so, or when both are well known and not even a third name stands
    /// on a line with each of them.
    func kinship(_ left: [UInt8], _ right: [UInt8]) -> Kinship {
        let (one, two) = (KeyHash.of(left), KeyHash.of(right))
        let lines = (sets[one] ?? [], sets[two] ?? [])
        if lines.0.contains(where: { lines.1.contains($0) }) { return .forms }
        if distinct[one]?.contains(two) == true { return .apart }
        guard known.contains(one) || !lines.0.isEmpty, known.contains(two) || !lines.1.isEmpty else { return .unknown }
        if known.contains(one), known.contains(two) { return .apart }
        let near = Set(lines.0.flatMap { forms[$0] })
        return lines.1.contains { forms[$0].contains { near.contains($0) } } ? .unknown : .apart
    }

    /// The hashes of the forms that interchange with each form.
    var interchanging: [UInt64: [UInt64]] {
        sets.mapValues { places in places.flatMap { forms[$0].map { KeyHash.of($0) } } }
    }

    /// The hashes of the forms that each form is never taken for.
    var keptApart: [UInt64: [UInt64]] { distinct }
}
