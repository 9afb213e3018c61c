// SPDX-License-Identifier: Apache-2.0
import Standard
import Testing

@testable import Safeguarding
@testable import Services
@testable import Web

@Suite struct CaseListScreenTests {
    private let now = DeskFixtures.now

    private func row(actions: Int, due: Instant?, outcome: String? = nil) -> CaseRow {
        CaseRow(
            id: RecordID(high: 7, low: 3), reference: "CASE12", concern: DeskFixtures.concern, concernReference: "7KQM2X",
            team: "Central team", state: outcome == nil ? "open" : "closed", openedAt: now, openedBy: "Lee Sample",
            subject: "Robyn Testwell", openActions: actions, overdueActions: 0, nextDue: due, outcome: outcome,
            closedAt: outcome == nil ? nil : now)
    }

    private func text(_ part: CaseList.Part, _ rows: [CaseRow], idle: Int = 0, total: Int? = nil) -> String {
        let list = CaseList(
            rows: rows, part: part, page: 0, pageSize: 50, counts: [.open: 2, .closed: total ?? 1], withoutAction: idle, overdue: 0)
        return CaseListScreen(list: list, standard: { _ in DeskFixtures.standard }, now: now).page(nil).content.text()
    }

    @Test func aCaseWithoutAnActionIsMarkedAndCounted() {
        let found = text(.open, [row(actions: 0, due: nil), row(actions: 1, due: now.adding(seconds: 9000))], idle: 1)
        #expect(found.contains("2 cases are open.") && found.contains("1 has no action."))
        #expect(found.contains("No action is set") && found.contains("<tr class=\"due\">"))
        #expect(!text(.open, [row(actions: 1, due: now)]).contains("no action"))
    }

    @Test func theClosedAreAPartWithTheirOutcome() {
        let found = text(.closed, [row(actions: 0, due: nil, outcome: "harm_stopped")], total: 60)
        #expect(found.contains(DeskFixtures.standard.label("harm_stopped", in: .caseOutcome)) && found.contains("href=\"/cases/CASE12\""))
        #expect(found.contains("href=\"/cases?show=closed&amp;page=2\"") && found.contains("<span class=\"count\">60</span>"))
        #expect(!found.contains("No action is set"))
    }
}
