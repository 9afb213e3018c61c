// SPDX-License-Identifier: Apache-2.0
import LinkNetwork
import Safeguarding
import Services

/// The picture of this product: one lane an agency, time from left to right, each piece a mark, each link a line to what was reported now.
/// The list of pieces says the same in words.
struct PieceStripDrawing {
    /// The most pieces drawn; the list has them all.
    private static let most = 24
    private static let longestLane = 26
    private static let longestWord = 22

    let reader: ConcernReader

    var html: HTML? {
        guard !reader.view.pieces.isEmpty else { return nil }
        let pieces = Array(reader.view.pieces.prefix(Self.most))
        let row = reader.view.row
        let strip = PieceStrip(
            pieces.map { .init(lane: $0.agency, time: $0.receivedAt?.microseconds) } + [
                .init(lane: row.agency, time: row.receivedAt.microseconds, asks: true)
            ])
        let count = reader.view.pieces.count
        let label: Sentence =
            "Time line: \(count) other reports, earlier or later, and this one. The list of what others already know says the same."
        return Card.html(
            "strip", heading(pieces),
            """
            <div class="strip" role="region" tabindex="0"\(attribute: "aria-label", say: "Time line of the pieces")>\
            <svg viewBox="0 0 \(PieceStrip.Measures().width) \(strip.height)" width="\(PieceStrip.Measures().width)" height="\(strip.height)" role="img"\
            \(attribute: "aria-label", say: label)>\
            \(lanes(strip))\(years(strip, pieces))\(lines(strip, pieces))\(marks(strip, pieces))</svg></div>
            <p class="soft">\(say: "Full line: a person confirmed it. Broken line: not confirmed. Square: it exists, and may not be shown. Red: this concern.") \
            \(count > Self.most ? "\(say: "The first \(Self.most) are drawn; the list has all \(count).")" as HTML : nil)</p>
            """)
    }

    private func heading(_ pieces: [PieceView]) -> Sentence {
        let times = pieces.compactMap(\.receivedAt) + [reader.view.row.receivedAt]
        let count = reader.view.pieces.count + 1
        guard let first = times.min(), let last = times.max(), last.seconds(since: first) > 86_400 else { return "\(count) pieces" }
        return "\(count) pieces in \(When.span(last.seconds(since: first)))"
    }

    private func lanes(_ strip: PieceStrip) -> HTML {
        let measures = PieceStrip.Measures()
        let lines: [HTML] = strip.lanes.map { lane in
            """
            <path class="lane" d="M\(measures.from) \(lane.y)H\(measures.width - 10)"/>\
            <text x="0" y="\(lane.y + 4)">\(Self.short(lane.name, Self.longestLane))</text>
            """
        }
        return lines.joined()
    }

    /// The first days of months, as many as there is room for.
    private func years(_ strip: PieceStrip, _ pieces: [PieceView]) -> HTML {
        let times = pieces.compactMap(\.receivedAt) + [reader.view.row.receivedAt]
        guard let first = times.min(), let last = times.max() else { return .empty }
        let ticks: [HTML] = When.months(from: first, to: last, most: 9).map { month in
            let x = strip.x(of: month.start.microseconds)
            return """
                <path class="lane" stroke-dasharray="2 5" d="M\(x) 12V\(strip.height - 26)"/>\
                <text class="soft" x="\(x)" y="\(strip.height - 8)">\(month.name)</text>
                """
        }
        return ticks.joined()
    }

    private func lines(_ strip: PieceStrip, _ pieces: [PieceView]) -> HTML {
        let lines: [HTML] = strip.arcs.compactMap { arc in
            guard pieces.indices.contains(arc.piece) else { return nil }
            let answers = pieces[arc.piece].matches.map(\.answer)
            // What a person said is another matter has no line any more; the mark stays.
            guard answers.contains(where: { $0 != MatchCode.notSame }) else { return nil }
            let p = arc.points
            return """
                <path class="link\(answers.contains(MatchCode.same) ? "" : " unsure")" \
                d="M\(p[0]) \(p[1])C\(p[2]) \(p[3]) \(p[4]) \(p[5]) \(p[6]) \(p[7])"/>
                """
        }
        return lines.joined()
    }

    private func marks(_ strip: PieceStrip, _ pieces: [PieceView]) -> HTML {
        let marks: [HTML] = strip.marks.map { mark in
            guard pieces.indices.contains(mark.piece) else {
                return "<circle class=\"tonight\" cx=\"\(mark.x)\" cy=\"\(mark.y)\" r=\"11\"/>"
            }
            let piece = pieces[mark.piece]
            let sign: HTML =
                piece.shown == .exists
                ? "<rect class=\"mark\" x=\"\(mark.x - 8)\" y=\"\(mark.y - 8)\" width=\"16\" height=\"16\"/>"
                : "<circle class=\"mark\" cx=\"\(mark.x)\" cy=\"\(mark.y)\" r=\"8\"/>"
            let word = piece.sentence ?? ""
            guard mark.hasRoom, mark.x < PieceStrip.Measures().width - 180, !word.isEmpty else { return sign }
            return "\(sign)<text class=\"soft\" x=\"\(mark.x + 12)\" y=\"\(mark.y - 8)\">\(Self.short(word, Self.longestWord))</text>"
        }
        return marks.joined()
    }

    private static func short(_ text: String, _ most: Int) -> String { text.count > most ? "\(text.prefix(most - 1))…" : text }
}
