// SPDX-License-Identifier: Apache-2.0
import Safeguarding
public import Standard
import Storage

/// One thing that the standard asks before a case closes (RULE 4.2, 4.3), and how it stands.
public struct CaseGate: Sendable, Hashable {
    /// How it stands.
    public enum Standing: String, Sendable, Hashable {
        /// The record shows it.
        case met
        /// The record does not show it.
        case notMet = "not_met"
        /// A person answers it when the case closes.
        case asked
    }

    /// The gate.
    public let gate: Gate
    /// How it stands.
    public let standing: Standing

    /// Names a gate and how it stands.
    public init(_ gate: Gate, _ standing: Standing) {
        self.gate = gate
        self.standing = standing
    }
}

/// What a person answered to a gate before a case closed, kept sealed with the reason for closing.
public struct GateAnswer: Sendable, Hashable, Codable {
    /// The gate's id in the standard.
    public let gate: String
    /// The code chosen.
    public let answer: String
    /// Why, in words; empty where the standard asks none.
    public let reason: String

    /// The answers to the gates that stand for these facts, by codes that can be chosen. Nothing else that was sent is kept.
    static func kept(_ answers: [String: String], _ reasons: [String: String], _ facts: ConditionFacts, _ standard: Standard) throws
        -> [GateAnswer]
    {
        try standard.gates.compactMap { gate in
            guard case .answer(let list, _) = gate.need, gate.when.holds(for: facts), let answer = answers[gate.id],
                standard.list(list).contains(answer)
            else { return nil }
            let reason = reasons[gate.id] ?? ""
            let words = reason.allSatisfy(\.isWhitespace) ? "" : try Words.checked(reason, field: "why." + gate.id)
            return GateAnswer(gate: gate.id, answer: answer, reason: words)
        }
    }
}

/// The gates before a case closes: other victims considered, the suspect's access to children, the victim about to turn 18
/// (RULE 4.2, 4.3). Which they are is the standard's to say.
struct CaseGates {
    static let move = "close_case"
    /// How a person says that something holds which the system can't see.
    static let holds = "yes"

    /// What the system sees for itself.
    struct Seen {
        var actionsClosed: Bool
        var reporterAnswered: Bool
    }

    let standard: Standard
    /// The gates that stand: a gate stands if it does for any of the people whom the concern is about.
    let gates: [Gate]

    init(_ opened: ConcernParts.Opened, _ standard: Standard, on today: PartialDate) {
        self.standard = standard
        let report = ConcernReport(
            standard: standard.id.rawValue, answers: opened.answers, statements: opened.statements,
            mentions: opened.mentions.map(\.mention))
        let facts = ConditionFacts.ofSubjects(report, standard, on: today, thresholdMet: true)
        gates = standard.gates.filter { gate in gate.before.contains(Self.move) && facts.contains { gate.when.holds(for: $0) } }
    }

    /// How each stands before anybody closes the case.
    func standings(_ seen: Seen) -> [CaseGate] {
        gates.map { gate in
            guard case .fact(let fact) = gate.need, let met = Self.isMet(fact, seen) else { return CaseGate(gate, .asked) }
            return CaseGate(gate, met ? .met : .notMet)
        }
    }

    /// The answers that count: to gates that stand, by a code that can be chosen, with a reason. Nothing else that was sent is kept.
    func kept(_ answers: [String: String], _ reasons: [String: String]) throws -> [GateAnswer] {
        try gates.compactMap { gate in
            guard let answer = answers[gate.id], standard.list(Self.list(gate)).contains(answer) else { return nil }
            let reason = reasons[gate.id] ?? ""
            let words = reason.allSatisfy(\.isWhitespace) ? "" : try Words.checked(reason, field: "why." + gate.id)
            return GateAnswer(gate: gate.id, answer: answer, reason: words)
        }
    }

    /// The gates that hold the closing, in the order of the standard.
    func unmet(_ answers: [GateAnswer], _ seen: Seen) -> [String] {
        gates.filter { gate in
            guard gate.blocks else { return false }
            let given = answers.first { $0.gate == gate.id }
            switch gate.need {
            case .answer(_, let reasonFor): return given.map { reasonFor.contains($0.answer) && $0.reason.isEmpty } ?? true
            case .recorded, .fact(.outcomeRecorded), .fact(.reasonRecorded): return false
            case .fact(let fact): return !(Self.isMet(fact, seen) ?? (given?.answer == Self.holds))
            }
        }.map(\.id)
    }

    /// The list from which a gate is answered.
    private static func list(_ gate: Gate) -> CodeListName {
        if case .answer(let list, _) = gate.need { return list }
        return .yesNo
    }

    /// Whether the record shows a fact; nil where a person has to say.
    private static func isMet(_ fact: GateFact, _ seen: Seen) -> Bool? {
        switch fact {
        case .actionsClosed: seen.actionsClosed
        case .reporterAnswered: seen.reporterAnswered
        // A case is opened by the lead's acceptance alone.
        case .leadNamed, .receiversNamed, .leadAccepted: true
        case .outcomeRecorded, .reasonRecorded, .matchesAnswered, .transitionPlan, .lawfulBasis: nil
        }
    }
}

/// The sealed words of a closing: the reason, and what was answered before.
struct ClosingDocument: Codable {
    var words: String
    /// Nil in what was sealed before answers were kept here.
    var answers: [GateAnswer]?
}
