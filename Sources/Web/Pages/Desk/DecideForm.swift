// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What was chosen on the form to decide with: outcome and level by address, the rest only when it is sent, so that no reason ever stands
/// in an address.
struct DecideForm {
    let standard: Standard
    /// The outcome chosen, if it is one of the standard's.
    let outcome: Code?
    let threshold: String?
    /// What was typed.
    let sent: FormData

    init(_ standard: Standard, _ form: FormData) {
        self.standard = standard
        outcome = form.text("outcome").flatMap { standard.code($0, in: .outcome) }
        threshold = form.text("threshold").flatMap { standard.code($0, in: .threshold) == nil ? nil : $0 }
        sent = form
    }

    /// Whether the outcome hands the concern to teams.
    var handsOver: Bool { outcome?.flag("hands_over") ?? false }

    /// The questions that the standard asks a person before this decision. One that stands only for some people is asked where `facts` are
    /// theirs, or when `Services` says that it stands.
    func gates(_ unmet: Set<String>, facts: [ConditionFacts] = []) -> [Gate] {
        guard let outcome else { return [] }
        let moves = Set(["decide"] + (outcome.flag("hands_over") ? ["hand_over"] : []) + (outcome.flag("closes") ? ["close_concern"] : []))
        return standard.gates.filter { gate in
            guard case .answer = gate.need, !moves.isDisjoint(with: gate.before) else { return false }
            return gate.when == .always || unmet.contains(gate.id) || facts.contains { gate.when.holds(for: $0) }
        }
    }

    /// The decision as `Services` takes it.
    func input(version: Int) -> DecisionInput {
        func given(_ prefix: String) -> [String: String] {
            let fields = sent.fields.filter { $0.name.hasPrefix(prefix) && !$0.value.isEmpty }
            return Dictionary(fields.map { (String($0.name.dropFirst(prefix.count)), $0.value) }, uniquingKeysWith: { $1 })
        }
        return DecisionInput(
            outcome: outcome?.code ?? "", threshold: threshold, reason: sent.text("reason") ?? "",
            lead: sent.text("lead").flatMap { RecordID($0) }, alsoReceive: sent.all("also").compactMap { RecordID($0) },
            gateAnswers: given(Self.gate), gateReasons: given(CloseCaseScreen.why),
            version: version)
    }

    /// The name of a gate's field begins so.
    static let gate = "gate."
}
