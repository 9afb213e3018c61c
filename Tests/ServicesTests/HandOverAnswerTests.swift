// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

/// What an answer to a hand-over does to the concern, and what needs no answer.
@Suite struct HandOverAnswerTests {
    @Test(arguments: TestStores.each) func aRefusalTakesNothingFromACase(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let (receipt, lead) = try await test.handedOver()
            let investigator = try test.actor("investigator")
            let worker = try test.actor("social-worker")
            let file = try #require(try await house.handOvers.accept(investigator, lead.handOver.id))
            let other = try #require(try await house.handOvers.inbox(worker).rows.first?.handOver)
            try await house.handOvers.refuse(worker, other.id, reason: "not_our_work", words: "No child of ours.")

            let row = try await house.store.read { session in
                try session.one("SELECT status FROM concern WHERE id = $1", [.text(receipt.concern.description)])
            }
            #expect(try row.text("status") == "in_case")
            // Those on the case work on, and the desk is told.
            try await house.casework.addEvent(investigator, file.id, kind: "note", happened: nil, words: "Seen.")
            let desk = try await house.notices.mine(try test.actor("coordinator")).rows
            #expect(desk.contains { $0.kind == "returned" && $0.concern == receipt.reference })
            let view = try await house.casework.caseFile(investigator, reference: file.reference, purpose: "case")
            #expect(view.timeline.items.contains { $0.kind == .refused })
        }
    }

    @Test(arguments: TestStores.each) func whatTheDecidersOwnTeamAlsoReceivesIsReceived(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let (central, childrens) = (try #require(test.teams["central"]), try #require(test.teams["childrens"]))
            for team in [central, childrens] {
                _ = try await house.directoryDesk.grant(
                    try test.actor("administrator"), try test.account("coordinator"), Grant(.investigator, team: team))
            }
            let (receipt, _) = try await test.handedOver()
            let desk = try test.actor("coordinator")
            let view = try await house.desk.concern(desk, reference: receipt.reference, purpose: "desk")
            let own = try #require(view.handOvers.first { $0.team == childrens })
            #expect(own.state == .accepted && own.isOwnTeams && own.answeredBy == "Kit Marsh" && own.clock == nil)
            // To lead is accepted apart: it opens a case.
            let lead = try #require(view.handOvers.first { $0.team == central })
            #expect(lead.state == .offered && lead.leads && !lead.isOwnTeams)
            #expect(try await house.handOvers.inbox(desk).rows.map(\.handOver.id) == [lead.id])
            #expect(try await house.handOvers.inbox(try test.actor("social-worker")).rows.isEmpty)
            #expect(try await test.entries().last { $0.purpose == "decide" }?.codes["accepted"] == "own_team")
        }
    }
}
