// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// One concern, and beside it what others already know.
struct ConcernScreen {
    let reader: ConcernReader
    let purpose: ReadingPurpose
    /// What was sent and could not be taken, to be shown again.
    var sent: FormData = .empty
    var errors: [FormError] = []

    private var view: ConcernView { reader.view }

    /// - Parameter answer: the answer to a match just given or taken back: said beside the match.
    func page(_ notice: Notice?, answer: MatchNotice? = nil) -> Page {
        Page(
            title: reader.heading, caption: "Concern \(reader.reference)", back: back, section: section, errors: errors, notice: notice,
            content: """
                \(NotPrinted.handling(view.handling, reader: reader.directory.name(of: reader.actor.account), now: reader.now))\(tags)\(ConcernWords.broughtBack(view.row, reader.standard, now: reader.now))\(line)\(restriction)\(actions)\
                \(ProposalCard(reader: reader, sent: sent, errors: errors).html)\
                \(PieceStripDrawing(reader: reader).html)
                \(Card.twoColumns(
                    "\(ReportedCard(reader: reader, sent: sent, errors: errors).html)",
                    "\(PiecesCard(reader: reader, answer: answer).html)\(DecisionCards(reader: reader).html)\(ReplyCard(reader: reader, sent: sent, errors: errors).html)"))
                \(KeepingCards(reader: reader, sent: sent, errors: errors).html)
                """)
    }

    private var back: SiteURL {
        switch purpose {
        case .desk: DeskAddresses.queue.url
        case .handOver: TeamAddresses.inbox.url
        case .file: TeamAddresses.cases.url
        case .search: SearchAddresses.search.url
        }
    }

    private var section: NavigationItem.Section {
        switch purpose {
        case .desk: .desk
        case .handOver: .handOvers
        case .file: .cases
        case .search: .search
        }
    }

    private var tags: HTML {
        let row = view.row
        return """
            <div class="row tags">\(ConcernWords.urgency(row.urgency, reader.standard)?.html)\
            \(ConcernWords.clock(row.clock, good: row.dueGood, hard: row.dueHard, now: reader.now))\
            \(Tag(ConcernWords.standing(row.status), row.status == .returned ? .now : .plain).html)</div>\
            \(ConcernWords.urgencyWords(row, reader.standard))\
            \(row.clock == nil ? nil : LimitSources.html(.decision, reader.standard))
            """
    }

    private var line: HTML {
        let row = view.row
        let told = view.toldAreas.map { reader.directory.name(ofArea: $0) }.joined(separator: ", ")
        let area: HTML = row.area.map { "\(say: "Area: \(reader.directory.name(ofArea: $0)).")" } ?? "\(say: "Area not known.")"
        let owner: HTML =
            row.owner.map { owner in
                row.ownedSince.map { "\(say: "\(owner) has it since \(When.short($0, now: reader.now)).")" } ?? "\(say: "\(owner) has it.")"
            } ?? "\(say: "Nobody has taken it.")"
        return """
            <p class="soft">\(say: "Received \(When.full(row.receivedAt)) from \(row.agency).") \(area) \
            \(told.isEmpty ? nil : "\(say: "Also told: \(told).")" as HTML) \(owner)</p>
            <p class="links"><a href="#safe">\(say: "Who must not find out")</a> <a href="#because">\(say: "Why can I see this?")</a> \
            <a href="\(DeskAddresses.looks.url(reader.key))">\(say: "Who has looked")</a></p>
            """
    }

    private var restriction: HTML? {
        view.row.restricted ? Notice("Restricted: only the people on it can open it. Talk of it to nobody else.", .due).html : nil
    }

    /// Take, take over, lay back, decide: what this person may do now, and nothing else.
    private var actions: HTML? {
        var buttons: [HTML] = []
        if reader.may(.decideConcern) { buttons.append(Button.link("Decide", DeskAddresses.decide.url(reader.reference), weight: .main)) }
        if reader.may(.takeConcern) {
            if let owner = view.row.owner, !reader.isMine {
                buttons.append(
                    Form.post(
                        DeskAddresses.take.url(reader.key),
                        "\(Form.hidden("over", "yes"))\(Button("Take over from \(owner)", weight: .quiet).html)"))
            } else if reader.isMine {
                buttons.append(Form.post(DeskAddresses.release.url(reader.key), Button("Put back", weight: .quiet).html))
            } else {
                buttons.append(Form.post(DeskAddresses.take.url(reader.key), Button("Take", weight: .quiet).html))
            }
        }
        buttons.append(Button.link("Brief for a strategy discussion", DeskAddresses.brief.url(reader.reference)))
        return buttons.isEmpty ? nil : "<div class=\"row buttons\">\(buttons)</div>"
    }
}
