// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard
import TestSupport
import Testing

@Suite("Good practice and hard limit")
struct LimitClockTests {
    private func clock(_ limit: String, from start: String, version: String = "2026") throws -> LimitClock? {
        let standard = try TestStandards.version(version)
        let limit = try #require(standard.limit(limit))
        return LimitClock(limit, started: try instant(start), workingTime: try TestStandards.workingTime)
    }

    @Test("RULE 0.3 and DOMAIN 13.3: FGM told on Friday 16:30 before a bank holiday shows both limits")
    func fgm() throws {
        let clock = try #require(try clock("fgm_notification", from: "2026-08-28T15:30:00Z"))
        #expect(clock.goodPracticeDue == (try instant("2026-09-01T16:00:00Z")), "close of Tuesday, the next working day")
        #expect(clock.hardDue == (try instant("2026-09-28T15:30:00Z")), "one month")
        #expect(clock.state(at: try instant("2026-08-29T10:00:00Z")) == .running)
        #expect(clock.state(at: try instant("2026-09-01T15:00:00Z")) == .dueSoon)
        #expect(clock.state(at: try instant("2026-09-01T16:00:00Z")) == .dueSoon, "the last moment is in time")
        #expect(clock.state(at: try instant("2026-09-01T16:00:01Z")) == .passedGoodPractice)
        #expect(clock.state(at: try instant("2026-09-28T15:30:01Z")) == .passedHardLimit)
    }

    @Test("The FGM duty of 2015 starts no clock under the standard of 2014")
    func off() throws { #expect(try clock("fgm_notification", from: "2014-10-17T15:30:00Z", version: "2014") == nil) }

    @Test("Red clocks never pause: danger at 2 in the morning on Christmas Day", arguments: ["2014", "2026"])
    func red(version: String) throws {
        let clock = try #require(try clock("decision_danger", from: "2014-12-25T02:00:00Z", version: version))
        #expect(clock.hardDue == (try instant("2014-12-25T04:00:00Z")))
    }

    @Test("The clock of a decision is chosen by the stated urgency", arguments: ["2014", "2026"])
    func chosen(version: String) throws {
        let standard = try TestStandards.version(version)
        for (urgency, id) in [("danger_now", "decision_danger"), ("urgent", "decision_urgent"), ("standard", "decision")] {
            var facts = ConditionFacts()
            facts.urgencies = [urgency]
            #expect(standard.limit(for: .decision, facts: facts)?.id == id)
            #expect(standard.limits(startingAt: "concern_received", facts: facts).map(\.clock) == [.decision])
        }
        for clock in [ClockName.acceptance, .feedback, .unreadableRow, .climb] {
            #expect(standard.limit(for: clock, facts: ConditionFacts()) != nil, "\(clock)")
        }
    }

    @Test("A stopped clock keeps how it ended")
    func stopped() throws {
        let clock = try #require(try clock("acceptance", from: "2026-11-23T10:00:00Z"))
        let later = try instant("2027-01-01T00:00:00Z")
        #expect(clock.state(at: later, stopped: try instant("2026-11-23T12:00:00Z")) == .metGoodPractice)
        #expect(clock.state(at: later, stopped: try instant("2026-11-23T16:00:00Z")) == .metHardLimit)
        #expect(clock.state(at: later, stopped: try instant("2026-11-25T10:00:00Z")) == .missed)
    }

    @Test("A queue shows passed limits first")
    func order() {
        #expect(
            [LimitState.running, .passedGoodPractice, .dueSoon, .passedHardLimit].sorted()
                == [.passedHardLimit, .passedGoodPractice, .dueSoon, .running])
    }

    @Test("A limit with good practice alone is never called hard")
    func goodOnly() throws {
        let clock = try #require(try clock("reasonable_grounds", from: "2026-11-23T10:00:00Z"))
        #expect(clock.hardDue == nil && clock.due == clock.goodPracticeDue)
        #expect(clock.state(at: try instant("2027-02-01T00:00:00Z")) == .passedGoodPractice)
    }
}
