// SPDX-License-Identifier: Apache-2.0
public import Standard

/// Duties that fall on a reporter in person: sending a report discharges none of them (FGM Act 2003, section 5B; RULE 5.1).
public enum PersonalDuties {
    /// The duties in force that these answers lay on whoever gave them.
    public static func falling(on report: ConcernReport, _ standard: Standard, on today: PartialDate) -> [Power] {
        let facts = ConditionFacts.ofSubjects(report, standard, on: today)
        return standard.powers.filter { power in
            guard power.standing.isOn, let duty = power.personal else { return false }
            return facts.contains { duty.falls(on: $0) { codes($0, in: report) } }
        }
    }

    /// The questions that decide whether a duty falls on the reporter.
    public static func questions(_ standard: Standard) -> Set<String> {
        Set(standard.powers.compactMap(\.personal).flatMap { ($0.when + $0.unless).map(\.question) })
    }

    /// The day on which a reporter says that they discovered what a duty is about; nil where they don't, or not the whole day.
    public static func discovered(_ duty: PersonalDuty, in report: ConcernReport) -> PartialDate? {
        guard let question = duty.discovered, let text = codes(question, in: report).first, let date = PartialDate(text) else { return nil }
        return date.day == nil || date.approximate ? nil : date
    }

    /// The limits of a duty, counted from when it was discovered; nil where the standard states none.
    public static func clock(_ duty: PersonalDuty, _ standard: Standard, from discovered: Instant, _ workingTime: WorkingTime)
        -> LimitClock?
    {
        guard let limit = standard.limits.first(where: { $0.clock == duty.clock && $0.standing.isOn }) else { return nil }
        return LimitClock(limit, started: discovered, workingTime: workingTime)
    }

    private static func codes(_ question: String, in report: ConcernReport) -> Set<String> {
        Set(
            report.answers.all(question) + report.source.all(question) + report.statements.flatMap { $0.answers.all(question) }
                + report.mentions.flatMap { $0.answers.all(question) })
    }
}
