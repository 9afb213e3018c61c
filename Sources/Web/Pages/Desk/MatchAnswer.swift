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
    var notice: MatchNotice?

    var html: HTML {
        "<div class=\"match\" id=\"\(MatchNotice.place(match.record, match.otherRecord))\">\(said)\(Disclosure.html(summary, EvidenceBars.html(match.evidence)))\(answer)</div>"
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

    /// What has just been done to this match.
    private var said: HTML? {
        notice.flatMap { $0.place == MatchNotice.place(match.record, match.otherRecord) ? $0.notice.html : nil }
    }

    /// An answer in words: of a household, whether it is the same household.
    private func words(_ code: Code) -> Sentence {
        Sentence(verbatim: (match.relation == .sameHousehold ? code.text("household") : nil) ?? code.label)
    }

    private var answer: HTML? {
        if let answer = match.answer {
            let label = reader.standard.code(answer, in: .matchAnswer).map(words) ?? Sentence(verbatim: answer)
            let by: Sentence = "\(label) · \(match.answeredBy ?? ""), \(match.answeredAt.map { When.short($0, now: reader.now) } ?? .empty)"
            return "<div class=\"row\">\(Tag(by, answer == MatchCode.same ? .good : .plain).html)\(undo)</div>"
        }
        guard reader.may(.answerMatch) else { return "<p class=\"soft\">\(say: "Nobody has answered yet.")</p>" }
        let buttons: [HTML] = reader.standard.list(.matchAnswer).codes.map { code in
            Button(words(code), name: "answer", value: code.code, weight: .quiet, hidden: about).html
        }
        return Form.post(
            DeskAddresses.answer.url(reader.key),
            """
            \(pair)\(cameFrom)\
            <div class="row">\(buttons)</div>
            """)
    }

    private var pair: HTML {
        "\(Form.hidden("record", match.record.description))\(Form.hidden("other", match.otherRecord.description))"
    }

    private var undo: HTML? {
        guard reader.may(.answerMatch), let id = match.answerID else { return nil }
        return Form.post(
            DeskAddresses.undo.url((reader.reference, id)),
            "\(pair)\(cameFrom)<button type=\"submit\" class=\"link\">\(say: "Undo")<span class=\"hidden\"> \(about)</span></button>")
    }

    /// Which pair a button is about, for those who hear it without its surroundings.
    private var about: Sentence { "(\(match.label), \(match.otherLabel ?? "not shown"))" }

    private var cameFrom: HTML? { backToDecision ? Form.hidden("back", "decide") : nil }
}

/// What has just been done to one match, to be said beside it and not at the head of a long page.
struct MatchNotice {
    /// The id of the match on its page.
    let place: String
    let notice: Notice

    private static let parameter = "match"

    /// The notice of an address, if it carries one and names a match of this concern.
    init?(_ request: WebRequest, _ pieces: [PieceView]) {
        guard let place = request.query[Self.parameter], let notice = Done.notice(request) else { return nil }
        let places = pieces.flatMap(\.matches).map { Self.place($0.record, $0.otherRecord) }
        guard places.contains(place) else { return nil }
        (self.place, self.notice) = (place, notice)
    }

    init(place: String, notice: Notice) { (self.place, self.notice) = (place, notice) }

    static func place(_ record: RecordID, _ other: RecordID) -> String { "match-\(record)-\(other)" }

    /// The address of a concern at one match, that says what was done there.
    static func url(_ page: SiteURL, _ record: RecordID, _ other: RecordID) -> SiteURL {
        let place = place(record, other)
        return page.with(parameter, place).at(place)
    }
}

/// The answers whose meaning software knows: one draws a full line, the other none.
enum MatchCode {
    static let same = "same"
    static let notSame = "not_same"
}
