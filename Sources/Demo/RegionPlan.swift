// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// All that is reported in the region's two years, and what becomes of it. The same seed and the same last moment give the same plan.
struct RegionPlan {
    /// How far back the region goes, in days.
    static let days = 730
    let concerns: [PlannedConcern]
    /// Written and not sent: the last piece of the tour.
    let tonight: ConcernReport

    /// Plans so many concerns; never fewer than what is planted. Nil where the standard has no working calendar.
    init?(
        _ standards: StandardLibrary, _ standard: Standard, _ people: [String: DemoDirectory.Person], seed: UInt64, today: Instant,
        concerns count: Int
    ) {
        guard let time = standards.calendar(of: standard).flatMap({ WorkingTime(calendar: $0) }) else { return nil }
        let moments = Moments(time: time)
        let reports = ReportMaking(
            standard: standard.id.rawValue, seed: seed, today: moments.day(today), households: max(12, count * 11 / 20),
            peopleOfConcern: max(6, count / 5),
            people: people)
        let plants = PlantMaking(reports: reports, moments: moments, today: today)
        tonight = plants.tonight()
        let planted =
            plants.all()
            + TodaysWork(reports: reports, moments: moments, today: today).all()
        let others = (0..<max(0, count - planted.count)).map { Self.ordinary($0, reports, moments, standard, today: today) }
        concerns = (planted + others).sorted { ($0.at, $0.key) < ($1.at, $1.key) }
    }

    private static func ordinary(_ number: Int, _ reports: ReportMaking, _ moments: Moments, _ standard: Standard, today: Instant)
        -> PlannedConcern
    {
        var dice = Dice(seed: reports.seed, "concern", number)
        // More each month, as the agencies get used to it: the later of two throws, now and then.
        let throwOf = dice.between(1...days * 1440 - 1440)
        let minutes = dice.chance(25) ? min(throwOf, dice.between(1...days * 1440 - 1440)) : throwOf
        var at = today.adding(seconds: -Double(minutes) * 60 - Double(dice.below(60)))
        let made = reports.make(number, day: moments.day(at))
        let reported = moments.reported(at, by: made.reporter, &dice)
        if reported < today { at = reported }
        let coding = ConcernCoding(made.report, standard, on: moments.day(at))
        let about = CourseMaking.About(
            received: at, isUrgent: standard.isAboveTheRest(urgency: coding.urgency), isAdult: coding.ageGroup == .adult,
            crimes: coding.crimes,
            grave: made.scene.grave)
        let area = coding.lives.first ?? coding.found.first ?? made.household.area.code
        return PlannedConcern(
            key: "demo-\(number)", at: at, reporter: made.reporter, channel: made.reporter.hasPrefix("system") ? "api" : "form",
            report: made.report,
            area: area, household: made.household.number, course: CourseMaking(moments: moments).course(about, &dice))
    }
}
