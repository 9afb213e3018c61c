// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Storage

/// The table `outbox_message`.
enum OutboxTable {
    /// For so long a taken message belongs to its taker; one that ended meanwhile leaves it to the next.
    static let leaseSeconds = 120.0
    /// After so long a message is given up: what it told has climbed on, and its link leads nowhere new.
    static let lifeSeconds = 86_400.0
    /// Seconds after the first failure; twice as long each time, up to the longest.
    static let firstPause = 10.0
    /// The longest pause.
    static let longestPause = 1_800.0

    /// A message taken to be sent.
    struct Taken: Sendable {
        let id: RecordID
        let kind: MessageKind
        let account: RecordID?
        let path: String?
        let sealed: SealedRecord?
        let queuedAt: Instant
        /// This try included.
        let attempts: Int
    }

    /// Takes the next message that is due, if there is one.
    static func take(_ session: any SQLSession, now: Instant) throws -> Taken? {
        let join = SealedRecord.join("t")
        let row = try session.first(
            """
            SELECT t.*, \(join.columns) FROM outbox_message t \(join.join) WHERE t.state = 'waiting' AND t.next_at <= $1
            ORDER BY t.next_at, t.id LIMIT 1
            """, [.integer(now.microseconds)])
        guard let row else { return nil }
        let attempts = try row.int("attempts") + 1
        // Two servers on one store: whoever moves the row from the time that both saw has it.
        let taken = try session.execute(
            "UPDATE outbox_message SET next_at = $1, attempts = $2 WHERE id = $3 AND state = 'waiting' AND next_at = $4",
            [
                .integer(now.adding(seconds: leaseSeconds).microseconds), .integer(attempts), .text(try row.text("id")),
                try row.value("next_at"),
            ])
        guard taken == 1, let kind = MessageKind(rawValue: try row.text("kind")) else { return nil }
        return Taken(
            id: try row.recordID("id"), kind: kind, account: try row.optionalRecordID("account_id"), path: try row.optionalText("path"),
            sealed: try row.optionalBlob("sealed") == nil ? nil : SealedRecord(row, kind: "outbox_message"),
            queuedAt: try row.instant("queued_at"), attempts: attempts)
    }

    /// Ends a message: sent, or given up. Its address and the key to it go at once.
    static func end(_ session: any SQLSession, _ id: RecordID, _ state: State, error: String?, now: Instant) throws(StorageError) {
        try session.execute(
            "UPDATE outbox_message SET state = $1, ended_at = $2, last_error = $3, sealed = NULL WHERE id = $4",
            [.text(state.rawValue), .integer(now.microseconds), .text(error), .text(id.description)])
        try session.execute("DELETE FROM record_key WHERE record_id = $1", [.text(id.description)])
    }

    /// Puts a message off after a failure, twice as long each time; gives it up where trying again is of no use or its life is over.
    static func putOff(_ session: any SQLSession, _ message: Taken, _ fault: MailFault, now: Instant) throws(StorageError) {
        if fault.isFinal || now.seconds(since: message.queuedAt) >= lifeSeconds {
            return try end(session, message.id, .failed, error: fault.code.rawValue, now: now)
        }
        try session.execute(
            "UPDATE outbox_message SET next_at = $1, last_error = $2 WHERE id = $3 AND state = 'waiting'",
            [
                .integer(now.adding(seconds: pause(attempts: message.attempts)).microseconds), .text(fault.code.rawValue),
                .text(message.id.description),
            ])
    }

    /// Seconds until the next try.
    static func pause(attempts: Int) -> Double {
        min(firstPause * Double(Int64(1) << Int64(min(max(attempts, 1) - 1, 20))), longestPause)
    }

    /// The states of a message.
    enum State: String { case waiting, sent, failed }
}

/// How the outbox stands: for metrics, `readyz` and `doctor`.
public struct OutboxFigures: Sendable, Hashable {
    /// Waiting to be sent.
    public var waiting = 0
    /// Of these, those that a relay has not taken at least once.
    public var retrying = 0
    /// Given up, in the last thirty days.
    public var failed = 0
    /// The code of the newest failure; nil where nothing fails.
    public var lastError: String?
    /// When the one that has waited longest was queued.
    public var oldest: Instant?

    /// Reads them.
    public static func read(_ session: any SQLSession) throws -> OutboxFigures {
        var figures = OutboxFigures()
        let row = try session.one(
            """
            SELECT COALESCE(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting_n,
            COALESCE(SUM(CASE WHEN state = 'waiting' AND last_error IS NOT NULL THEN 1 ELSE 0 END), 0) AS retrying_n,
            COALESCE(SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), 0) AS failed_n,
            MIN(CASE WHEN state = 'waiting' THEN queued_at END) AS oldest FROM outbox_message
            """)
        figures.waiting = try row.int("waiting_n")
        figures.retrying = try row.int("retrying_n")
        figures.failed = try row.int("failed_n")
        figures.oldest = try row.optionalInstant("oldest")
        figures.lastError = try session.first(
            "SELECT last_error FROM outbox_message WHERE last_error IS NOT NULL AND state <> 'sent' ORDER BY next_at DESC, id DESC LIMIT 1")?
            .optionalText("last_error")
        return figures
    }
}
