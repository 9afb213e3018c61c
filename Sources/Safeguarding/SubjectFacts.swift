// SPDX-License-Identifier: Apache-2.0
public import Standard

extension ConditionFacts {
    /// The facts of a coded concern.
    public init(_ coding: ConcernCoding, thresholdMet: Bool, known: Set<ConcernPlace>) {
        self.init()
        crimes = coding.crimes
        settings = coding.settings
        broadSettings = coding.broadSettings
        ageGroups = [coding.ageGroup]
        subjectKinds = [coding.subjectKind]
        urgencies = [coding.urgency]
        positionsOfTrust = coding.positionsOfTrust
        positionOfTrust = coding.positionOfTrust
        self.thresholdMet = thresholdMet
        self.known = known
    }

    /// The facts of one person of a concern: whether a child, and how old, is theirs alone.
    public func of(_ subject: Answers, _ standard: Standard, on today: PartialDate) -> ConditionFacts {
        var facts = self
        facts.ageGroups = [SubjectAge.group(of: subject, standard, on: today)]
        if let born = subject.first(QuestionID.dateOfBirth).flatMap({ PartialDate($0) }) {
            facts.ageMonths =
                (today.year - born.year) * 12 + (today.month ?? 6) - (born.month ?? 6) - ((today.day ?? 15) < (born.day ?? 15) ? 1 : 0)
        } else if let ages = SubjectAge.range(of: subject, on: today) {
            // The oldest that fits: a prompt is asked rather than skipped.
            facts.ageMonths = ages.upperBound * 12 + 11
        }
        return facts
    }

    /// The facts of each person whom a report is about; those of the concern where it names none.
    public static func ofSubjects(_ report: ConcernReport, _ standard: Standard, on today: PartialDate, thresholdMet: Bool = false)
        -> [ConditionFacts]
    {
        let coded = ConditionFacts(ConcernCoding(report, standard, on: today), thresholdMet: thresholdMet, known: [])
        return report.subjects.isEmpty ? [coded] : report.subjects.map { coded.of($0.answers, standard, on: today) }
    }
}
