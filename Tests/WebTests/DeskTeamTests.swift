// SPDX-License-Identifier: Apache-2.0
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

    private func inbox(_ list: [HandOverView], answered: Bool = false) -> String {
        HandOverScreen(handOvers: list, withAnswered: answered, standard: DeskFixtures.standard, now: now).page(nil).content.text()
    }

    @Test func aHandOverIsAcceptedOrRefused() {
        let text = inbox([handOver(.offered, clock: .passedHardLimit)])
        #expect(text.contains("1 hand-over waits") && text.contains("1 has passed its limit.") && text.contains("Leads"))
        #expect(text.contains("/accept\"") && text.contains("/refuse\""))
    }

    @Test func whatMyTeamRefusedCannotBeOpened() {
        let text = inbox([handOver(.refused)], answered: true)
        #expect(text.contains("Another area should lead") && !text.contains("href=\"/concerns/") && !text.contains("/accept\""))
    }

    @Test func anEmptyInboxSaysSo() { #expect(inbox([]).contains("Nothing waits for your team.")) }

    private func file(
        _ timeline: [TimelineItem] = [], actions: [CaseAction] = [], outcome: String? = nil, errors: [FormError] = [],
        sent: FormData = .empty
    ) -> CaseScreen {
        let row = CaseRow(
            id: RecordID(high: 7, low: 3), reference: "CASE12", concern: DeskFixtures.concern, concernReference: "7KQM2X",
            team: "Central team",
            state: outcome == nil ? "open" : "closed", openedAt: now, openedBy: "Lee Sample", subject: "Robyn Testwell", openActions: 0,
            overdueActions: 0,
            nextDue: nil)
        let view = CaseView(
            row: row, mentions: [],
            members: [CaseMember(account: TestSite.someone.actor.account, name: "Dana Brightwell", agency: "Police", since: now)],
            timeline: timeline, actions: actions,
            because: AccessPolicy.Row(role: .investigator, action: .workCase, relation: .onCase, onlyOpen: false), allowed: [.workCase],
            outcome: outcome,
            standard: "west-midlands/2026")
        return CaseScreen(
            view: view, standard: DeskFixtures.standard, directory: DeskFixtures.directory, now: now, sent: sent, errors: errors)
    }

    @Test func aDateIsShownAsItWasSaidAndNeverFilledUp() {
        let item = TimelineItem(
            at: now, happened: PartialDate("~2014-03"), kind: "note", by: "Lee Sample", agency: "Police", words: "Seen.")
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
        #expect(
            text.contains("gate.other_victims_considered") && text.contains("gate.suspect_access_considered")
                && !text.contains("turning_18"))
        let older = CloseCaseScreen(screen: file(), unmet: ["turning_18_considered", "transition_plan", "actions_finished"]).page()
        #expect(older.content.text().contains("gate.turning_18_considered") && older.content.text().contains("gate.transition_plan"))
        #expect(older.errors.count == 3 && !older.content.text().contains("gate.actions_finished"))
    }

    @Test func nothingFoundIsNeverNothingKnown() {
        func text(_ gaps: [String]) -> String {
            SearchScreen(text: "Robyn", found: SearchPage(rows: [], total: 0, pageSize: 25, notSearched: gaps), number: 1, now: now).page()
                .content.text()
        }
        #expect(
            text(["index_loading"]).contains("Nothing found in the part that was searched")
                && text(["index_loading"]).contains("Not everything was searched"))
        #expect(text([]).contains("Nothing found in what you may read"))
    }

    @Test func aFindSaysWhy() {
        let row = SearchRow(
            concern: DeskFixtures.concern, reference: "7KQM2X", label: "Robyn Testwell", kind: "person", field: "familyName",
            level: "sound", agency: "School",
            receivedAt: now, status: .new)
        let page = SearchScreen(
            text: "\"><script>alert(1)</script>", found: SearchPage(rows: [row], total: 1, pageSize: 25, notSearched: []), number: 1,
            now: now
        ).page()
        #expect(page.content.text().contains("family name: sounds the same") && page.content.text().contains("/concerns/7KQM2X?for=search"))
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
