// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

extension Intake {
    /// Writes the report: its rows, keys, blind indexes, shut-outs and jobs.
    func write(in transaction: WriteTransaction, at: Instant) throws {
        for row in rows { try transaction.insert(row) }
        for seal in seals { try transaction.session.keep(seal) }
        try named.write(concern, in: transaction, at: at)
        try telling.write(concern, in: transaction, at: at)
        try transaction.queue(JobKind.link, for: concern.description, after: at.microseconds)
    }
}

/// A row of the table `shut_out`.
enum ShutOutRow {
    /// The states of a shut-out.
    enum State: String {
        /// Set by the exact name or identifier: in force.
        case set
        /// A likely spelling: in force until a person confirms or lifts it.
        case proposed
        /// A person confirmed it.
        case confirmed
        /// A person lifted it, with a reason.
        case lifted
    }

    static func make(concern: RecordID, account: String, state: State, at: Instant, salted transaction: WriteTransaction) -> LedgeredRow {
        transaction.row(
            "shut_out",
            [
                "concern_id": .text(concern.description), "account_id": .text(account), "state": .text(state.rawValue),
                "set_by": .text("system"), "set_at": .integer(at.microseconds), "reviewed_by": .null, "reviewed_at": .null,
                "review_id": .null,
                "sealed": .null,
            ])
    }
}

/// The kinds of jobs.
enum JobKind {
    /// Advance the match index to a concern's commit and link its pieces.
    static let link = "link"
}
