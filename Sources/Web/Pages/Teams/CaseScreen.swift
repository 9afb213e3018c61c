// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// One case: who it is about, what was reported and decided, what is to be done by whom, and what has happened.
struct CaseScreen {
    let view: CaseView
    let standard: Standard
    let directory: DirectorySnapshot
    let now: Instant
    /// What was sent and could not be taken, to be shown again.
    let sent: FormData
    let errors: [FormError]
    /// Words that were sent and are kept nowhere, because the case or the action had been closed meanwhile.
    var unkept: [String] = []

    var key: (String, RecordID) { (view.row.reference, view.row.id) }
    /// Whether something can still be added.
    var isOpen: Bool { view.outcome == nil && view.allowed.contains(.workCase) }
    var subject: Sentence { Self.subject(view.row) }
    var words: AnswerWords { AnswerWords(standard: standard, areas: directory) }

    /// Whom a case is about; never empty, for it names the page and the link to it.
    static func subject(_ row: CaseRow) -> Sentence {
        row.subject.flatMap { $0.isEmpty ? nil : Sentence(verbatim: $0) } ?? "Name not known"
    }

    func page(_ notice: Notice?) -> Page {
        Page(
            title: subject, caption: "Case \(view.row.reference)", back: TeamAddresses.cases.url, section: .cases, errors: errors,
            notice: notice,
            content: """
                \(UnkeptCard.html(unkept))\(tags)
                \(Card.twoColumns(
                    "\(SafetyCard(answers: view.reported.answers, words: words).html)\(CaseReportCards(screen: self).html)\(CasePeopleCard(screen: self).html)\(MembersCard(screen: self).html)\(because)",
                    "\(ActionsCard(screen: self).html)\(PracticeCard(screen: self).html)\(GatesCard(screen: self).html)\(TimelineCard(screen: self).html)"))
                """)
    }

    private var tags: HTML {
        let overdue = view.actions.filter(\.overdue).count
        let state: Tag = view.outcome.map { Tag("Closed: \(standard.label($0, in: .caseOutcome))") } ?? Tag("Open", .good)
        let late: Tag? = overdue == 0 ? nil : Tag(Sentence(overdue, one: "1 action overdue", many: "\(overdue) actions overdue"), .now)
        let crimes: [HTML] = view.reported.crimes.map { Tag(Sentence(verbatim: standard.label($0, in: .crime))).html }
        let close: HTML? = isOpen ? Button.row(Button.link("Close the case", TeamAddresses.close.url(view.row.reference))) : nil
        return """
            <div class="row tags">\(state.html)\(late?.html)\(crimes)</div>
            <p class="soft">\(say: "\(view.row.team). Opened by \(view.row.openedBy), \(When.full(view.row.openedAt)).")</p>
            <p class="links"><a href="#actions">\(say: "Actions")</a> <a href="#timeline">\(say: "Timeline")</a> \
            <a href="#people">\(say: "People")</a> <a href="#because">\(say: "Why can I see this?")</a> \
            <a href="\(ReadingPurpose.file.url(view.row.concernReference))">\(say: "The concern with what others know: \(view.row.concernReference)")</a></p>\(close)
            """
    }

    private var because: HTML {
        Card.html(
            "because", "Why can I see this?",
            "<p>\(PolicyWords.because(view.because, area: nil, directory))</p><p>\(say: "That you opened it stands in the ledger.")</p>")
    }
}

/// What somebody typed that could not be kept: shown once more, so that it is not lost.
enum UnkeptCard {
    static func html(_ words: [String]) -> HTML? {
        guard !words.isEmpty else { return nil }
        let quotes: [HTML] = words.map { "<blockquote class=\"said\">\($0)</blockquote>" }
        return Card.html(
            "unkept", "What you wrote was not kept", meaning: .now,
            "<p>\(say: "Copy it if you still need it: it stands nowhere else. What is new about a person can be reported as a new concern.")</p>\(quotes)"
        )
    }
}
