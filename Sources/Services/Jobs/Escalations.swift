// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension House {
    /// What climbs the out-of-hours chain.
    public var escalations: Escalations { Escalations(house: self) }
}

/// Uncovered areas and passed limits that nobody has taken yet.
public struct Escalations: Sendable {
    let house: House

    /// What climbs in my areas or is offered to me, oldest first. What has no area is everybody's.
    public func list(_ actor: Actor) async throws -> [Escalation] {
        try await house.authorise(actor, .takeEscalation)
        let (condition, arguments) = Self.mine(actor)
        let rows = try await house.store.read { session in
            try session.query(
                """
                SELECT e.*, c.reference FROM escalation e LEFT JOIN hand_over h ON h.id = e.subject_id
                LEFT JOIN share_ask q ON q.id = e.subject_id
                LEFT JOIN concern c ON c.id = COALESCE(h.concern_id, q.other_concern_id, e.subject_id)
                WHERE e.taken_by IS NULL AND \(condition) ORDER BY e.offered_at, e.id
                """, arguments)
        }
        return try rows.map { row in
            Escalation(
                id: try row.recordID("id"), kind: try row.text("kind"), area: try row.text("area"),
                concern: try row.optionalText("reference"),
                rank: try row.int("chain_rank"),
                offeredTo: try row.optionalRecordID("offered_to").map { house.directory.snapshot.name(of: $0) },
                offeredAt: try row.instant("offered_at"), climbsAt: try row.instant("climbs_at"))
        }
    }

    /// Takes one on: it climbs no further. Throws `notFound` where there is none of mine, `conflict(takenBy)` where another was quicker.
    public func take(_ actor: Actor, _ id: RecordID) async throws {
        try await house.authorise(actor, .takeEscalation)
        let at = house.now
        let (condition, arguments) = Self.mine(actor)
        let directory = house.directory.snapshot
        try await house.store.write(ActOfPerson(.alter, by: actor, to: .takeEscalation, at: at, purpose: "take_escalation")) {
            transaction in
            let row = try transaction.session.first(
                "SELECT e.taken_by, e.taken_at FROM escalation e WHERE e.id = $\(arguments.count + 1) AND \(condition)",
                arguments + [.text(id.description)])
            guard let row else { throw ServiceError.notFound }
            if let taken = try row.optionalText("taken_by") {
                throw ServiceError.conflict(.takenBy(directory.name(of: RecordID(taken)), at: try row.instant("taken_at")))
            }
            try transaction.update(
                "escalation", key: [.text(id.description)],
                set: ["taken_by": .text(actor.account.description), "taken_at": .integer(at.microseconds)])
            try Self.settleNotices(of: id, by: actor.account, at: at, transaction.session)
        }
    }

    /// Ends the notices of an escalation that was taken on or whose cause is no more.
    static func settleNotices(of id: RecordID, by account: RecordID?, at: Instant, _ session: any SQLSession) throws {
        let row = try session.one(
            """
            SELECT e.kind, e.area, c.id AS concern FROM escalation e LEFT JOIN hand_over h ON h.id = e.subject_id
            LEFT JOIN share_ask q ON q.id = e.subject_id
            LEFT JOIN concern c ON c.id = COALESCE(h.concern_id, q.other_concern_id, e.subject_id) WHERE e.id = $1
            """, [.text(id.description)])
        // Notices of rows end with the rows: see `Importing.settle`.
        if try row.text("kind") == ClimbCause.Kind.unreadable.rawValue { return }
        try NoticeRow.settleEscalation(
            concern: try row.optionalRecordID("concern"), area: try row.text("area"), by: account, at: at, session)
    }

    /// Which escalations are a person's to take, as a condition over `escalation e`, and none about a matter that shuts the person out.
    private static func mine(_ actor: Actor) -> (condition: String, arguments: [SQLValue]) {
        let areas = Set(Role.desks.flatMap { actor.areas(as: $0) }).sorted()
        let list = areas.isEmpty ? "''" : "'', " + SQLDialect.placeholders(areas.count, from: 3)
        let subject = """
            COALESCE((SELECT o.concern_id FROM hand_over o WHERE o.id = e.subject_id),
              (SELECT q.other_concern_id FROM share_ask q WHERE q.id = e.subject_id), e.subject_id)
            """
        let lets = ShutOutSQL.lets(concern: subject, account: "$1", agency: "$2")
        let asker = "(SELECT q.concern_id FROM share_ask q WHERE q.id = e.subject_id)"
        let letsAsker = ShutOutSQL.lets(concern: asker, account: "$1", agency: "$2")
        let own: [SQLValue] = [.text(actor.account.description), .text(actor.agency.description)]
        return ("(e.offered_to = $1 OR e.area IN (\(list))) AND \(lets) AND \(letsAsker)", own + areas.map { .text($0) })
    }
}

/// One thing that climbs the chain.
public struct Escalation: Sendable, Hashable {
    /// Its id, to take it.
    public let id: RecordID
    /// `uncovered_area`, `undecided`, `unanswered`, `unanswered_ask` or `unreadable_rows`.
    public let kind: String
    /// The area's code; empty where the concern has none.
    public let area: String
    /// The concern's reference, where it is about one.
    public let concern: String?
    /// How far up the chain it stands: 0 is the co-ordinator on duty.
    public let rank: Int
    /// To whom it is offered; nil where the chain has nobody.
    public let offeredTo: String?
    /// Since when.
    public let offeredAt: Instant
    /// When it goes one further.
    public let climbsAt: Instant
}
