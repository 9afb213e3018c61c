// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import TestSupport
import Testing

@testable import Services
@testable import Web

/// The front page of a role without a queue, and what the directory says of people and duty.
@Suite("Home and directory") struct HomeAndDirectoryTests {
    private func page(_ access: AccessHouse, _ caller: Caller, _ name: String, _ call: RouteCall = RouteCall()) async throws -> TestAnswer {
        let route = try #require(Routes.all.first { $0.name == name })
        return try await access.ask(caller, route, call)
    }

    @Test func aRoleWithoutAQueueIsToldWhatItHas() async throws {
        try await AccessHouse.with { access in
            for (caller, words, place) in [
                (Caller.leader, "Sees figures, never what others reported.", "href=\"/standard\""),
                (.auditor, "Reads the ledger, not the records.", "href=\"/ledger\""),
                (.administrator, "Runs the system and the directory", "href=\"/directory\""),
            ] {
                let text = try await page(access, caller, "GET /").text
                let card = text.components(separatedBy: "What you have here").dropFirst().joined()
                #expect(card.contains(words) && card.contains(place), "\(caller)")
            }
            #expect(try await !page(access, .officer, "GET /").text.contains("What you have here"))
        }
    }

    @Test func aNoticeLeadsToWhatItIsAbout() {
        let now = TestSite.start
        let id = RecordID(high: 1, low: 2)
        func text(_ kind: String, _ matter: Services.Notice.Matter) -> String {
            let notice = Services.Notice(id: id, kind: kind, concern: nil, at: now, matter: matter)
            return NoticeList(page: NoticePage(rows: [notice], total: 1, pageSize: 20, asOf: now), number: 1, now: now).html.text()
        }
        let due = now.adding(seconds: -60)
        let action = text("action", .action(.init(id: id, caseReference: "ABCD-1234-5", words: "Visit <b>", dueAt: due)))
        #expect(action.contains("href=\"/cases/ABCD-1234-5#action-\(id)\"") && action.contains("Visit &lt;b&gt;"))
        #expect(action.contains("Overdue"))
        #expect(text("escalation", .undecided(subject: "Jade Z.")).contains("The limit for deciding Jade Z. has passed"))
        #expect(text("escalation", .uncovered(area: "Tarnley", code: "tarnley")).contains("No co-ordinator is on duty in Tarnley"))
    }

    @Test func allThatIsWrongWithAPersonIsSaidAtOnce() async throws {
        try await AccessHouse.with { access in
            let answer = try await page(access, .administrator, "POST /directory/add-person", RouteCall(form: [("email", "no address")]))
            #expect(answer.status == 422)
            for field in ["name", "email", "agency"] { #expect(answer.text.contains("<a href=\"#\(field)\">"), "\(field)") }
            let shift = try await page(
                access, .administrator, "POST /directory/areas/{area}/add-duty", RouteCall(values: ["otterley"], form: [("rank", "0")]))
            #expect(shift.status == 422)
            for field in ["account", "ends_at"] { #expect(shift.text.contains("<a href=\"#\(field)"), "\(field)") }
        }
    }

    @Test func anAreaWithoutACoordinatorNamesWhoIsOnCall() async throws {
        try await AccessHouse.with { access in
            let now = access.house.now
            _ = try await access.house.directoryDesk.addDuty(
                try access.actor(.administrator),
                DutyFields(
                    area: TestHouse.wrenfield, rank: 1, account: try access.account(.coordinatorSouth), startsAt: now,
                    endsAt: now.adding(seconds: 86_400)))
            let text = try await page(access, .coordinatorSouth, "GET /directory/areas/{area}", RouteCall(values: ["wrenfield"])).text
            #expect(text.contains("No co-ordinator is on duty here now. On call: ") && text.contains("Lee Fenn</a>. What comes in"))
            #expect(text.contains("On call now") && !text.contains("On duty now"))
            #expect(text.contains("Add a shift for the co-ordinator on duty"))
            let sheet = try await page(
                access, .coordinatorSouth, "GET /directory/areas/{area}/add-duty", RouteCall(values: ["wrenfield"])
            ).text
            #expect(sheet.contains("Without a shift now: Named co-ordinator on duty."))
        }
    }
}
