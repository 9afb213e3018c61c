// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Services
@testable import Web

@Suite("A second person") struct DeskProposalTests {
    private func page(
        by: RecordID, state: ProposalView.State = .waiting, allowed: Set<Safeguarding.Action> = [.readConcern, .decideConcern]
    ) -> String {
        var view = DeskFixtures.view(allowed: allowed)
        view.proposals = [
            ProposalView(
                id: RecordID(high: 8, low: 8), outcome: "no_further_action", reason: "Known and explained.", by: by, byName: "Lee Sample",
                at: DeskFixtures.now, state: state, answeredBy: state == .waiting ? nil : "Pat Brook",
                answeredAt: state == .waiting ? nil : DeskFixtures.now, answer: state == .sentBack ? "Ask the school first." : "")
        ]
        return DeskFixtures.page(view)
    }
    private let other = RecordID(high: 7, low: 7)

    @Test func anotherPersonConfirmsOrSendsBack() {
        let page = page(by: other)
        #expect(page.contains("No further action") && page.contains("Known and explained.") && page.contains("Proposed by Lee Sample"))
        #expect(page.contains("/0000000000000008-0000000000000008/confirm\"") || page.contains("/confirm\""))
        #expect(page.contains("/send-back\"") && !page.contains("/withdraw\""))
    }

    @Test func whoeverProposedItMayOnlyTakeItBack() {
        let page = page(by: TestSite.someone.actor.account)
        #expect(page.contains("/withdraw\"") && page.contains("another person must confirm it"))
        #expect(!page.contains("/confirm\"") && !page.contains("/send-back\""))
    }

    @Test func whoeverMayNotDecideIsOnlyTold() {
        let page = page(by: other, allowed: [.readConcern])
        #expect(page.contains("Waits for a second person") && !page.contains("/confirm\"") && !page.contains("/withdraw\""))
    }

    @Test func whatIsAnsweredSaysByWhomAndWhy() {
        let page = page(by: other, state: .sentBack)
        #expect(
            page.contains("Sent back") && page.contains("Ask the school first.") && page.contains("Pat Brook")
                && !page.contains("/confirm\""))
    }

    /// That a child is the source is a right of its own: the page gives no reason why two are needed.
    @Test func whyTwoAreNeededIsNotSaid() {
        let page = page(by: other).lowercased()
        #expect(!page.contains("child is the source") && !page.contains("a child reported") && !page.contains("two unmet"))
    }
}
