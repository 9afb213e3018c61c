// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// What a notice can be about. A notice holds ids and codes only; what it is about is read under the policy when it is opened.
enum NoticeKind: String, Sendable {
    /// A hand-over waits for my team.
    case handOver = "hand_over"
    /// A hand-over was refused and the concern is back.
    case returned
    /// The reporter added something.
    case addendum
    /// A reply has been written to me.
    case reply
    /// Somebody opened a restricted record of mine in an emergency.
    case emergency
    /// A shut-out waits for a person to confirm or lift it.
    case shutOut = "shut_out"
    /// An area is uncovered or a limit has passed, and it is my turn.
    case escalation
    /// A concern has come that may be about somebody in a position of trust: for the duty that the standard wants told at once.
    case allegation
    /// An action on a case is mine.
    case action
    /// A decision waits for a second named person.
    case secondPerson = "second_person"
    /// A decision that I proposed was sent back.
    case sentBack = "sent_back"
    /// Another agency asks for more of a concern.
    case shareAsk = "share_ask"
    /// My asking was answered.
    case shareAnswer = "share_answer"
    /// A protected person may have been reported anew: for the duty holder alone.
    case protectedMatch = "protected_match"
    /// Somebody looked up their own name, a relative or very many people: for professional standards.
    case lookUp = "look_up"
    /// Rows of an import could not be read and are mine to settle.
    case unreadableRow = "unreadable_row"
}

/// A row of the table `notice`. An escalation's row names the area that it is about and is for an account alone; in every other row an area
/// is a desk to which the notice is addressed.
enum NoticeRow {
    static func insert(
        _ id: RecordID, kind: NoticeKind, concern: RecordID?, account: RecordID? = nil, team: RecordID? = nil, area: String? = nil,
        at: Instant,
        _ session: any SQLSession
    ) throws(StorageError) {
        try session.execute(
            "INSERT INTO notice (id, account_id, team_id, area, kind, concern_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [
                .text(id.description), .text(account?.description), .text(team?.description), .text(area), .text(kind.rawValue),
                .text(concern?.description), .integer(at.microseconds),
            ])
    }

    /// The matter is settled: nobody needs these notices any more. `by` is nil where nobody did it.
    static func settle(
        _ kinds: [NoticeKind], of concern: RecordID, by account: RecordID?, at: Instant, _ session: any SQLSession
    ) throws(StorageError) {
        let list = SQLDialect.placeholders(kinds.count, from: 4)
        try session.execute(
            "UPDATE notice SET read_at = $1, read_by = $2 WHERE concern_id = $3 AND read_at IS NULL AND kind IN (\(list))",
            [.integer(at.microseconds), .text(account?.description), .text(concern.description)] + kinds.map { .text($0.rawValue) })
    }

    /// An escalation was taken on, or its cause is no more: neither those to whom it was offered before wait for it.
    static func settleEscalation(
        concern: RecordID?, area: String, by account: RecordID?, at: Instant, _ session: any SQLSession
    ) throws(StorageError) {
        if let concern { return try settle([.escalation], of: concern, by: account, at: at, session) }
        try session.execute(
            """
            UPDATE notice SET read_at = $1, read_by = $2 WHERE concern_id IS NULL AND area = $3 AND kind = $4 AND read_at IS NULL
            """,
            [.integer(at.microseconds), .text(account?.description), .text(area), .text(NoticeKind.escalation.rawValue)])
    }

    /// An action is finished: its owner needs no notice of it. One is known by its owner and the moment at which it was set.
    static func settleAction(
        of concern: RecordID, owner: SQLValue, setAt: SQLValue, by account: RecordID, at: Instant, _ session: any SQLSession
    ) throws(StorageError) {
        try session.execute(
            """
            UPDATE notice SET read_at = $1, read_by = $2
            WHERE account_id = $3 AND read_at IS NULL AND kind = $4 AND concern_id = $5 AND made_at = $6
            """,
            [
                .integer(at.microseconds), .text(account.description), owner, .text(NoticeKind.action.rawValue),
                .text(concern.description), setAt,
            ])
    }

    /// A person has opened the page that these notices lead to: those to them, and those to a whole desk of theirs, are read. One to somebody
    /// else stays, whoever else opens the page.
    static func opened(
        _ kinds: [NoticeKind], of concern: RecordID?, by actor: Actor, at: Instant, _ session: any SQLSession
    ) throws(StorageError) {
        let account = SQLValue.text(actor.account.description)
        var condition = "account_id = $2"
        var arguments: [SQLValue] = [.integer(at.microseconds), account]
        let areas = Set(Role.desks.flatMap { actor.areas(as: $0) }).sorted()
        if !areas.isEmpty {
            // Whoever opened in an emergency sits at the same desk, and must not be the one who takes the notice of it away.
            let list = SQLDialect.placeholders(areas.count, from: arguments.count + 1)
            condition += " OR account_id IS NULL AND kind <> 'emergency' AND area IN (\(list))"
            arguments += areas.map { .text($0) }
        }
        let list = SQLDialect.placeholders(kinds.count, from: arguments.count + 1)
        arguments += kinds.map { .text($0.rawValue) }
        var about = "concern_id IS NULL"
        if let concern {
            arguments.append(.text(concern.description))
            about = "concern_id = $\(arguments.count)"
        }
        let ways = "(\(condition)) AND kind IN (\(list)) AND \(about)"
        try session.execute("UPDATE notice SET read_at = $1, read_by = $2 WHERE read_at IS NULL AND \(ways)", arguments)
    }
}
