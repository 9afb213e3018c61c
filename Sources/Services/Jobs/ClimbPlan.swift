// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Something that must not stay as it is: no co-ordinator is on duty for an area, or a hard limit has passed.
struct ClimbCause: Sendable, Hashable {
    /// The kinds, as they stand in the column `escalation.kind`.
    enum Kind: String, Sendable {
        /// An area has no named co-ordinator on duty.
        case uncoveredArea = "uncovered_area"
        /// A concern passed its hard limit without a decision.
        case undecided
        /// A hand-over passed its hard limit without an answer.
        case unanswered
        /// Another agency's asking for more of a concern passed its hard limit without an answer.
        case unansweredAsk = "unanswered_ask"
        /// Rows that an import of an agency could not read passed their hard limit without being settled.
        case unreadable = "unreadable_rows"
    }

    let kind: Kind
    /// The area's code, or the id of the concern, of the hand-over or of the agency whose rows they are.
    let subject: String
    /// The area whose chain is climbed; empty where a concern has none.
    let area: String
    /// The concern it is about, if any.
    let concern: RecordID?
}

extension ClimbCause {
    /// What the person whose turn it is gets by e-mail.
    var message: MessageKind {
        switch kind {
        case .uncoveredArea: .uncovered
        case .undecided, .unanswered, .unansweredAsk: .escalation
        case .unreadable: .unreadableRows
        }
    }

    /// The page that the message leads to: a list that asks who is there, never one concern.
    var page: String { kind == .unreadable ? "/imports" : "/desk/escalations" }
}

/// An escalation as it stands.
struct EscalationState: Sendable, Hashable {
    let id: RecordID
    let kind: String
    let subject: String
    let rank: Int
    let climbsAt: Instant
    /// The account that took it, `ended` where its cause is no more, nil while it climbs.
    let takenBy: String?

    /// What stands in `taken_by` once the cause has gone by itself.
    static let ended = "system"
}

/// What a round of climbing does: a pure function of what is wrong, what is under way and who is on duty.
struct ClimbPlan: Sendable, Hashable {
    /// One escalation, new or moved on.
    struct Step: Sendable, Hashable {
        let cause: ClimbCause
        /// The escalation to move on; nil for a new one.
        let existing: RecordID?
        let rank: Int
        /// Who is offered it, the first by name in the row; empty where the chain has nobody.
        let accounts: [RecordID]
    }

    private(set) var steps: [Step] = []
    /// Escalations whose cause is no more.
    private(set) var ended: [RecordID] = []

    /// `chain` gives who is on duty now and can act on a cause, by rank.
    init(causes: [ClimbCause], standing: [EscalationState], now: Instant, chain: (ClimbCause) -> [Duty]) {
        let rows = Dictionary(standing.map { ([$0.kind, $0.subject], $0) }, uniquingKeysWith: { first, _ in first })
        for cause in causes {
            let row = rows[[cause.kind.rawValue, cause.subject]]
            if let row, let taken = row.takenBy, taken != EscalationState.ended { continue }
            let isNew = row == nil || row?.takenBy == EscalationState.ended
            if !isNew, let row, now < row.climbsAt { continue }
            let duties = chain(cause)
            // Past its end the chain is gone through again, until a person takes it.
            let above = isNew ? nil : duties.first { $0.rank > row?.rank ?? -1 }?.rank
            let rank = above ?? duties.first?.rank ?? 0
            steps.append(Step(cause: cause, existing: row?.id, rank: rank, accounts: duties.filter { $0.rank == rank }.map(\.account)))
        }
        let wanted = Set(causes.map { [$0.kind.rawValue, $0.subject] })
        ended = standing.filter { $0.takenBy != EscalationState.ended && !wanted.contains([$0.kind, $0.subject]) }.map(\.id)
    }
}
