// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services
import Standard

/// Two pages for a strategy discussion: who must not know, what happened when, who holds what, what is missing, and why it was decided so.
/// Made of what this reader may see and no more; bounded, so that two pages are two pages.
struct BriefDocument {
    let reader: ConcernReader
    /// Who made it, and when: stands at the head and at the foot of every page.
    let marked: Sentence
    /// Whether everything in it is invented.
    let isFictional: Bool

    /// The most rows of each part, and characters of each text.
    static let mostEvents = 14
    static let mostHolders = 12
    static let mostGaps = 8
    static let longest = 180

    private var view: ConcernView { reader.view }

    /// The parts, for the page and for the file.
    var html: HTML {
        """
        <p class="mark-line"><b>\(say: "Confidential. Do not copy or pass on; destroy it after the discussion.")</b> \(marked)</p>\
        \(about)\(mustNotKnow)\(chronology)\(holders)\(gaps)\(decided)
        """
    }

    /// The whole document, for the program that makes the file.
    var document: [UInt8] {
        let page: HTML = """
            <!doctype html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>\(say: "Brief for a strategy discussion")</title>
            <style>\(Self.style)</style></head><body>
            <div class="foot">\(isFictional ? "\(say: "FICTIONAL REGION.") " as HTML : nil)\(marked)</div>
            <h1>\(say: "Brief for a strategy discussion")</h1>\(html)</body></html>
            """
        return page.rendered(.plain)
    }

    private static let style: HTML = """
        @page { size: A4; margin: 14mm 15mm 17mm; @bottom-left { content: element(foot); width: 80% }
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
        .foot { position: running(foot); font: 8pt sans-serif }
        body { font: 9pt/1.32 Inter, "DejaVu Sans", sans-serif; color: #000 } h1 { font-size: 14pt; margin: 0 0 2mm }
        h2 { font-size: 10.5pt; margin: 3mm 0 1mm; border-bottom: .4pt solid #444 } p, ul, dl { margin: 0 0 1.2mm } ul { padding-left: 4mm }
        table { border-collapse: collapse; width: 100% } caption { display: none } th, td { text-align: left; vertical-align: top; padding: .6mm 1.5mm .6mm 0;
          border-bottom: .3pt solid #bbb } th { font-weight: 600 } .facts div { margin: 0 } dt { font-weight: 600; display: inline } dd { display: inline; margin: 0 }
        .hidden { display: none } section { border: 0 } td:first-child { white-space: nowrap } a { color: #000; text-decoration: none }
        """

    private func part(_ id: String, _ heading: Sentence, _ content: HTML) -> HTML {
        "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(heading)</h2>\(content)</section>"
    }

    private func short(_ text: String) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        return line.count > Self.longest ? line.prefix(Self.longest) + "…" : line
    }

    private var about: HTML {
        let row = view.row
        let area: Sentence = row.area.map { "Area: \(reader.directory.name(ofArea: $0))." } ?? "Area not known."
        return """
            <p><b>\(reader.heading)</b> · \(say: "Concern \(reader.reference)") · \(ConcernWords.standing(row.status)). \(area) \
            \(row.urgencyWords.isEmpty ? nil : "“\(short(row.urgencyWords))”" as HTML)</p>
            """
    }

    /// First, before anything that could be said in the wrong company (RULE 2.3).
    private var mustNotKnow: HTML {
        let facts = reader.words.facts(view.answers, SafetyCard.questions(reader.standard))
        let suspects = view.mentions.filter { $0.mention.kind == .person && $0.mention.role == .suspect }.map(\.label)
            .map { $0.isEmpty ? say("a person not named") : short($0) }
        let outs = view.shutOuts.filter { $0.state != "lifted" }.map(\.name)
        let named: HTML? =
            suspects.isEmpty
            ? nil
            : "<p>\(say: "Persons of concern: \(suspects.joined(separator: "; ")). Nobody tells them, their family or their workplace.")</p>"
        let shut: HTML? =
            outs.isEmpty ? nil : "<p>\(say: "Shut out of this matter at work: \(outs.joined(separator: "; ")). They are not invited.")</p>"
        let unasked: HTML? =
            view.answers.first(QuestionID.mustNotFindOut) == nil
            ? "<p><b>\(say: "Nobody has asked who must not find out. Until a person has, treat every contact with the home as unsafe.")</b></p>"
            : nil
        return part("must-not-know", "Who must not know", "\(unasked)\(facts.isEmpty ? nil : Facts.html(facts))\(named)\(shut)")
    }

    private func say(_ sentence: Sentence) -> String { sentence.text() }

    /// One thing that happened.
    private struct Event {
        let at: Instant
        let who: HTML
        let what: HTML
    }

    private var events: [Event] {
        var events = [
            Event(
                at: view.row.receivedAt, who: "\(view.row.agency)",
                what: "<b>\(say: "This report.")</b> “\(short(view.statements.first?.text ?? ""))”")
        ]
        for piece in view.pieces {
            guard let at = piece.receivedAt, let words = piece.sentence else { continue }
            let decided: Sentence = piece.decided.map { "Decided then: \($0)." } ?? "Not decided yet."
            events.append(Event(at: at, who: "\(piece.agency)", what: "“\(short(words))” \(decided)"))
        }
        for addendum in view.addenda {
            events.append(Event(at: addendum.at, who: "\(addendum.by)", what: "\(say: "Added:") “\(short(addendum.words))”"))
        }
        for decision in view.decisions {
            events.append(
                Event(
                    at: decision.at, who: "\(decision.by)",
                    what:
                        "\(say: "Decided: \(reader.standard.label(decision.outcome, in: .outcome))")\(decision.confirmedBy.map { ", \(say: "confirmed by \($0)")" as HTML })"
                ))
        }
        for handOver in view.handOvers {
            guard let at = handOver.answeredAt else { continue }
            let words: Sentence = handOver.state == .accepted ? "\(handOver.teamName) accepted it" : "\(handOver.teamName) refused it"
            events.append(Event(at: at, who: "\(handOver.answeredBy ?? "")", what: "\(words)"))
        }
        return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private var chronology: HTML {
        let all = events
        // The newest are kept: what is left out is said.
        let shown = all.suffix(Self.mostEvents)
        let left = all.count - shown.count
        let more: HTML? =
            left == 0
            ? nil
            : "<p>\(Sentence(left, one: "1 earlier entry is left out here: see the concern.", many: "\(left) earlier entries are left out here: see the concern."))</p>"
        let rows: [HTML] = shown.map { "<tr><td>\(When.date($0.at))</td><td>\($0.who)</td><td>\($0.what)</td></tr>" }
        return part(
            "chronology", "What happened when",
            """
            \(more)<table><caption class="hidden">\(say: "What happened when")</caption><thead><tr><th scope="col">\(say: "Day")</th>\
            <th scope="col">\(say: "Who")</th><th scope="col">\(say: "What")</th></tr></thead><tbody>\(rows)</tbody></table>
            """)
    }

    private var holders: HTML {
        var lines: [HTML] = []
        lines.append(
            view.row.owner.map { "\(say: "\($0) has the concern.")" } ?? "<b>\(say: "Nobody has taken the concern.")</b>")
        for file in view.cases { lines.append("\(say: "Case \(file.reference): \(file.team), opened by \(file.openedBy).")") }
        for handOver in view.handOvers {
            let state: Sentence =
                switch handOver.state {
                case .offered: "not accepted yet, due \(When.full(handOver.dueHard))"
                case .accepted: "accepted by \(handOver.answeredBy ?? "")"
                case .refused: "refused"
                case .withdrawn: "withdrawn"
                }
            let duty: Sentence = handOver.leads ? "leads" : "also receives"
            lines.append("\(ring: "\(handOver.teamName) \(duty): \(state). \(ConcernReader.contact(handOver.contact))")")
        }
        for piece in view.pieces {
            let what: Sentence =
                switch piece.shown {
                case .whole, .summary: "has told what is above"
                case .exists: "knows something that is not shown here"
                }
            let ask: HTML? = piece.ask.map { " \(ring: "Ask \(ConcernReader.contact($0)).")" }
            lines.append("\(say: "\(piece.agency) \(what).")\(ask)")
        }
        return part("holders", "Who holds what", list(lines, most: Self.mostHolders))
    }

    private func list(_ lines: [HTML], most: Int) -> HTML {
        let items: [HTML] = lines.prefix(most).map { "<li>\($0)</li>" }
        let left = lines.count - items.count
        let more: HTML? = left > 0 ? "<li>\(say: "And \(left) more: see the concern.")</li>" : nil
        return "<ul>\(items)\(more)</ul>"
    }

    private var gaps: HTML {
        var lines: [HTML] = []
        let unanswered = reader.unanswered
        if unanswered > 0 {
            lines.append(
                "\(Sentence(unanswered, one: "1 match has no answer yet: it is not settled whether it is about the same.", many: "\(unanswered) matches have no answer yet: it is not settled whether they are about the same."))"
            )
        }
        if !view.notSearched.isEmpty { lines.append("\(say: "Not everything was searched: see the concern.")") }
        for handOver in view.handOvers where handOver.state == .offered { lines.append("\(say: "\(handOver.teamName) has not accepted.")") }
        for gap in view.gaps {
            let question = reader.standard.question(gap.question)?.text(for: .professional) ?? gap.question
            let label = view.mentions.first { $0.record == gap.record }?.label ?? ""
            lines.append(label.isEmpty ? "\(short(question))" : "\(short("\(question) (\(label))"))")
        }
        guard !lines.isEmpty else {
            return part("gaps", "What is missing", "<p>\(say: "Every question that is always asked has an answer.")</p>")
        }
        return part("gaps", "What is missing", list(lines, most: Self.mostGaps))
    }

    private var decided: HTML? {
        guard let last = view.decisions.last else { return nil }
        return part("decided", "Why it was decided so", "<p>“\(short(last.reason))” \(last.by), \(When.full(last.at))</p>")
    }
}
