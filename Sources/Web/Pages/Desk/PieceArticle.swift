// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Services
import Standard

/// One other report: agency, date, what was seen, what was decided then, why it matched.
struct PieceArticle {
    let piece: PieceView
    let reader: ConcernReader
    /// Where an answer comes back to.
    var backToDecision = false
    /// The answer just given or taken back.
    var notice: MatchNotice?

    var html: HTML {
        """
        <article class="piece" id="piece-\(piece.concern)">\
        <h3>\(heading) \(tag?.html)</h3>\(words)\(piece.matches.map { MatchAnswer(match: $0, reader: reader, backToDecision: backToDecision, notice: notice).html })</article>
        """
    }

    private var heading: HTML {
        let title: HTML =
            piece.receivedAt.map { "\(say: "\(piece.agency), \(When.date($0))")" } ?? "\(say: "\(piece.agency) knows something")"
        guard piece.canOpen, let reference = piece.reference else { return title }
        return "<a href=\"\(ReadingPurpose.desk.url(reference))\">\(title)</a>"
    }

    /// Pieces closed without the need being met stay as visible as the rest (RULE 2.4).
    private var tag: Tag? { piece.unmet ? Tag("Need not met then", .due) : nil }

    /// Asking for more is one press, and then says how it stands.
    private var beside: HTML? { AskBeside(piece: piece, reader: reader).html }

    private var words: HTML {
        let ask: HTML? = piece.ask.map { "<p class=\"soft\">\(ring: "To know more, ask \(ConcernReader.contact($0)).")</p>" }
        switch piece.shown {
        case .whole, .summary:
            let sentence = PieceSentence(
                agency: piece.agency, day: piece.receivedAt.map(When.date) ?? .empty, words: piece.sentence ?? "",
                decided: piece.decided, reasons: reasons)
            return "<p>\(sentence.piece)</p>\(ask)\(beside)"
        case .exists: return "<p>\(say: "What it says is not shown to you.")</p>\(ask)\(beside)"
        }
    }

    /// What agrees, each once, the strongest first: three say enough, the rest can be opened below.
    private var reasons: [Sentence] {
        var seen: Set<String> = []
        let best = piece.matches.flatMap(\.evidence).filter { $0.bits > 0 }.sorted { $0.bits > $1.bits }
        return best.filter { seen.insert($0.field).inserted }.prefix(3).compactMap { one in
            FieldWords.field(named: one.field).map { FieldWords.reason($0, Level(rawValue: one.level)) }
        }
    }
}
