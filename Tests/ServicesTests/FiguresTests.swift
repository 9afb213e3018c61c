// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage
import TestSupport
import Testing

@testable import Services

/// Figures for leaders: the work exactly, the profile so that nobody can be found, once.
@Suite struct FiguresTests {
    private static func report(_ setting: String?, _ relationship: String?, _ number: Int, crime: String? = nil) -> ConcernReport {
        var child = Answers()
        child[QuestionID.givenNames] = .value("Robyn")
        child[QuestionID.familyName] = .value("Testwell\(number)")
        child[QuestionID.livesIn] = .value(number % 3 == 0 ? TestHouse.wrenfield : TestHouse.otterley)
        var mentions = [Mention(kind: .person, role: .subject, answers: child)]
        if let relationship {
            mentions.append(
                Mention(kind: .person, role: .suspect, answers: Answers([QuestionID.relationship: .values([relationship])])))
        }
        var answers = Answers()
        if let setting { answers[QuestionID.setting] = .values([setting]) }
        if let crime { answers[QuestionID.crime] = .values([crime]) }
        return ConcernReport(
            standard: TestStandards.current.rawValue, answers: answers,
            statements: [Statement(answers: Answers([QuestionID.statementText: .value("Late and tired.")]))], mentions: mentions)
    }

    private func fill(_ test: TestHouse) async throws {
        let kinds: [(String?, String?, Int)] = [
            ("child_home", "parent", 14), ("online_platform", "stranger", 9), ("online_platform", "peer", 2),
            ("park_or_street", "neighbour", 8),
            (nil, nil, 7), ("child_home", "stranger", 1),
        ]
        var number = 0
        for (setting, relationship, count) in kinds {
            for _ in 0..<count {
                number += 1
                _ = try await test.house.reporting.submit(
                    try test.actor("officer"), Self.report(setting, relationship, number), channel: "form", idempotencyKey: "f\(number)")
            }
        }
    }

    @Test(arguments: TestStores.each) func aPeriodIsCountedOnceAfterItsEndAndNeverAgain(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            try await fill(test)
            let figures = test.house.figures, leader = try test.actor("leader")
            #expect(try await test.house.releaseFigures() == 0)
            #expect(try await figures.periods(leader).isEmpty)
            // March is in the first quarter; it has ended in April, and a co-ordinator's grant holds for longer.
            test.clock.advance(days: 40)
            #expect(try await test.house.releaseFigures() == 1)
            let period = try #require(try await figures.periods(leader).first)
            #expect(period.from.description == "2026-01-01" && period.to.description == "2026-04-01")
            let release = try await figures.release(leader, from: "2026-01-01")
            let whom = try #require(release.tables[.whom])
            #expect(whom.total == .about(40) && whom.columns == ["home", "online", "away", "several", "not_recorded"])
            // 14 and 1 at home: the 1 is hidden, and so is what would give it away.
            let known = try #require(whom.rows.firstIndex(of: "known")), stranger = try #require(whom.rows.firstIndex(of: "stranger"))
            #expect(whom.counts[stranger][0] == .hidden && whom.counts[known][0] == .hidden && whom.columnTotals[0] == .about(15))
            #expect(release.tables[.area]?.rows.contains(TestHouse.wrenfield) == true && release.hiddenTo == 5)

            // What comes later into the same months, such as an import, changes nothing that was shown.
            try await test.house.store.writeWithoutEntry { session in
                try session.execute("UPDATE concern SET broad_settings = ' home ' WHERE broad_settings = ''")
            }
            #expect(try await test.house.releaseFigures() == 0)
            #expect(try await figures.release(leader, from: "2026-01-01") == release)
            #expect(try await test.entries().filter { $0.purpose == "release-figures" }.count == 1)
        }
    }

    /// The next period has no concern in common with the one before, whatever is subtracted; and a changed rule counts nothing twice.
    @Test func periodsNeverOverlap() async throws {
        try await TestHouse.with(.sqlite) { test in
            try await fill(test)
            test.clock.advance(days: 130)
            #expect(try await test.house.releaseFigures() == 2)
            try await test.house.store.writeWithoutEntry { session in
                try session.execute("UPDATE figure_release SET period_to = '2026-07-01' WHERE period_from = '2026-01-01'")
                try session.execute("DELETE FROM figure_release WHERE period_from = '2026-04-01'")
            }
            #expect(try await test.house.releaseFigures() == 0)
            #expect(FigurePeriod(containing: try #require(CivilDate(iso: "2026-02-28")), months: 3).months.count == 3)
            #expect(FigurePeriod(containing: try #require(CivilDate(iso: "2026-12-31")), months: 4).next.from.description == "2027-01-01")
        }
    }

    /// What is kept of a period holds no count that is hidden: not even whoever takes the database finds one.
    @Test func whatIsKeptHoldsNoHiddenCount() async throws {
        try await TestHouse.with(.sqlite) { test in
            try await fill(test)
            test.clock.advance(days: 40)
            try await test.house.releaseFigures()
            let row = try await test.house.store.read { session in try session.one("SELECT body FROM figure_release") }
            let body = try row.text("body")
            #expect(body.contains("null"))
            let coding = FigureCoding(test.house.standard)
            #expect(
                coding.row(relationships: ["stranger", "parent"]) == "known"
                    && coding.row(relationships: ["group_or_network"]) == "not_recorded")
            #expect(coding.column(broadSettings: ["home", "online"]) == "several" && coding.column(broadSettings: []) == "not_recorded")
            // A shown count is a multiple of five, zero too.
            let release = try await test.house.figures.release(try test.actor("leader"), from: "2026-01-01")
            for table in release.tables.values {
                let every = table.counts.flatMap { $0 } + table.rowTotals + table.columnTotals + [table.total]
                #expect(every.compactMap(\.number).allSatisfy { $0.isMultiple(of: 5) })
            }
        }
    }

    @Test(arguments: TestStores.each) func theWorkIsExactAndOpensToWhoMayRead(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (receipt, _) = try await test.handedOver()
            let other = try await test.send(Self.report("child_home", "parent", 1))
            let figures = test.house.figures
            test.clock.advance(days: 20)
            let leader = try test.actor("leader"), desk = try test.actor("coordinator")
            let work = try await figures.work(leader)
            #expect(work.total(.overdue) == 1 && work.total(.unaccepted) == 2 && work.total(.unanswered) == 1)
            #expect(work.counts[.overdue]?.first?.area == TestHouse.otterley && work.areas == nil)
            #expect(work.uncovered.map(\.code) == [TestHouse.wrenfield])
            // Another area's desk answers for its own alone.
            let south = try await figures.work(try test.actor("coordinator-south"))
            #expect(south.total(.overdue) == 0 && south.areas == [TestHouse.wrenfield])

            // The desk opens the rows; a leader is told how many, and reads none.
            #expect(try await figures.rows(desk, .overdue, area: nil).rows.map(\.reference) == [other.reference])
            #expect(try await figures.rows(desk, .unaccepted, area: nil).rows.map(\.reference) == [receipt.reference])
            for figure in WorkFigure.allCases { #expect(try await figures.rows(leader, figure, area: nil).total == 0) }
            #expect(try await test.named("concern", by: "figures").isEmpty)
            _ = try await figures.rows(desk, .overdue, area: TestHouse.otterley)
            #expect(try await test.named("concern", by: "figures") == [other.concern.description])

            // What a person is shut out of is not in their figures.
            try await test.house.store.writeWithoutEntry { session in
                try session.execute(
                    "INSERT INTO shut_out (concern_id, account_id, state, set_by, set_at, salt) VALUES ($1, $2, 'set', 'system', 1, $3)",
                    [.text(other.concern.description), .text(leader.account.description), .blob([1])])
            }
            #expect(try await figures.work(leader).total(.overdue) == 0)
            await #expect(throws: ServiceError.self) { try await figures.work(try test.actor("officer")) }
            await #expect(throws: ServiceError.notFound) { try await figures.release(leader, from: "2031-01-01") }
        }
    }
}
