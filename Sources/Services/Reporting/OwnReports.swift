// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// What I reported, and what came of it.
extension Reporting {
    private static let pageSize = 25

    /// My reports, newest first. `page` counts from 0.
    public func ownReports(_ actor: Actor, page: Int) async throws -> (rows: [OwnReportRow], total: Int) {
        let allowed = AccessPolicy.scope(actor, .readOwnReport)
        // Nothing in scope is a refusal, not an empty list: a program whose token lacks the scope must not read "you reported nothing".
        guard !allowed.clauses.isEmpty else {
            try await house.recordRefusal(actor, .readOwnReport, concern: nil)
            throw ServiceError.refused(action: .readOwnReport, ask: house.contact(for: actor))
        }
        let scope = ScopeSQL(allowed, first: 1, now: house.now)
        let offset = max(0, min(page, 10_000)) * Self.pageSize
        let (rows, total) = try await house.store.read { session in
            let rows = try session.query(
                """
                SELECT \(OwnReportRow.columns) FROM concern c WHERE \(scope.text) ORDER BY c.received_at DESC LIMIT \(Self.pageSize) OFFSET \(offset)
                """, scope.arguments)
            return (rows, try session.integer("SELECT count(*) AS n FROM concern c WHERE \(scope.text)", scope.arguments))
        }
        return (try rows.map(OwnReportRow.init(listed:)), Int(total))
    }

    /// One report of mine with its replies, which are read from now on.
    public func ownReport(_ actor: Actor, reference: String) async throws -> OwnReport {
        let id = try await house.concernID(reference)
        return try await house.recordingRefusals(actor, id) {
            let (parts, practice) = try await house.store.read { session in
                _ = try house.authorise(session, actor, .readOwnReport, id)
                return (try ConcernParts(session, id), try PracticeReading(session, id))
            }
            let act = ActOfPerson(.consult, by: actor, to: .readOwnReport, at: house.now, purpose: "own_report")
            let at = house.now
            try await house.store.write(act) { transaction in
                // Asked again where the entry is written, as for a concern.
                _ = try house.authorise(transaction, actor, .readOwnReport, id)
                try OwnReport.note(parts, practice, of: id, in: transaction, at: at)
                try NoticeRow.opened([.reply], of: id, by: actor, at: at, transaction.session)
            }
            return try OwnReport(house, parts, practice, for: actor.agency)
        }
    }

    /// Adds words to a report of mine; the desk is told. Nothing is overwritten. Twice sent with one key, they are added once.
    public func add(_ actor: Actor, reference: String, words: String, idempotencyKey: String? = nil) async throws {
        let words = try Words.checked(words, field: "words")
        let concern = try await house.concernID(reference)
        try await house.recordingRefusals(actor, concern) {
            let at = house.now
            let addendum = try NewAddendum(
                house, concern, words, agency: actor.agency, by: actor.account.description, at: at,
                repeated: idempotencyKey.map { IdempotencyKey(house, actor, "add:\(concern):" + $0, content: words) })
            try await house.store.write(ActOfPerson(.report, by: actor, to: .addToOwnReport, at: at, purpose: "addendum")) { transaction in
                let (facts, _) = try house.authorise(transaction, actor, .addToOwnReport, concern)
                try addendum.write(facts, in: transaction)
            }
        }
    }
}

extension ReporterStanding {
    /// Where a report stands that nobody has replied to.
    init(unanswered status: ConcernStatus) {
        self =
            switch status {
            case .new, .returned: .waiting
            case .taken: .beingRead
            default: .decided
            }
    }
}
