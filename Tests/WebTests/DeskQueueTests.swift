// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Services
@testable import Web

@Suite("The queue") struct DeskQueueTests {
    private func text(_ queue: QueuePage, _ filter: QueueFilter = QueueFilter()) -> String {
        let directory = DeskFixtures.directory
        return QueueScreen(
            queue: queue, filter: filter, areas: Array(directory.areas.values), directory: directory, standard: DeskFixtures.standard,
            canTakeEscalations: false
        ).page(nil).content.text()
    }

    @Test func theSentenceComesFirstAndItsNumbersAreLinks() {
        let page = text(DeskFixtures.queue([DeskFixtures.row()], [.open: 14, .passed: 2, .unaccepted: 1], unowned: 3))
        #expect(page.contains("14 concerns wait."))
        #expect(page.contains("<a href=\"/desk?part=passed\">2 have passed their limit.</a>"))
        #expect(page.contains("<a href=\"/desk?part=unaccepted\">1 hand-over has not been accepted.</a>"))
        #expect(page.contains("<a href=\"/desk?owner=nobody\">Nobody has taken 3 of them.</a>"))
    }

    @Test func bothLimitsAreSaid() {
        let page = text(DeskFixtures.queue([DeskFixtures.row()], [.open: 1]))
        #expect(page.contains("good practice: by") && page.contains("at the latest:"))
        #expect(text(DeskFixtures.queue([DeskFixtures.row(good: 60, hard: 60)])).contains("good practice: by") == false)
    }

    @Test func aPassedLimitAndDangerAreSaidInWords() {
        let page = text(DeskFixtures.queue([DeskFixtures.row(urgency: "danger_now", hard: -7_200, clock: .passedHardLimit)]))
        #expect(page.contains("Danger now") && page.contains("Passed by 2 hours") && page.contains("<tr class=\"now\">"))
    }

    @Test func whyItIsUrgentStandsOnTheRow() {
        let danger = text(DeskFixtures.queue([DeskFixtures.row(urgency: "danger_now", urgencyWords: "He comes for her at six.")]))
        #expect(danger.contains("“He comes for her at six.”") && !danger.contains("does not say why"))
        #expect(text(DeskFixtures.queue([DeskFixtures.row(urgency: "urgent")])).contains("The report does not say why."))
        #expect(!text(DeskFixtures.queue([DeskFixtures.row(urgencyWords: "Soon.")])).contains("Soon."))
    }

    @Test func whoRefusedAndWhyStandsOnTheRow() {
        let row = DeskFixtures.row(status: .returned, urgency: "urgent", refusals: [DeskFixtures.refusal])
        let page = text(DeskFixtures.queue([row]))
        #expect(page.contains("a hand-over was refused") && page.contains("Lee Sample, Central team, refused it"))
        #expect(page.contains(": Another area should lead. “She lives in Milbury.”") && !page.contains("does not say why"))
    }

    @Test func nothingFoundIsOnlySaidWhereThereWasSomethingToFind() {
        func known(_ pieces: Int, _ isSearchable: Bool) -> String {
            text(DeskFixtures.queue([DeskFixtures.row(pieces: pieces, isSearchable: isSearchable)]))
        }
        #expect(known(0, true).contains("Nothing found") && known(1, true).contains("1 other report<"))
        #expect(known(0, false).contains("Too little to search by") && !known(0, false).contains("Nothing found"))
    }

    @Test func whoeverHasNoNameIsSaidToHaveNone() {
        #expect(text(DeskFixtures.queue([DeskFixtures.row(name: nil)])).contains("Name not known"))
    }

    @Test func aFreeConcernCanBeTakenAndATakenOneNamesItsOwner() {
        #expect(text(DeskFixtures.queue([DeskFixtures.row()])).contains("action=\"/concerns/7KQM2X/\(DeskFixtures.concern)/take\""))
        let taken = text(DeskFixtures.queue([DeskFixtures.row(owner: "J. Patel")]))
        #expect(taken.contains("J. Patel") && !taken.contains("/take\""))
    }

    @Test func anUncoveredAreaIsSaid() {
        #expect(text(DeskFixtures.queue([], uncovered: ["otterley"])).contains("Nobody is on duty now in: Otterley."))
    }

    @Test(arguments: QueueFilter.Part.allCases) func anEmptyPartSaysSo(_ part: QueueFilter.Part) {
        var filter = QueueFilter()
        filter.part = part
        #expect(text(DeskFixtures.queue([]), filter).contains("<p class=\"empty\">"))
    }

    @Test(arguments: HostileText.scripts) func nothingTypedBreaksTheRow(_ typed: String) {
        let page = text(DeskFixtures.queue([DeskFixtures.row(typed, name: typed, owner: typed)]))
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<svg onload"))
    }

    @Test func aFilterIsALinkAndComesBack() throws {
        var filter = QueueFilter()
        filter.part = .decided
        filter.area = "otterley"
        filter.crime = "modern_slavery"
        filter.onlyMine = true
        filter.order = .agency
        filter.descending = true
        filter.page = 3
        let url = QueueAddress.url(filter)
        let query = FormData(fields: url.query.map { .init(name: $0.name, value: $0.value) })
        #expect(QueueAddress.filter(query) == filter)
        #expect(QueueAddress.url(QueueFilter()).description == "/desk")
    }

    @Test func pressedAgainAHeadingTurnsTheOrderRound() {
        var filter = QueueFilter()
        #expect(QueueAddress.sorted(filter, by: .due).description == "/desk?direction=down")
        filter.descending = true
        #expect(QueueAddress.sorted(filter, by: .due).description == "/desk")
        #expect(QueueAddress.sorted(filter, by: .received).description == "/desk?order=received")
    }

    @Test func whatNobodyHasWhatHasPassedAndWhatIsNewStandFirst() {
        var queue = DeskFixtures.queue([DeskFixtures.row()], [.open: 14, .passed: 2], unowned: 3)
        (queue.fresh, queue.since) = (4, DeskFixtures.now.adding(seconds: -7_200))
        let page = text(queue)
        #expect(page.contains("<li class=\"tile due\"><a href=\"/desk?owner=nobody\"><b>3</b> <span>Taken by nobody</span></a></li>"))
        #expect(page.contains("<li class=\"tile now\"><a href=\"/desk?part=passed\"><b>2</b> <span>Past their limit</span></a></li>"))
        #expect(page.contains("<a href=\"/desk?new=yes\"><b>4</b> <span>New since you last looked</span></a>"))
        #expect(page.contains("I have seen what is new") && !text(DeskFixtures.queue([])).contains("I have seen what is new"))
        // A figure of nothing calls for nobody.
        #expect(!text(DeskFixtures.queue([])).contains("tile now"))
    }

    @Test func whatIsNewAndWhatWaitsForASecondPersonIsSaidOnTheRow() {
        var row = DeskFixtures.row()
        (row.isNew, row.proposedBy) = (true, "Lee Sample")
        let page = text(DeskFixtures.queue([row]))
        #expect(page.contains("New to you") && page.contains("Lee Sample has proposed a decision: it waits for a second person."))
        #expect(!text(DeskFixtures.queue([DeskFixtures.row()])).contains("New to you"))
    }

    @Test(arguments: HostileText.scripts) func aSavedViewIsALinkWhateverItIsCalled(_ typed: String) {
        var filter = QueueFilter()
        filter.part = .passed
        let directory = DeskFixtures.directory
        let screen = QueueScreen(
            queue: DeskFixtures.queue([]), filter: filter, areas: Array(directory.areas.values), directory: directory,
            standard: DeskFixtures.standard, canTakeEscalations: false,
            views: [SavedView(id: RecordID(high: 1, low: 1), name: typed, filter: filter, area: "otterley")])
        let page = screen.page(nil).content.text()
        #expect(
            page.contains("<a href=\"/desk?part=passed\" aria-current=\"page\">")
                && page.contains("/desk/views/\(RecordID(high: 1, low: 1))/remove"))
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<svg onload"))
    }
}
