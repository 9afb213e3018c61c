// SPDX-License-Identifier: Apache-2.0

/// What changed between two versions of a standard, in words.
public struct StandardDiff: Sendable, Hashable {
    /// One change.
    public struct Change: Sendable, Hashable, CustomStringConvertible {
        /// The part of the standard: lists, signs, limits, routes, gates, form, powers, figures, head.
        public let section: String
        /// The change as one sentence.
        public let sentence: String

        /// The sentence.
        public var description: String { sentence }
    }

    /// The changes, section by section, in the standard's order.
    public let changes: [Change]

    /// Compares two versions.
    public init(from old: Standard, to new: Standard) {
        var changes: [Change] = []
        func add(_ section: String, _ sentences: [String]) { changes += sentences.map { Change(section: section, sentence: $0) } }
        add(
            "head",
            DiffWords.fields(
                "The standard",
                [
                    ("title", old.title, new.title), ("jurisdiction", old.jurisdiction, new.jurisdiction),
                    ("calendar", old.calendar, new.calendar),
                ]))
        add("lists", ListDiff.sentences(old, new))
        add("signs", DiffWords.entries("sign", old.signs, new.signs, id: \.code, label: \.label, changes: SignDiff.sentences))
        add("limits", DiffWords.entries("limit", old.limits, new.limits, id: \.id, label: \.what, changes: LimitDiff.sentences))
        add("routes", DiffWords.entries("route", old.routes, new.routes, id: \.id, label: \.sentence, changes: RouteDiff.sentences))
        add("gates", DiffWords.entries("gate", old.gates, new.gates, id: \.id, label: \.text, changes: GateDiff.sentences))
        add("form", DiffWords.entries("page", old.pages, new.pages, id: \.id, label: \.title, changes: FormDiff.sentences))
        add(
            "form",
            DiffWords.entries(
                "practice form", old.practice.map(\.page), new.practice.map(\.page), id: \.id, label: \.title, changes: FormDiff.sentences))
        add("form", DiffWords.entries("question", old.questions, new.questions, id: \.id, label: \.text, changes: FormDiff.sentences))
        add("powers", DiffWords.entries("power", old.powers, new.powers, id: \.id, label: \.label, changes: PowerDiff.sentences))
        add("figures", DisclosureDiff.sentences(old.disclosure, new.disclosure))
        self.changes = changes
    }
}

/// The sentences that every section uses.
enum DiffWords {
    /// "The limit 'x' is new: …", "The limit 'x' is gone." and what changed in those that stayed.
    static func entries<Entry>(
        _ kind: String, _ old: [Entry], _ new: [Entry], id: (Entry) -> String, label: (Entry) -> String, changes: (Entry, Entry) -> [String]
    ) -> [String] {
        let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(id))
        var sentences = old.filter { !after.contains(id($0)) }.map { "The \(kind) '\(id($0))' is gone: \(bare(label($0)))." }
        for entry in new {
            if let earlier = before[id(entry)] {
                sentences += changes(earlier, entry)
            } else {
                sentences.append("The \(kind) '\(id(entry))' is new: \(bare(label(entry))).")
            }
        }
        let stayedBefore = old.map(id).filter(after.contains), stayedAfter = new.map(id).filter { before[$0] != nil }
        if stayedBefore != stayedAfter { sentences.append("The order of the \(kind)s changed.") }
        return sentences
    }

    /// "The x's title changed from 'a' to 'b'." for each field that differs.
    static func fields(_ subject: String, _ fields: [(name: String, old: String, new: String)]) -> [String] {
        fields.filter { $0.old != $0.new }.map { "\(subject): \($0.name) changed from '\($0.old)' to '\($0.new)'." }
    }

    /// The codes of a list in a sentence.
    static func list(_ codes: [String]) -> String { codes.isEmpty ? "none" : codes.joined(separator: ", ") }

    /// Without the full stop at its end, so that a sentence can hold it.
    private static func bare(_ text: String) -> String { text.last == "." || text.last == "?" ? String(text.dropLast()) : text }
}
