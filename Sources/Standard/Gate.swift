// SPDX-License-Identifier: Apache-2.0

/// What a concern or case must show before it moves or closes (RULE 4.2, 4.3).
public struct Gate: Sendable, Hashable {
    /// The gate's own name, unique in the standard.
    public let id: String
    /// The moves it stands before: codes of the list `move`.
    public let before: [String]
    /// What is asked or required, as the person reads it.
    public let text: String
    /// Why, or how to answer.
    public let help: String?
    /// What satisfies it.
    public let need: GateNeed
    /// When it stands.
    public let when: Condition
    /// Whether the move is held until it is satisfied; otherwise it is asked and the answer recorded.
    public let blocks: Bool
    /// Where it comes from.
    public let provenance: Provenance

    /// Makes a gate.
    public init(
        id: String, before: [String], text: String, help: String? = nil, need: GateNeed, when: Condition = .always, blocks: Bool,
        provenance: Provenance
    ) {
        self.id = id
        self.before = before
        self.text = text
        self.help = help
        self.need = need
        self.when = when
        self.blocks = blocks
        self.provenance = provenance
    }
}

/// What satisfies a gate.
public enum GateNeed: Sendable, Hashable {
    /// A person answers with a code of the list, giving a reason for each of the codes in `reasonFor`.
    case answer(list: CodeListName, reasonFor: [String])
    /// The newest record on a practice form that answers the question answered it so.
    case recorded(QuestionCondition)
    /// The record shows it; the system looks.
    case fact(GateFact)
}

/// What the system can see for itself in a concern or case.
public enum GateFact: String, Sendable, Hashable, CaseIterable {
    /// An outcome is recorded.
    case outcomeRecorded = "outcome_recorded"
    /// A reason in words is recorded with the decision.
    case reasonRecorded = "reason_recorded"
    /// One lead team is named.
    case leadNamed = "lead_named"
    /// Everybody who must receive is named.
    case receiversNamed = "receivers_named"
    /// A named person in the lead team has accepted.
    case leadAccepted = "lead_accepted"
    /// Every possible match has an answer.
    case matchesAnswered = "matches_answered"
    /// Every action has an outcome.
    case actionsClosed = "actions_closed"
    /// The reporter has been answered, or it is recorded why that is not safe.
    case reporterAnswered = "reporter_answered"
    /// A plan for the move to adult services is recorded.
    case transitionPlan = "transition_plan"
    /// The lawful basis for sharing is recorded.
    case lawfulBasis = "lawful_basis"
}
