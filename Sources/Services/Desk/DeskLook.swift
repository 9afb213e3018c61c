// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

/// When a person last looked at the queue: what came since is new to them. Looking again in the same sitting takes nothing away, or a page
/// loaded twice would hide what nobody has read.
enum DeskLook {
    /// Seconds without a look after which a new sitting begins.
    static let sitting = 1_800.0
    /// How far back is new to whoever looks for the first time.
    static let first = 86_400.0

    /// From when on things are new to this person.
    static func since(_ session: any SQLSession, _ actor: Actor, now: Instant) throws -> Instant {
        let row = try session.first(
            "SELECT since_at, seen_at FROM desk_look WHERE account_id = $1", [.text(actor.account.description)])
        guard let row else { return now.adding(seconds: -first) }
        let seen = try row.instant("seen_at")
        return now.seconds(since: seen) > sitting ? seen : try row.instant("since_at")
    }

    /// Keeps that the person looks now.
    static func note(_ session: any SQLSession, _ actor: Actor, since: Instant, now: Instant) throws {
        try session.execute(
            """
            INSERT INTO desk_look (account_id, since_at, seen_at) VALUES ($1, $2, $3)
            ON CONFLICT (account_id) DO UPDATE SET since_at = excluded.since_at, seen_at = excluded.seen_at
            """, [.text(actor.account.description), .integer(since.microseconds), .integer(now.microseconds)])
    }
}

extension Desk {
    /// Says that a person has seen what is new: from here on only what comes later is.
    public func seen(_ actor: Actor, upTo moment: Instant) async throws {
        try await house.authorise(actor, .seeQueue)
        let now = house.now
        // What came while the page stood open has not been seen.
        let since = min(moment, now)
        try await house.store.writeWithoutEntry { session in try DeskLook.note(session, actor, since: since, now: now) }
    }
}
