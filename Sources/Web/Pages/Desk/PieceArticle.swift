// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// One concern of others: agency, date, what was seen, what was decided then, why it matched.
struct PieceArticle {
    let piece: PieceView
    let reader: ConcernReader
    /// Where an answer comes back to.
    var backToDecision = false

    var html: HTML {
        """
        <article class="piece" id="piece-\(piece.concern)"><span class="agency" aria-hidden="true">\(piece.agency.prefix(1))</span><div>\
        <h3>\(heading) \(tag?.html)</h3>\(sentence)\(piece.matches.map { MatchAnswer(match: $0, reader: reader, backToDecision: backToDecision).html })</div></article>
        """
    }

    private var heading: HTML {
        let title: HTML =
            piece.receivedAt.map { "\(say: "\(piece.agency), \(When.date($0))")" } ?? "\(say: "\(piece.agency) knows something")"
        guard piece.canOpen, let reference = piece.reference else { return title }
        return "<a href=\"\(ReadingPurpose.desk.url(reference))\">\(title)</a>"
    }

    /// What was decided then; pieces closed with no further action stay as visible as the rest (RULE 2.4).
    private var tag: Tag? {
        if let outcome = piece.outcome {
            return Tag(Sentence(verbatim: reader.standard.label(outcome, in: .outcome)), piece.unmet ? .due : .plain)
        }
        return piece.status.map { Tag(ConcernWords.standing($0)) }
    }

    private var sentence: HTML {
        let ask: HTML? = piece.ask.map { "<p class=\"soft\">\(say: "To know more, ask \(ConcernReader.contact($0)).")</p>" }
        switch piece.shown {
        case .whole, .summary:
            let words: HTML = piece.sentence.map { "<p>“\($0)”</p>" } ?? "<p>\(say: "No words were written.")</p>"
            return "\(words)\(ask)"
        case .exists: return "<p>\(say: "What it says is not shown to you.")</p>\(ask)"
        }
    }
}
