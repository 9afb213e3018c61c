// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What others already know: each piece in one sentence, with the reasons why it may be about the same, and three honest answers.
struct PiecesCard {
    let reader: ConcernReader
    var answer: MatchNotice?

    private var pieces: [PieceView] { reader.view.pieces }

    var html: HTML {
        Card.html(
            "pieces", "What others already know",
            "\(NotSearched.notice(reader.view.notSearched))\(summary)\(pieces.map { PieceArticle(piece: $0, reader: reader, notice: answer).html })"
        )
    }

    private var summary: HTML {
        guard !pieces.isEmpty else {
            guard reader.view.row.isSearchable else {
                return """
                    <p>\(say: "Too little to search by: nobody and nothing is named that others could know. What was seen is not compared.")</p>
                    """
            }
            return "<p>\(say: "Nothing was found in what was searched. It does not mean that nobody knows these people.")</p>"
        }
        let ofOthers = pieces.allSatisfy { $0.agency != reader.view.row.agency }
        let count = pieces.count
        let found =
            ofOthers
            ? Sentence(
                count, one: "1 report by another agency may be about the same.", many: "\(count) reports by others may be about the same.")
            : Sentence(count, one: "1 other report may be about the same.", many: "\(count) other reports may be about the same.")
        let agencies = Set(pieces.map(\.agency)).count
        let unmet = pieces.filter(\.unmet).count
        let unanswered = reader.unanswered
        return """
            <p>\(found) \
            \(count == 1 ? nil : Sentence(agencies, one: "They come from 1 agency.", many: "They come from \(agencies) agencies.")) \
            \(unmet == 0 ? nil : Sentence(unmet, one: "1 was closed without the need being met.", many: "\(unmet) were closed without the need being met.")) \
            \(unanswered == 0 ? nil : Sentence(unanswered, one: "1 match waits for an answer.", many: "\(unanswered) matches wait for an answer."))</p>
            """
    }
}

/// What an answer about pieces or a search does not cover, so that "nothing found" is never taken for "nothing known".
enum NotSearched {
    /// The notice, or nothing where the answer is whole.
    static func notice(_ codes: [String]) -> HTML? {
        guard !codes.isEmpty else { return nil }
        let items: [HTML] = codes.map { "<li>\(words($0))</li>" }
        return "<div class=\"notice due\" role=\"status\"><p>\(say: "Not everything was searched:")</p><ul>\(items)</ul></div>"
    }

    private static func words(_ code: String) -> Sentence {
        switch code {
        case "linking_pending": "This concern is still being compared with what is known. Load the page again in a moment."
        case "index_loading":
            "What is known is still being loaded. Names and words were not searched; references, numbers and accounts were."
        case "index_behind": "The newest reports are still being added to what can be searched."
        case "term_too_short": "A word was too short to search for. Write at least two letters of it."
        case "term_too_common": "A word is so common that it was not searched for by itself. Add another."
        case "too_many_terms": "Only the first words were searched for."
        case "more_than_listed": "There is more than can be listed. Add a word to narrow it down."
        default: Sentence(verbatim: code)
        }
    }
}
