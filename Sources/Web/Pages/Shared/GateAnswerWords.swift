// SPDX-License-Identifier: Apache-2.0
import Services
import Standard

/// What a person answered to the standard's questions before a decision or a closing, and why.
enum GateAnswerWords {
    static func html(_ answers: [GateAnswer], _ standard: Standard) -> HTML? {
        guard !answers.isEmpty else { return nil }
        return Facts.html(
            answers.map { answer in
                let gate = standard.gates.first { $0.id == answer.gate }
                var list = CodeListName.yesNo
                if case .answer(let own, _) = gate?.need { list = own }
                let reason: HTML? = answer.reason.isEmpty ? nil : "<br><span class=\"said\">\(answer.reason)</span>"
                return Facts.Fact(
                    name: Sentence(verbatim: gate?.text ?? answer.gate), value: "\(standard.label(answer.answer, in: list))\(reason)")
            })
    }
}
