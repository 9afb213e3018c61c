// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage

extension JobKind {
    /// A round of climbing for the whole region; it queues the next one itself.
    static let climb = "climb"
}

extension DirectorySnapshot {
    /// Who is on duty for a cause now, by rank. Rows of an agency are offered only to those who may read them.
    func chain(for cause: ClimbCause, at now: Instant) -> [Duty] {
        let duties = onDuty(cause.area, at: now)
        guard cause.kind == .unreadable, let agency = RecordID(cause.subject) else { return duties }
        let keepers = rowKeepers(of: agency, at: now)
        return duties.filter { keepers.contains($0.account) }
    }
}

/// Every minute: an uncovered area or a passed hard limit is offered to the next in the area's chain, until a person takes it.
struct Climbing: JobHandler {
    let house: House
    /// The subject of the one job there is.
    static let subject = "region"
    /// Seconds between two rounds.
    static let seconds = 60.0

    var kind: String { JobKind.climb }

    /// Queues the first round, where none waits; one that waits further off than two rounds was queued by a clock that was ahead, or laid
    /// aside after failures that may be over.
    func begin() async throws {
        let now = house.now
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                """
                INSERT INTO job (kind, subject, run_after, attempts) VALUES ($1, $2, $3, 0) ON CONFLICT (kind, subject)
                DO UPDATE SET run_after = CASE WHEN job.run_after > $4 THEN excluded.run_after ELSE job.run_after END
                """,
                [
                    .text(JobKind.climb), .text(Self.subject), .integer(now.microseconds),
                    .integer(now.adding(seconds: 2 * Self.seconds).microseconds),
                ])
        }
    }

    func run(_ jobs: [Job]) async throws {
        let at = house.now
        let directory = house.directory.snapshot
        let read = try await house.store.read { session in try ClimbRead(session, directory, now: at) }
        let plan = ClimbPlan(causes: read.causes, standing: read.standing, now: at) { directory.chain(for: $0, at: at) }
        let next = at.adding(seconds: Self.seconds).microseconds
        guard !plan.steps.isEmpty || !plan.ended.isEmpty else {
            return try await house.store.writeWithoutEntry { session in
                try JobTable.finish(session, jobs)
                try JobTable.queue(session, JobKind.climb, Self.subject, at: next)
            }
        }
        let climbsAt = house.due(.climb, ConditionFacts(), from: at, house.standard).hard
        let steps = plan.steps.map { step in (step: step, id: house.store.newID(), notices: step.accounts.map { ($0, house.store.newID()) })
        }
        let messages = plan.steps.flatMap { step in
            step.accounts.map { (message: house.message(step.cause.message, to: $0, link: step.cause.page), concern: step.cause.concern) }
        }
        try await house.store.write(ActOfPerson(systemAct: .system, at: at, purpose: "climb")) { transaction in
            try JobTable.finish(transaction.session, jobs)
            try transaction.queue(JobKind.climb, for: Self.subject, after: next)
            for (step, id, notices) in steps {
                try Self.write(step, id, at: at, climbsAt: climbsAt, transaction)
                for (account, notice) in notices {
                    // Rows lead to their own list, to whoever is next on call as to their owner.
                    if step.cause.kind == .unreadable {
                        try NoticeRow.insert(notice, kind: .unreadableRow, concern: nil, account: account, at: at, transaction.session)
                        continue
                    }
                    try NoticeRow.insert(
                        notice, kind: .escalation, concern: step.cause.concern, account: account, area: step.cause.area, at: at,
                        transaction.session)
                }
            }
            let facts = try FactsReader.facts(transaction.session, Set(messages.compactMap(\.concern)).sorted(), now: at)
            for (message, concern) in messages where concern.flatMap({ facts[$0] }).map({ message.mayGo($0, house) }) ?? true {
                try message.write(transaction.session)
            }
            for id in plan.ended {
                try transaction.update(
                    "escalation", key: [.text(id.description)],
                    set: ["taken_by": .text(EscalationState.ended), "taken_at": .integer(at.microseconds)])
                try Escalations.settleNotices(of: id, by: nil, at: at, transaction.session)
            }
        }
    }

    private static func write(
        _ step: ClimbPlan.Step, _ id: RecordID, at: Instant, climbsAt: Instant, _ transaction: WriteTransaction
    ) throws {
        let offered = SQLValue.text(step.accounts.first?.description)
        if let existing = step.existing {
            try transaction.update(
                "escalation", key: [.text(existing.description)],
                set: [
                    "chain_rank": .integer(step.rank), "offered_to": offered, "offered_at": .integer(at.microseconds),
                    "climbs_at": .integer(climbsAt.microseconds), "taken_by": .null, "taken_at": .null,
                ])
        } else {
            try transaction.insert(
                transaction.row(
                    "escalation",
                    [
                        "id": .text(id.description), "area": .text(step.cause.area), "kind": .text(step.cause.kind.rawValue),
                        "subject_id": .text(step.cause.subject), "chain_rank": .integer(step.rank), "offered_to": offered,
                        "offered_at": .integer(at.microseconds), "climbs_at": .integer(climbsAt.microseconds), "taken_by": .null,
                        "taken_at": .null,
                    ]))
        }
    }
}
