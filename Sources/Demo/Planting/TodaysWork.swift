// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The work that waits today, whatever the size of the region: something new, due soon, passed, in danger now, handed over and not
/// accepted, handed back.
struct TodaysWork {
    let reports: ReportMaking
    let moments: Moments
    let today: Instant
    private static let minute = 60.0
    private static let hour = 3600.0

    /// How urgent a reporter says it is.
    private enum Urgency {
        case asItComes, urgent, danger
    }

    func all() -> [PlannedConcern] {
        let main = AreaPlan.all[0].code
        var work = [
            waiting("new", main, minutes: 65, .asItComes), waiting("due-soon", main, minutes: 100, .urgent),
            waiting("danger", main, minutes: 18, .danger), waiting("passed", main, minutes: 6 * 1440, .asItComes),
            waiting("taken", main, minutes: 300, .asItComes) { $0.add(today.adding(seconds: -2 * Self.hour), .take) },
            waiting("unaccepted", main, minutes: 1700, .asItComes) { $0.add(today.adding(seconds: -5 * Self.hour), Self.handOver) },
            waiting("returned", main, minutes: 2800, .asItComes) { course in
                course.add(today.adding(seconds: -26 * Self.hour), Self.handOver)
                course.add(
                    today.adding(seconds: -3 * Self.hour),
                    .refuse(reason: "not_our_work", words: "The harm described is in the home; the team of the area should lead."))
            },
        ]
        for (place, area) in AreaPlan.all.dropFirst().enumerated() {
            work.append(waiting("new", area.code, minutes: Double(30 + place * 47), .asItComes))
        }
        work.append(waiting("passed", AreaPlan.uncovered, minutes: 5 * 1440, .asItComes))
        return work
    }

    private static let handOver = Course.Step.decide(
        outcome: "hand_over", threshold: "significant_harm",
        reason: "Reasonable cause to suspect significant harm. Looked at what other agencies know.")

    private func waiting(
        _ key: String, _ area: String, minutes: Double, _ urgency: Urgency, course fill: (inout Course) -> Void = { _ in }
    ) -> PlannedConcern {
        let at = today.adding(seconds: -minutes * Self.minute)
        var found = find(key, area, day: moments.day(at))
        switch urgency {
        case .asItComes:
            found.report.answers[QuestionID.dangerNow] = .value("no")
            found.report.answers[QuestionID.dangerWords] = .absent(.notApplicable)
            found.report.answers.byQuestion[QuestionID.urgencyReason] = nil
            found.report.answers.byQuestion[QuestionID.dangerWords] = nil
        case .urgent:
            found.report.answers[QuestionID.dangerNow] = .value("no")
            found.report.answers[QuestionID.urgencyReason] = .value("Goes home at half past three, where the person of concern will be.")
        case .danger:
            found.report.answers[QuestionID.dangerNow] = .value("yes")
            found.report.answers[QuestionID.dangerWords] = .value("With the person of concern at this moment; 999 called.")
        }
        var course = Course()
        fill(&course)
        return PlannedConcern(
            key: "today-\(area)-\(key)", at: at, reporter: found.reporter, channel: "form", report: found.report, area: area,
            household: found.household.number, course: course)
    }

    /// A grave report about a child of this area.
    private func find(_ key: String, _ area: String, day: PartialDate) -> (report: ConcernReport, reporter: String, household: Household) {
        var dice = Dice(seed: reports.seed, "today \(area) \(key)")
        var made = reports.make(dice.below(1_000_000), day: day)
        for _ in 0..<500
        where
            !(made.household.area.code == area && made.scene.grave > 65 && made.scene.about == .child
            && made.scene.crimes.allSatisfy { $0.hasPrefix("child_") })
        {
            made = reports.make(dice.below(1_000_000), day: day)
        }
        return (made.report, made.reporter, made.household)
    }
}
