// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

extension House {
    /// What waits for me.
    public var notices: Notices { Notices(house: self) }
}

/// Notices to people, teams and desks: ids and codes only. What one is about is read under the policy when it is opened.
public struct Notices: Sendable {
    let house: House
    private static let pageSize = 20

    /// A page of my unread notices and those of my teams and desks, newest first. None about a matter that I am shut out of. `page` counts
    /// from 0. What an action asks for and whom a passed limit is about are read under the policy, and stand in the ledger as read.
    public func mine(_ actor: Actor, page: Int = 0) async throws -> NoticePage {
        try await house.authorise(actor, .manageOwnAccess)
        let (condition, arguments) = Self.addressed(to: actor)
        let at = house.now
        let offset = max(0, min(page, 10_000)) * Self.pageSize
        let (rows, total) = try await house.store.read { session in
            let total = try session.integer("SELECT count(*) AS n FROM notice n WHERE n.read_at IS NULL AND \(condition)", arguments)
            let rows = try session.query(
                """
                SELECT n.id, n.kind, n.made_at, n.area, n.concern_id, c.reference, c.status, c.standard, c.owning_area
                FROM notice n LEFT JOIN concern c ON c.id = n.concern_id
                WHERE n.read_at IS NULL AND \(condition) ORDER BY n.made_at DESC, n.id LIMIT \(Self.pageSize) OFFSET \(offset)
                """, arguments
            )
            return (rows, total)
        }
        return NoticePage(rows: try await matters(actor, rows, at), total: Int(total), pageSize: Self.pageSize, asOf: at)
    }

    /// Marks as read all that is addressed to me and was made by a moment, so that nothing is ticked off that came while the list was
    /// being looked at.
    public func markAllRead(_ actor: Actor, madeBy last: Instant) async throws {
        try await house.authorise(actor, .manageOwnAccess)
        let (condition, arguments) = Self.addressed(to: actor)
        let at = house.now
        let next = arguments.count + 1
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                """
                UPDATE notice SET read_at = $\(next), read_by = $1 WHERE read_at IS NULL AND made_at <= $\(next + 1)
                AND id IN (SELECT n.id FROM notice n WHERE \(condition))
                """, arguments + [.integer(at.microseconds), .integer(last.microseconds)])
        }
    }

    /// Marks a notice as read. Throws `notFound` where there is none of mine.
    public func markRead(_ actor: Actor, _ id: RecordID) async throws {
        try await house.authorise(actor, .manageOwnAccess)
        let (condition, arguments) = Self.addressed(to: actor)
        let at = house.now
        let next = arguments.count + 1
        try await house.store.writeWithoutEntry { session in
            let changed = try session.execute(
                "UPDATE notice SET read_at = $\(next), read_by = $1 WHERE id = $\(next + 1) AND id IN (SELECT n.id FROM notice n WHERE \(condition))",
                arguments + [.integer(at.microseconds), .text(id.description)])
            guard changed == 1 else { throw ServiceError.notFound }
        }
    }

    /// Whom a notice is for, as a condition over `notice n`. `$1` is the account.
    private static func addressed(to actor: Actor) -> (condition: String, arguments: [SQLValue]) {
        var arguments: [SQLValue] = [.text(actor.account.description), .text(actor.agency.description)]
        var ways = ["n.account_id = $1"]
        let teams = actor.grants.compactMap(\.team?.description)
        let areas = Role.desks.flatMap { actor.areas(as: $0) }
        // The area of an escalation says what it is about: it is for one person after the other, not for the desk.
        for (way, values) in [("n.team_id IN", Set(teams)), ("n.kind <> 'escalation' AND n.area IN", Set(areas))] where !values.isEmpty {
            ways.append("\(way) (\(SQLDialect.placeholders(values.count, from: arguments.count + 1)))")
            arguments += values.sorted().map { .text($0) }
        }
        let lets = ShutOutSQL.lets(concern: "n.concern_id", account: "$1", agency: "$2")
        // Of an asking that was made from a matter that shuts them out they are not told either.
        let letsAsker = ShutOutSQL.lets(concern: "q.concern_id", account: "$1", agency: "$2")
        let asks = """
            (n.kind <> '\(NoticeKind.shareAsk.rawValue)' OR EXISTS (SELECT 1 FROM share_ask q WHERE q.other_concern_id = n.concern_id
            AND q.asked_at = n.made_at AND \(letsAsker)))
            """
        return ("(\(ways.joined(separator: " OR "))) AND \(lets) AND \(asks)", arguments)
    }
}

extension Role {
    /// The roles that are a desk: what is addressed to an area is theirs.
    static let desks: [Role] = [.coordinator, .dutyManager]
}

/// One page of notices.
public struct NoticePage: Sendable, Hashable {
    /// The newest first.
    public let rows: [Notice]
    /// How many there are unread.
    public let total: Int
    /// How many a page has.
    public let pageSize: Int
    /// The moment at which this was read.
    public let asOf: Instant
}

/// One notice.
public struct Notice: Sendable, Hashable {
    /// Its id, to mark it as read.
    public let id: RecordID
    /// A code: `hand_over`, `returned`, `addendum`, `reply`, `emergency`, `shut_out`, `escalation`, `action`, `allegation`,
    /// `unreadable_row` and the others of `NoticeKind`.
    public let kind: String
    /// The concern's reference, where it is about one.
    public let concern: String?
    /// When it was made.
    public let at: Instant
    /// What it is about, as far as this person may read it.
    public var matter: Matter?

    /// What a notice is about.
    public enum Matter: Sendable, Hashable {
        /// What is to be done on a case, and by when.
        case action(ActionToDo)
        /// An area, by name, has no co-ordinator on duty.
        case uncovered(area: String, code: String)
        /// A concern passed its limit undecided. The subject by name, where there is one and this person may read it.
        case undecided(subject: String?)
        /// A concern may be about somebody in a position of trust: the desk that has it, to ring.
        case allegation(DeskContact)
        /// A hand-over passed its limit unanswered.
        case unanswered(subject: String?)
    }

    /// An action on a case.
    public struct ActionToDo: Sendable, Hashable {
        /// Its own id.
        public let id: RecordID
        /// The reference of the case.
        public let caseReference: String
        /// The words, as written.
        public let words: String
        /// When it is due.
        public let dueAt: Instant

        /// Names one.
        public init(id: RecordID, caseReference: String, words: String, dueAt: Instant) {
            self.id = id
            self.caseReference = caseReference
            self.words = words
            self.dueAt = dueAt
        }
    }
}
