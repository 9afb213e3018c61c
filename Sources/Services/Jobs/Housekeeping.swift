// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

extension JobKind {
    /// A round of clearing away; it queues the next one itself.
    static let housekeeping = "housekeeping"
}

/// Once a day: the figures of periods that have ended, and what deletes itself. Only abandoned drafts do (DESIGN rule 9); sessions, links and keys of repeated writes hold nothing about a
/// concern.
struct Housekeeping: JobHandler {
    let house: House
    private static let subject = "region"
    /// A draft that nobody has touched for so long is abandoned.
    static let draftDays = 28.0
    /// For so long a write can be repeated under its key.
    static let repeatDays = 30.0

    var kind: String { JobKind.housekeeping }

    /// Queues the first round, where none waits.
    func begin() async throws {
        let now = house.now.microseconds
        try await house.store.writeWithoutEntry { session in try JobTable.queue(session, JobKind.housekeeping, Self.subject, at: now) }
    }

    func run(_ jobs: [Job]) async throws {
        let at = house.now
        func ago(_ days: Double) -> Int64 { at.adding(seconds: -days * 86_400).microseconds }
        try await house.releaseFigures()
        try await house.reporting.discardAbandoned(before: at.adding(seconds: -Self.draftDays * 86_400))
        try await house.door.discardAbandoned(before: at.adding(seconds: -Door.draftSeconds))
        try await house.door.resume()
        let ended = ago(Self.repeatDays), next = at.adding(seconds: 86_400).microseconds
        try await house.store.writeWithoutEntry { session in
            try session.execute("DELETE FROM idempotency WHERE created_at < $1", [.integer(ended)])
            try session.execute("DELETE FROM one_time_link WHERE expires_at < $1", [.integer(ended)])
            try session.execute("DELETE FROM outbox_message WHERE ended_at < $1", [.integer(ended)])
            try session.execute("DELETE FROM session WHERE expires_at < $1", [.integer(ended)])
            try JobTable.finish(session, jobs)
            try JobTable.queue(session, JobKind.housekeeping, Self.subject, at: next)
        }
    }
}
