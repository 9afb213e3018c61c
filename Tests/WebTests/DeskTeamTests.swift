// SPDX-License-Identifier: Apache-2.0
import Standard
import Testing

@testable import Safeguarding
@testable import Services
@testable import Web

@Suite("Hand-overs, cases, search") struct DeskTeamTests {
    private let now = DeskFixtures.now

    private func handOver(_ state: HandOverView.State, clock: LimitState? = .running) -> HandOverView {
        HandOverView(
            id: RecordID(high: 7, low: 1), concern: DeskFixtures.concern, reference: "7KQM2X", team: RecordID(high: 7, low: 2),
            teamName: "Central team",
            teamKind: "central_cse_team", contact: DeskContact(name: "Central team", phone: "0121 496 0300", hours: "always"), leads: true,
            state: state,
            urgent: true, offeredBy: "Dana Brightwell", offeredAt: now, dueGood: now.adding(seconds: 60), dueHard: now.adding(seconds: -60),
            clock: state == .offered ? clock : nil,
            answeredBy: state == .offered ? nil : "Lee Sample", answeredAt: state == .offered ? nil : now,
            refusal: state == .refused ? "not_our_area" : nil,
            words: "Lives elsewhere.")
    }

    private func inbox(
        _ list: [HandOverView], answered: Bool = false, about: QueueRow? = DeskFixtures.row(), total: Int? = nil, page: Int = 0
    ) -> String {
        let part: HandOverInbox.Part = answered ? .answered : .waiting
        let inbox = HandOverInbox(
            rows: list.map {
                InboxRow(
                    handOver: $0, agency: "Testshire Police", standard: "west-midlands/2026", crimes: ["child_sexual_exploitation"],
                    about: about, reason: about == nil ? nil : "Two agencies, one child.")
            }, part: part, page: page, pageSize: 50, counts: [part: total ?? list.count],
            passed: list.filter { $0.clock == .passedHardLimit }.count)
        return HandOverScreen(inbox: inbox, standard: { _ in DeskFixtures.standard }, now: now).page(nil).content.text()
    }

    @Test func aHandOverIsAcceptedOrRefused() {
        let text = inbox([handOver(.offered, clock: .passedHardLimit)])
        #expect(text.contains("1 hand-over waits") && text.contains("1 has passed its limit.") && text.contains("Leads"))
        #expect(text.contains("/accept\"") && text.contains("/refuse\""))
    }

    @Test func aHandOverSaysWhatItIs() {
        let text = inbox([handOver(.offered)])
        for words in [
            "Robyn Testwell", "aged 13", "7KQM2X", "Child sexual exploitation", "Out late, afraid to go home.",
            "Dana Brightwell, Testshire Police", "Two agencies, one child.", "Why your team: Lives elsewhere.",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func aRestrictedHandOverNamesNobody() {
        let text = inbox([handOver(.offered)], about: nil)
        #expect(text.contains("Restricted: whoever accepts it") && text.contains("7KQM2X") && !text.contains("href=\"/concerns/"))
        #expect(text.contains("/accept\""))
    }

    @Test func whatMyTeamRefusedCannotBeOpened() {
        let text = inbox([handOver(.refused)], answered: true, about: nil)
        #expect(text.contains("Another area should lead") && !text.contains("href=\"/concerns/") && !text.contains("/accept\""))
        #expect(text.contains("no longer shown to you"))
    }

    @Test func aLongInboxHasPages() {
        let text = inbox([handOver(.offered)], total: 120, page: 1)
        #expect(text.contains("Showing 51 to 100 of 120") && text.contains("href=\"/hand-overs\" rel=\"prev\""))
        #expect(text.contains("href=\"/hand-overs?page=3\" rel=\"next\""))
        #expect(inbox([], total: 120, page: 9).contains("There is nothing on this page of the list."))
    }

    @Test func anEmptyInboxSaysSo() {
        #expect(inbox([]).contains("Nothing waits for your team."))
        #expect(inbox([], answered: true).contains("Nothing has been answered yet."))
    }

    private static func gate(_ id: String, _ standing: CaseGate.Standing) -> CaseGate? {
        DeskFixtures.standard.gates.first { $0.id == id }.map { CaseGate($0, standing) }
    }

    private static let gates = [
        gate("actions_finished", .notMet), gate("case_has_outcome", .asked), gate("other_victims_considered", .asked),
        gate("suspect_access_considered", .asked), gate("reporter_answered", .met),
    ].compactMap(\.self)

    private func file(
        _ timeline: [TimelineItem] = [], actions: [CaseAction] = [], outcome: String? = nil, errors: [FormError] = [],
        sent: FormData = .empty, filter: TimelineFilter = TimelineFilter(), total: Int? = nil, mentions: [MentionView] = [],
        gates: [CaseGate] = gates, unkept: [String] = []
    ) -> CaseScreen {
        let row = CaseRow(
            id: RecordID(high: 7, low: 3), reference: "CASE12", concern: DeskFixtures.concern, concernReference: "7KQM2X",
            team: "Central team",
            state: outcome == nil ? "open" : "closed", openedAt: now, openedBy: "Lee Sample", subject: "Robyn Testwell", openActions: 0,
            overdueActions: 0,
            nextDue: nil)
        let said = Answers([QuestionID.statementText: .value("Seen at 1am."), QuestionID.howKnown: .value("saw")])
        let view = CaseView(
            row: row,
            reported: ReportedView(
                receivedAt: now, agency: "Otterley School", crimes: ["child_sexual_exploitation"], answers: Answers(),
                statements: [Statement(answers: said)]),
            mentions: mentions,
            members: [CaseMember(account: TestSite.someone.actor.account, name: "Dana Brightwell", agency: "Police", since: now)],
            decisions: [
                DecisionView(
                    id: RecordID(high: 7, low: 5), outcome: "hand_over", threshold: "significant_harm", reason: "For the central team.",
                    by: "Dana Brightwell", at: now, unansweredMatches: 0)
            ],
            timeline: CaseTimeline(
                items: timeline, filter: filter, counts: [.events: total ?? timeline.count], total: total ?? timeline.count),
            actions: actions, gates: outcome == nil ? gates : [],
            because: AccessPolicy.Row(role: .investigator, action: .workCase, relation: .onCase, onlyOpen: false), allowed: [.workCase],
            outcome: outcome,
            standard: "west-midlands/2026")
        return CaseScreen(
            view: view, standard: DeskFixtures.standard, directory: DeskFixtures.directory, now: now, sent: sent, errors: errors,
            unkept: unkept)
    }

    @Test func aCaseShowsWhatWasReportedAndDecided() {
        let text = file().page(nil).content.text()
        for words in [
            "Seen at 1am.", "I saw or heard it myself", "Otterley School", "For the central team.", "Child sexual exploitation",
            "Level ", "treat every contact with the home as unsafe",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func aPersonStandsWithAgeRelationAndHowItIsKnown() {
        let child = DeskFixtures.person([QuestionID.givenNames: .value("Robyn"), QuestionID.dateOfBirth: .value("2001-05-14")])
        let man = DeskFixtures.person(
            [QuestionID.description: .value("tall, silver car"), QuestionID.age: .value("in his 30s")], role: .suspect)
        let text = file(mentions: [man, child]).page(nil).content.text()
        // The clock stands in October 2014.
        #expect(text.contains("13, born 14 May 2001") && text.contains("in his 30s, as stated"))
        #expect(text.contains("tall, silver car") && text.contains("May cause harm") && text.contains("I saw or heard it myself"))
    }

    @Test func theTimelineSaysItsOrderAndItsParts() {
        let items = [
            TimelineItem(
                at: now, kind: .handedOver, by: "Dana Brightwell", agency: "Police",
                teams: [
                    TimelineTeam(name: "Central team", leads: true, because: "It is exploitation."),
                    TimelineTeam(name: "Social care", leads: false, because: ""),
                ]),
            TimelineItem(
                at: now, kind: .refused, by: "Lee Sample", agency: "Police", words: "Online only.", code: "not_our_work", team: "T"),
            TimelineItem(at: now, kind: .received, agency: "Otterley School", words: "Seen at 1am."),
        ]
        let text = file(items).page(nil).content.text()
        for words in [
            "The newest stands first.", "Handed over to 2 teams", "It is exploitation.", "Refused: T", "Online only.", "Report received",
            "from Otterley School", "/cases/CASE12?show=decisions#timeline",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func aLongTimelineHasPagesAndCanBePrintedWhole() {
        let item = TimelineItem(at: now, kind: .event, by: "Lee Sample", agency: "Police", words: "Seen.", code: "note")
        var filter = TimelineFilter()
        filter.page = 1
        let text = file([item], filter: filter, total: 120).page(nil).content.text()
        #expect(text.contains("Showing 51 to 100 of 120") && text.contains("/cases/CASE12?page=3#timeline"))
        #expect(text.contains("/cases/CASE12?whole=yes#timeline"))
        let query = FormData(fields: [.init(name: "show", value: "events"), .init(name: "page", value: "3"), .init(name: "x", value: "y")])
        #expect(TimelineAddress.url("CASE12", TimelineAddress.filter(query)).description == "/cases/CASE12?show=events&page=3#timeline")
    }

    @Test func theGatesStandAsMetOrNotMet() {
        let text = file().page(nil).content.text()
        for words in ["Before it can close", "1 thing is missing and holds the closing.", "Not met", "Met", "Asked at closing"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!file(outcome: "harm_stopped").page(nil).content.text().contains("Before it can close"))
    }

    @Test func whatWasTypedTooLateIsShownOnceMore() {
        let text = file(outcome: "harm_stopped", unkept: ["Half a <sentence"]).page(nil).content.text()
        #expect(text.contains("What you wrote was not kept") && text.contains("Half a &lt;sentence"))
    }

    @Test func aDateIsShownAsItWasSaidAndNeverFilledUp() {
        let item = TimelineItem(
            at: now, kind: .event, by: "Lee Sample", agency: "Police", words: "Seen.", happened: PartialDate("~2014-03"), code: "note")
        let text = file([item]).page(nil).content.text()
        #expect(text.contains("happened about March 2014") && !text.contains("12:00am") && !text.contains("1 March 2014"))
    }

    @Test func anOverdueActionIsSaidAndCanBeFinished() {
        let action = CaseAction(
            id: RecordID(high: 7, low: 4), words: "Visit", owner: TestSite.someone.actor.account, ownerName: "Dana Brightwell",
            dueAt: now.adding(seconds: -7_200), overdue: true, outcome: nil, outcomeWords: nil, setBy: "Lee Sample", setAt: now,
            finishedAt: nil)
        let open = file(actions: [action])
        #expect(
            open.page(nil).content.text().contains("Overdue by 2 hours")
                && open.page(nil).content.text().contains("name=\"finish.outcome-\(action.id)\""))
        #expect(CloseCaseScreen(screen: open).page().content.text().contains("1 action has no outcome yet."))
    }

    @Test func nothingIsAddedToAClosedCase() {
        let text = file(outcome: "harm_stopped").page(nil).content.text()
        #expect(!text.contains("<form") && text.contains("Closed: The harm has stopped"))
    }

    @Test func whatWasTypedComesBackWithAFault() {
        let sent = FormData(fields: [.init(name: "event.words", value: "Half a sentence")])
        let text = file(errors: [FormError("event.kind", "Choose one of the answers offered")], sent: sent).page(nil).content.text()
        #expect(text.contains("Half a sentence") && text.contains("<details open>"))
    }

    @Test func closingAsksWhatTheStandardAsks() {
        let text = CloseCaseScreen(screen: file()).page().content.text()
        #expect(text.contains("gate.other_victims_considered") && text.contains("why.other_victims_considered"))
        // The outcome and the reason are fields of their own; what the record shows is not asked.
        #expect(!text.contains("gate.case_has_outcome") && !text.contains("gate.actions_finished"))
        #expect(text.contains("Every action has an outcome"))
    }

    @Test func aRefusedClosingNamesWhatIsMissingAndKeepsWhatWasTyped() {
        let sent = FormData(fields: [
            .init(name: "gate.other_victims_considered", value: "yes"), .init(name: "reason", value: "Half a reason"),
            .init(name: "outcome", value: "harm_stopped"),
        ])
        let page = CloseCaseScreen(
            screen: file(sent: sent), unmet: ["actions_finished", "other_victims_considered", "suspect_access_considered"]
        ).page()
        #expect(page.errors.map(\.field) == ["gates", "why.other_victims_considered", "gate.suspect_access_considered"])
        #expect(page.errors.map { HTML($0.message).text() }.first?.contains("Every action has an outcome") == true)
        #expect(page.content.text().contains("Half a reason"))
        // A fault of a field brings all of it up at once.
        let missing = CloseCaseScreen(screen: file(sent: sent)).missing
        #expect(missing == ["actions_finished", "other_victims_considered", "suspect_access_considered"])
    }

    @Test func nothingFoundIsNeverNothingKnown() {
        func text(_ gaps: [String]) -> String {
            SearchScreen(
                text: "Robyn", found: SearchPage(rows: [], total: 0, pageSize: 25, notSearched: gaps), order: .newest, number: 1, now: now,
                standard: { _ in DeskFixtures.standard }
            ).page().content.text()
        }
        #expect(
            text(["index_loading"]).contains("Nothing found in the part that was searched")
                && text(["index_loading"]).contains("Not everything was searched"))
        #expect(text([]).contains("Nothing found in what you may read"))
    }

    @Test func aFindSaysWhy() {
        let row = SearchRow(
            row: DeskFixtures.row(), standard: "west-midlands/2026", settings: ["online_platform"], outcome: "no_further_action",
            label: "Robyn Testwell", kind: "person", field: "familyName", level: "sound")
        let page = SearchScreen(
            text: "\"><script>alert(1)</script>", found: SearchPage(rows: [row], total: 1, pageSize: 25, notSearched: []), order: .best,
            number: 1, now: now, standard: { _ in DeskFixtures.standard }
        ).page()
        #expect(page.content.text().contains("found by family name (sounds the same)"))
        #expect(page.content.text().contains("/concerns/7KQM2X?for=search"))
        #expect(!page.content.text().contains("<script>alert"))
    }

    @Test(arguments: [Safeguarding.Action.seeQueue, .seeTeamWork, .search, .readLedger]) func thePlacesOfTheHeadAreThoseThatThePolicyAllows(
        _ action: Safeguarding.Action
    ) {
        for role in Role.allCases {
            let actor = Actor(
                account: RecordID(high: 1, low: 1), agency: RecordID(high: 1, low: 2), grants: [Grant(role, area: "otterley")])
            let items = Navigation.items(SignedIn(actor: actor, session: "s", name: "n", post: "p")).map(\.section)
            let sections: [NavigationItem.Section] =
                switch action {
                case .seeQueue: [.desk]
                case .seeTeamWork: [.handOvers, .cases]
                case .search: [.search]
                default: [.ledger]
                }
            for section in sections { #expect(items.contains(section) == AccessPolicy.decide(actor, action).isAllowed) }
        }
    }
}
