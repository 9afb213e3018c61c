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
        concern.suspects.isEmpty ? [] : Self.likely(concern.suspects, index(of: directory))
    }

    /// Those of an index of accounts that one of these people may be.
    static func likely(_ suspects: [Mention], _ index: MatchIndex) -> [RecordID] {
        var found: Set<RecordID> = []
        for text in suspects.flatMap(Self.names) {
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
                known = Known(names: names, index: Self.index(of: names))
            }
            return known.index
        }
    }

    /// An index of the names of accounts.
    static func index(of names: [RecordID: String]) -> MatchIndex {
        let index = MatchIndex()
        let records = names.sorted { $0.key < $1.key }.map { id, name in
            IndexRecord(id: id.indexKey, group: id.indexKey, kind: .person, tag: 0, values: [.alias(name)])
        }
        index.upsert(records, position: 1)
        return index
    }

    /// Shuts an account out of a concern, unless somebody has looked at that before. Returns whether it is new.
    @discardableResult
    static func shutOut(
        _ account: RecordID, _ facts: ConcernFacts, _ state: ShutOutRow.State, at: Instant, _ transaction: WriteTransaction
    ) throws -> Bool {
        let key: [SQLValue] = [.text(facts.id.description), .text(account.description)]
        guard try transaction.session.first("SELECT state FROM shut_out WHERE concern_id = $1 AND account_id = $2", key) == nil else {
            return false
        }
        try transaction.insert(
            ShutOutRow.make(concern: facts.id, account: account.description, state: state, at: at, salted: transaction))
        return true
    }

    /// Shuts accounts out of a concern until a person has looked, and tells the desk. One that was looked at before is left as it is.
    static func propose(
        _ accounts: [RecordID], _ facts: ConcernFacts, _ notices: inout ArraySlice<RecordID>, at: Instant, _ transaction: WriteTransaction
    ) throws {
        for account in accounts {
            guard let notice = notices.first, try shutOut(account, facts, .proposed, at: at, transaction) else { continue }
            notices.removeFirst()
            try NoticeRow.insert(notice, kind: .shutOut, concern: facts.id, area: facts.owningArea, at: at, transaction.session)
        }
    }
}
