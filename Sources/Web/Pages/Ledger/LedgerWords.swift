// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

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
            let id: HTML =
                RecordID(object.id).map {
                    "<a href=\"\(search.without("object").with("object", $0.description))\"><code>\(object.id)</code></a>"
                } ?? "<code>\(object.id)</code>"
            return "<li>\(plain(object.kind)) \(id)\(object.written ? " \(say: "written")" as HTML : nil)</li>"
        }
        return Disclosure.html(count, "<ul>\(items)</ul>")
    }
}
