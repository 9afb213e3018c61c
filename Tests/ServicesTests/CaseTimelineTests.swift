// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import TestSupport
import Testing

/// One timeline of a case: the report, the decision, hand-overs, actions, what was written, replies and the closing.
@Suite struct CaseTimelineTests {
    private func read(_ test: TestHouse, _ name: String, _ file: CaseRow, _ filter: TimelineFilter = TimelineFilter()) async throws
        -> CaseView
    {
        try await test.house.casework.caseFile(try test.actor(name), reference: file.reference, purpose: "case", timeline: filter)
    }

    @Test(arguments: TestStores.each) func everythingStandsInOneOrderWithWhoAndWhen(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let house = test.house
            let investigator = try test.actor("investigator")
            let (receipt, file) = try await test.openCase()
            try await house.reporting.add(try test.actor("officer"), reference: receipt.reference, words: "Seen again on Friday.")
            test.clock.advance(minutes: 1)
            try await house.casework.addAction(
                investigator, file.id, words: "Visit with the social worker.", owner: try test.account("social-worker"),
                dueAt: test.clock.now.adding(seconds: 86_400))
            test.clock.advance(minutes: 1)
            let action = try #require(try await read(test, "investigator", file).actions.first)
            try await house.casework.finishAction(try test.actor("social-worker"), action.id, outcome: "done", words: "Seen and well.")
            test.clock.advance(minutes: 1)
            try await house.casework.addEvent(
                investigator, file.id, kind: "visit", happened: PartialDate("2026-03"), words: "She spoke of a friend.")
            test.clock.advance(minutes: 1)
            try await house.feedback.reply(investigator, receipt.concern, chosen: nil, words: "Thank you. It is being acted on.")

            let view = try await read(test, "social-worker", file)
            let items = view.timeline.items
            let kinds: [TimelineItem.Kind] = [
                .replied, .event, .actionFinished, .actionSet, .added, .accepted, .accepted, .handedOver, .decided, .received,
            ]
            #expect(items.map(\.kind) == kinds)
            #expect(zip(items, items.dropFirst()).allSatisfy { $0.at >= $1.at })
            #expect(view.timeline.total == 10 && view.timeline.counts[.decisions] == 4 && view.timeline.counts[.events] == 1)

            let first = Dictionary(items.map { ($0.kind, $0) }, uniquingKeysWith: { newer, _ in newer })
            let decided = try #require(first[.decided])
            #expect(decided.by == "Kit Marsh" && decided.agency == "Testshire Police" && decided.words == "Two agencies, one child.")
            #expect(decided.code == "hand_over" && decided.threshold == "significant_harm")
            let sent = try #require(first[.handedOver])
            #expect(sent.teams.first?.name == "Central CSE team" && sent.teams.first?.leads == true)
            #expect(sent.teams.contains { $0.name == "Children's social care, Otterley" && !$0.leads && !$0.because.isEmpty })
            #expect(Set(items.filter { $0.kind == .accepted }.map(\.team)) == ["Central CSE team", "Children's social care, Otterley"])
            let set = try #require(first[.actionSet])
            #expect(set.owner == "Val Moor" && set.words == "Visit with the social worker." && set.dueAt == action.dueAt)
            let finished = try #require(first[.actionFinished])
            #expect(finished.by == "Val Moor" && finished.code == "done" && finished.words.contains("Seen and well."))
            #expect(first[.event]?.happened == PartialDate("2026-03"))
            #expect(first[.replied]?.words == "Thank you. It is being acted on.")
            #expect(first[.received]?.words.hasPrefix("Walking alone") == true)
        }
    }

    @Test(arguments: TestStores.each) func theCaseShowsWhatWasReportedAndNamesEachRecordInTheLedger(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (receipt, file) = try await test.openCase()
            try await test.house.casework.addEvent(
                try test.actor("investigator"), file.id, kind: "note", happened: nil, words: "A note.")
            let view = try await read(test, "investigator", file)
            #expect(view.reported.statements.map(\.text) == ["Walking alone on Mill Lane at 1am."])
            #expect(view.reported.agency == "Testshire Police" && view.reported.crimes == ["child_sexual_exploitation"])
            #expect(view.decisions.map(\.reason) == ["Two agencies, one child."])

            #expect(try await test.named("case_file", by: "case") == [file.id.description])
            #expect(try await test.named("concern", by: "case") == [receipt.concern.description])
            #expect(try await test.named("decision", by: "case") == view.decisions.map(\.id.description))
            // Narrative and child, and never the record of who reported.
            #expect(try await test.named("record", by: "case").count == 2)
            #expect(try await test.named("hand_over", by: "case").count == 2)
            #expect(try await test.named("case_event", by: "case").count == 1)
        }
    }

    @Test(arguments: TestStores.each) func whoReportedIsKeptApart(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (receipt, file) = try await test.openCase()
            try await test.house.reporting.add(try test.actor("officer"), reference: receipt.reference, words: "Seen again on Friday.")
            let added = try #require(try await read(test, "investigator", file).timeline.items.first { $0.kind == .added })
            #expect(added.by.isEmpty && added.agency == "Testshire Police" && added.words == "Seen again on Friday.")
            // The same on the concern's own page: the desk is not told either.
            let view = try await test.house.desk.concern(
                try test.actor("coordinator"), reference: receipt.reference, purpose: "desk")
            #expect(view.addenda.map(\.by) == ["Testshire Police"])
        }
    }

    @Test(arguments: TestStores.each) func aLongTimelineHasPagesAndOnlyWhatIsShownIsNamed(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let investigator = try test.actor("investigator")
            let (_, file) = try await test.openCase()
            for number in 1...55 {
                test.clock.advance(seconds: 1)
                try await test.house.casework.addEvent(
                    investigator, file.id, kind: "note", happened: nil, words: "Note \(number).")
            }
            let first = try await read(test, "investigator", file).timeline
            #expect(first.items.count == CaseTimeline.pageSize && first.total == 60 && first.items.first?.words == "Note 55.")
            var filter = TimelineFilter()
            filter.page = 1
            let second = try await read(test, "investigator", file, filter).timeline
            #expect(second.items.count == 10 && second.items.last?.kind == .received)
            #expect(try await test.named("case_event", by: "case").count == 5)
            filter.isWhole = true
            #expect(try await read(test, "investigator", file, filter).timeline.items.count == 60)

            filter = TimelineFilter()
            filter.group = .decisions
            let decisions = try await read(test, "investigator", file, filter).timeline
            #expect(decisions.items.map(\.kind) == [.accepted, .accepted, .handedOver, .decided] && decisions.counts[.events] == 55)
            #expect(try await test.named("case_event", by: "case").isEmpty)
        }
    }

    @Test(arguments: TestStores.each) func aCaseIsReadByThoseOnItAlone(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (_, file) = try await test.openCase()
            for name in ["coordinator-south", "teacher", "administrator", "auditor", "leader"] {
                await #expect(throws: ServiceError.self, "\(name)") { _ = try await read(test, name, file) }
            }
            #expect(try await read(test, "second-investigator", file).because.relation == .acceptedByTeam)
        }
    }
}
