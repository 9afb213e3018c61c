// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Beside a piece that is not shown whole: one press asks for more, and then how the asking stands.
struct AskBeside {
    let piece: PieceView
    let reader: ConcernReader

    var html: HTML? {
        guard piece.shown != .whole || piece.asked != nil else { return nil }
        return "<div class=\"ask\">\(standing)\(press)</div>"
    }

    private var standing: HTML? {
        guard let ask = piece.asked else { return nil }
        let heading: HTML = "\(say: "Asked for more by \(ask.by), \(When.short(ask.askedAt, now: reader.now)).")"
        return "<p class=\"soft\">\(heading) \(AskWords.standing(ask, reader.standard, now: reader.now))</p>"
    }

    /// Once asked it waits; once answered with less than the whole it may be asked again.
    private var press: HTML? {
        guard piece.shown != .whole, reader.may(.answerMatch), let match = piece.matches.first else { return nil }
        if let ask = piece.asked, ask.answer == nil { return nil }
        return Form.post(
            SharingAddresses.ask.url(reader.key),
            """
            \(Form.hidden("record", match.record.description))\(Form.hidden("other", match.otherRecord.description))\
            \(Button("Ask for more", weight: .quiet, hidden: "of what \(piece.agency) holds").html)
            """)
    }
}
