// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What the standard asks before a case closes, each met, not met, or answered by whoever closes it (RULE 4.2, 4.3).
struct GatesCard {
    let screen: CaseScreen

    var html: HTML? {
        guard screen.isOpen else { return nil }
        let gates = screen.view.gates
        let left = gates.filter { $0.standing == .notMet && $0.gate.blocks }.count
        let sentence: Sentence =
            left == 0
            ? "Nothing that the record must show is missing."
            : Sentence(left, one: "1 thing is missing and holds the closing.", many: "\(left) things are missing and hold the closing.")
        return Card.html(
            "gates", "Before it can close", "<p>\(sentence)</p>\(Self.list(gates, concern: screen.view.row.concernReference))\(source)")
    }

    /// The gates with how each stands. `concern` is the reference of the case's concern, where its reporter is answered.
    static func list(_ gates: [CaseGate], concern: String) -> HTML {
        let items: [HTML] = gates.map { gate in
            let open: HTML? =
                gate.standing == .notMet && !gate.gate.blocks ? "<br><small>\(say: "You can close without it.")</small>" : nil
            var answer: HTML?
            if gate.standing == .notMet, gate.gate.need == .fact(.reporterAnswered), !concern.isEmpty {
                answer = "<br><a href=\"\(ReadingPurpose.file.url(concern).at("replies"))\">\(say: "Answer the reporter")</a>"
            }
            let help: HTML? = gate.standing == .met ? nil : gate.gate.help.map { "<br><small>\($0)</small>" }
            return "<li>\(tag(gate).html) \(gate.gate.text)\(help)\(open)\(answer)</li>"
        }
        return "<ul class=\"checks\">\(items)</ul>"
    }

    private static func tag(_ gate: CaseGate) -> Tag {
        switch gate.standing {
        case .met: Tag("Met", .good)
        case .notMet: Tag("Not met", gate.gate.blocks ? .now : .due)
        case .asked: Tag("Asked at closing")
        }
    }

    private var source: HTML {
        let id = screen.standard.id
        let url = StandardAddresses.part.url(((id.place, id.version), StandardPart.gates.rawValue))
        return "<p class=\"soft\"><a href=\"\(url)\">\(say: "Where these come from, and who answers for them")</a></p>"
    }
}
