// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

@testable import Web

/// Refusals and failures say what happened, what is needed and whom to ask.
@Suite("What goes wrong") struct ProblemWordsTests {
    private static let desk = DeskToRing(own: DeskContact(name: "Otterley desk", phone: "0121 496 0100", hours: "day and night"))

    @Test func aReportThatWasNotSentSaysThatItIsSaved() {
        let again = SignInAddresses.signIn.url
        let broken = StorageError(.inputOutput)
        #expect(NotSent.isFailure(broken) && NotSent.isFailure(ServiceError.storeUnavailable))
        #expect(!NotSent.isFailure(ServiceError.notFound) && !NotSent.isFailure(ServiceError.conflict(.changedMeanwhile)))
        let saved = NotSent.problem(broken, isSaved: true, desk: Self.desk, again: again)
        #expect(saved.status == 500 && saved.title.text() == "Your report has not been sent")
        let advice = saved.advice.map { $0.text() }.joined(separator: " ")
        #expect(advice.contains("It is saved.") && advice.contains("Ring Otterley desk, 0121 496 0100") && advice.contains("999"))
        #expect(saved.links.map(\.url.description) == [again.description])
        #expect(NotSent.problem(ServiceError.storeUnavailable, isSaved: true, desk: Self.desk, again: again).status == 503)
        // The draft is gone or can't be read: nothing is claimed that nobody knows.
        let unknown = NotSent.problem(broken, isSaved: false, desk: Self.desk, again: again)
        #expect(unknown.title.text() == "We can't say whether your report was sent")
        #expect(unknown.links.map(\.url.description).contains("/my-reports"))
    }

    @Test func theLogNamesTheCaseOfAFailureAndNothingElse() async throws {
        let address = Endpoint.page(.get, Path("breaks"), who: .everyone, "Breaks.")
        let site = try TestSite([
            address.handle { _ in throw StorageError(.uniqueViolation(constraint: "CANARY"), engineCode: "1555", detail: "CANARY") }
        ])
        #expect(try await site.ask("GET", "/breaks").status == 500)
        let line = try #require(site.log.all.first)
        #expect(line.contains("\"error_type\":\"Storage.StorageError\"") && line.contains("\"error_case\":\"uniqueViolation 1555\""))
        #expect(!line.contains("CANARY"))
        #expect(FaultName.code(of: StorageError(.inputOutput)) == "inputOutput")
    }

    @Test func aRefusalNamesTheRoleAndWhomToAsk() {
        let ledger = Explaining.problem(.refused(action: .readLedger, ask: nil))
        #expect(ledger.status == 403)
        let text = ledger.advice.map { $0.text() }.joined(separator: " ")
        #expect(text.contains("the role “Auditor”") && text.contains("administrator of your agency"))
        #expect(ledger.links.first?.url.description == "/directory/people?role=administrator")
        let queue = Explaining.problem(.refused(action: .seeQueue, ask: nil)).advice.map { $0.text() }.joined()
        #expect(queue.contains("“Desk and local co-ordinator” or “Duty manager”"))
        let concern = Explaining.problem(.refused(action: .decideConcern, ask: Self.desk.own)).advice.map { $0.text() }.joined()
        #expect(concern.contains("Ask Otterley desk, 0121 496 0100"))
    }

    /// Every action that a page or the API asks for can be named by a role.
    @Test func everyActionHasARoleToAskFor() {
        for action in Action.allCases { #expect(!AccessPolicy.roles(for: action).isEmpty, "\(action)") }
    }

    @Test func whatIsHiddenSaysWhomToAsk() { #expect(Problem.notFound.advice.map { $0.text() }.joined().contains("duty desk")) }

    @Test func aFaultNamesItsField() async throws {
        let address = Endpoint.page(.post, Path("things/add"), who: .signedIn, "Adds a thing.")
        let sheet = FormSheet(
            title: "Add a thing", action: address.url, back: HomeAddresses.home.url, fields: [.text("phone", "Phone of the desk")],
            button: Button("Add"))
        let site = try TestSite([
            address.handle { request in
                try await sheet.answer(request) { throw ServiceError.invalid([FieldFault("phone", .missing)]) }
            }
        ])
        let answer = try await site.send("/things/add", "_token=\(TestSite.token())")
        #expect(answer.text.contains("<a href=\"#phone\">Write or choose something under “Phone of the desk”</a>"))
    }

    @Test func whoeverWasSignedOutIsToldThatNothingIsLost() {
        #expect(SignInPages.returning("/report/1/check")?.text.text().contains("Your report is saved") == true)
        #expect(SignInPages.returning("/desk")?.text.text().contains("you go on where you were") == true)
        #expect(SignInPages.returning("https://evil.example") == nil && SignInPages.returning("/") == nil)
    }
}
