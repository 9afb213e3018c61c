// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Services
import Standard

/// One record here and one there that may be the same: why, and what a person says. Nothing is ever merged.
struct MatchAnswer {
    let match: PieceMatch
    let reader: ConcernReader
    var backToDecision = false

    var html: HTML {
        "<div class=\"match\">\(Disclosure.html(summary, EvidenceBars.html(match.evidence)))\(answer)</div>"
    }

    private var summary: Sentence {
        let here = match.label.isEmpty ? "somebody not named" : match.label
        let there = match.otherLabel ?? ""
        switch match.relation {
        case .samePerson:
            return there.isEmpty ? "Why “\(here)” may be the same person" : "Why “\(here)” may be the same person as “\(there)”"
        case .sameHousehold:
            return there.isEmpty ? "Why “\(here)” may be of the same household" : "Why “\(here)” may be of one household with “\(there)”"
        case .sameThing:
            return there.isEmpty ? "Why “\(here)” may be the same" : "Why “\(here)” may be the same as “\(there)”"
        }
    }

    private var answer: HTML? {
        if let answer = match.answer {
            let label = reader.standard.label(answer, in: .matchAnswer)
            let by: Sentence = "\(label) · \(match.answeredBy ?? ""), \(match.answeredAt.map { When.short($0, now: reader.now) } ?? .empty)"
            return "<div class=\"row\">\(Tag(by, answer == MatchCode.same ? .good : .plain).html)\(undo)</div>"
        }
        guard reader.may(.answerMatch) else { return "<p class=\"soft\">\(say: "Nobody has answered yet.")</p>" }
        let buttons: [HTML] = reader.standard.list(.matchAnswer).codes.map { code in
            Button(Sentence(verbatim: code.label), name: "answer", value: code.code, weight: .quiet, hidden: about).html
        }
        return Form.post(
            DeskAddresses.answer.url(reader.key),
            """
            \(Form.hidden("record", match.record.description))\(Form.hidden("other", match.otherRecord.description))\(cameFrom)\
            <div class="row">\(buttons)</div>
            """)
    }

    private var undo: HTML? {
        guard reader.may(.answerMatch), let id = match.answerID else { return nil }
        return Form.post(
            DeskAddresses.undo.url((reader.reference, id)),
            "\(cameFrom)<button type=\"submit\" class=\"link\">\(say: "Undo")<span class=\"hidden\"> \(about)</span></button>")
    }

    /// Which pair a button is about, for those who hear it without its surroundings.
    private var about: Sentence { "(\(match.label), \(match.otherLabel ?? "not shown"))" }

    private var cameFrom: HTML? { backToDecision ? Form.hidden("back", "decide") : nil }
}

/// The answers whose meaning software knows: one draws a full line, the other none.
enum MatchCode {
    static let same = "same"
    static let notSame = "not_same"
}
