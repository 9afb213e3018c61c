// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Entries of the ledger in words.
enum LedgerWords {
    /// The acts that there are, in the order in which they are offered.
    static let acts: [(code: String, words: Sentence)] = [
        ("report", "reported or added"), ("consult", "read"), ("search", "searched"), ("decide", "decided"), ("hand-over", "handed over"),
        ("accept", "accepted a hand-over"), ("decline", "refused a hand-over"), ("alter", "changed"),
        ("combine", "answered or linked matches"),
        ("disclose", "passed on"), ("export", "took out as a file"), ("erase", "erased"), ("break-glass", "opened in an emergency"),
        ("refuse", "was refused"), ("sign-in", "signed in"), ("sign-in-refused", "tried to sign in, and was refused"),
        ("sign-out", "signed out"),
        ("policy-change", "changed the directory, roles or access"), ("key-act", "made or destroyed a key"),
        ("system", "did a job of its own"),
    ]

    /// An act.
    static func act(_ code: String) -> Sentence { acts.first { $0.code == code }?.words ?? Sentence(verbatim: code) }

    /// Who acted.
    static func actor(_ line: LedgerLine) -> HTML {
        guard let actor = line.actor else { return line.actorName.isEmpty ? "\(say: "Somebody not signed in")" : "\(line.actorName)" }
        return "<a href=\"\(DirectoryAddresses.person.url(actor))\">\(line.actorName)</a>"
    }

    /// A code with spaces.
    static func plain(_ code: String) -> String { String(code.map { $0 == "_" || $0 == "-" ? " " : $0 }) }

    /// The role in which it was done.
    static func role(_ code: String) -> Sentence? {
        code.isEmpty ? nil : Role(rawValue: code).map { RoleWords.name($0) } ?? Sentence(verbatim: plain(code))
    }

    /// Further facts: what each is and, where the standard has a word for its code, that word.
    static func codes(_ codes: [String: String], _ standard: Standard) -> [HTML] {
        codes.sorted { $0.key < $1.key }.map { name, code -> HTML in
            if let list = lists[name], standard.code(code, in: list) != nil {
                return "\(LedgerPurposes.fact(name)): \(standard.label(code, in: list))"
            }
            if name.hasPrefix("gate."), let gate = standard.gates.first(where: { name == "gate." + $0.id }) {
                var list = CodeListName.yesNo
                if case .answer(let own, _) = gate.need { list = own }
                return "\(gate.text): \(standard.label(code, in: list))"
            }
            if name.hasSuffix("role"), let role = Self.role(code) { return "\(LedgerPurposes.fact(name)): \(role)" }
            if name == "filter-act" { return "\(LedgerPurposes.fact(name)): \(act(code))" }
            return "\(LedgerPurposes.fact(name)): \(plain(code))"
        }
    }

    private static let lists: [String: CodeListName] = ["outcome": .outcome, "reason": .refusalReason, "answer": .matchAnswer]

    /// What was touched or shown, folded where there is much of it.
    static func objects(_ objects: [LedgerObject], _ search: LedgerSearch) -> HTML? {
        guard !objects.isEmpty else { return nil }
        let written = objects.filter(\.written).count
        let count: Sentence =
            written == 0
            ? Sentence(objects.count, one: "1 thing shown or named", many: "\(objects.count) things shown or named")
            : Sentence(objects.count, one: "1 row written", many: "\(objects.count) things, \(written) of them written")
        let items: [HTML] = objects.prefix(200).map { object in
            // The key of a row with versions holds the id and more; an id alone can be looked for.
            let name: HTML = object.name.map { "\($0)" } ?? "<code>\(object.id)</code>"
            let isReference = object.kind == "concern" || object.kind == "case_file"
            let sought = isReference ? object.name ?? object.id : object.id
            let id: HTML =
                RecordID(object.id).map { _ in "<a href=\"\(search.without("object").with("object", sought))\">\(name)</a>" } ?? name
            return "<li>\(LedgerPurposes.kind(object.kind)) \(id)\(object.written ? " \(say: "written")" as HTML : nil)</li>"
        }
        return Disclosure.html(count, "<ul>\(items)</ul>")
    }
}
