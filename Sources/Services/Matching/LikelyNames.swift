// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Storage
import Synchronization

/// Finding accounts whose name is likely a suspect's under another spelling. They are shut out until a person confirms or lifts it
/// (DESIGN rule 3); exact names and identifiers are caught earlier, in the report's own transaction.
final class LikelyNames: Sendable {
    private struct Known {
        var names: [RecordID: String] = [:]
        var index = MatchIndex()
    }

    private let known = Mutex(Known())

    /// The accounts that this concern's suspects may be.
    func likely(_ concern: IndexedConcern, _ directory: DirectorySnapshot) -> [RecordID] {
        let texts = concern.suspects.flatMap(Self.names)
        guard !texts.isEmpty else { return [] }
        let index = index(of: directory)
        var found: Set<RecordID> = []
        for text in texts {
            let answer = index.search(SearchQuery(text, kinds: [.person], limit: 20)) { _ in true }
            // One name alone is half the staff.
            guard answer.terms.count > 1 else { continue }
            for hit in answer.hits where hit.termsInGroup == answer.terms.count { found.insert(RecordID(hit.id)) }
        }
        return found.sorted()
    }

    /// Whole names of a suspect: given and family name, and each alias of two words or more.
    static func names(_ suspect: Mention) -> [String] {
        let answers = suspect.answers
        var names = answers.all(QuestionID.alsoKnownAs).flatMap(PersonValues.aliases)
        if let given = answers.first(QuestionID.givenNames), let family = answers.first(QuestionID.familyName) {
            names.append(given + " " + family)
        }
        return names.filter { $0.contains(" ") }
    }

    /// The index of the people who have an account, made anew when they change.
    private func index(of directory: DirectorySnapshot) -> MatchIndex {
        let names = directory.accounts.filter { !$0.value.isSystem && $0.value.state != .disabled }.mapValues(\.name)
        return known.withLock { known in
            if known.names != names {
                let index = MatchIndex()
                let records = names.sorted { $0.key < $1.key }.map { id, name in
                    IndexRecord(id: id.indexKey, group: id.indexKey, kind: .person, tag: 0, values: [.alias(name)])
                }
                index.upsert(records, position: 1)
                known = Known(names: names, index: index)
            }
            return known.index
        }
    }

    /// Shuts accounts out of a concern until a person has looked, and tells the desk. One that was looked at before is left as it is.
    static func propose(
        _ accounts: [RecordID], _ facts: ConcernFacts, _ notices: inout ArraySlice<RecordID>, at: Instant, _ transaction: WriteTransaction
    ) throws {
        for account in accounts {
            let key: [SQLValue] = [.text(facts.id.description), .text(account.description)]
            let known = try transaction.session.first("SELECT state FROM shut_out WHERE concern_id = $1 AND account_id = $2", key)
            guard known == nil, let notice = notices.popFirst() else { continue }
            try transaction.insert(
                ShutOutRow.make(concern: facts.id, account: account.description, state: .proposed, at: at, salted: transaction))
            try NoticeRow.insert(notice, kind: .shutOut, concern: facts.id, area: facts.owningArea, at: at, transaction.session)
        }
    }
}
