// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Whose name was looked for or read, as far as it concerns whoever looked: a code in the ledger's entry, never the name (RULE 7.4).
enum SoughtName: String, Sendable {
    /// Their own, whole.
    case ownName = "own_name"
    /// Their own family name, with another given name.
    case relative

    /// The name of the code in the entry.
    static let code = "about"

    /// What was typed into a search.
    static func of(_ text: String, by actor: Actor, _ directory: DirectorySnapshot) -> SoughtName? {
        of(words(text), directory.accounts[actor.account]?.name ?? "")
    }

    /// The people that a concern names: only the whole name counts, for what is read at a desk was not looked for.
    static func of(_ mentions: [MentionView], by actor: Actor, _ directory: DirectorySnapshot) -> SoughtName? {
        let own = directory.accounts[actor.account]?.name ?? ""
        let names = mentions.filter { $0.mention.kind == .person }.map { view in
            [QuestionID.givenNames, QuestionID.familyName].compactMap { view.mention.answers.first($0) }.joined(separator: " ")
        }
        return names.contains { of(words($0), own) == .ownName } ? .ownName : nil
    }

    private static func of(_ sought: Set<String>, _ own: String) -> SoughtName? {
        let name = ordered(own)
        guard name.count > 1, let family = name.last, sought.contains(family) else { return nil }
        if Set(name).isSubset(of: sought) { return .ownName }
        return sought.count > 1 ? .relative : nil
    }

    private static func words(_ text: String) -> Set<String> { Set(ordered(text)) }

    private static func ordered(_ text: String) -> [String] {
        text.split { !$0.isLetter && $0 != "'" && $0 != "-" }.map { AccountIndex.folded(name: String($0)) }.filter { !$0.isEmpty }
    }
}

/// What professional standards read is a protected enquiry: no page says who made it, nor that there was one.
enum ProtectedEnquiry {
    static let purpose = "protected_enquiry"

    /// The purpose that stands in the entry of a look.
    static func purpose(_ actor: Actor, else purpose: String) -> String {
        actor.holds(.professionalStandards) ? Self.purpose : purpose
    }
}
