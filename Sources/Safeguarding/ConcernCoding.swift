// SPDX-License-Identifier: Apache-2.0
public import Standard

/// A report coded to the common standard: what stands in clear columns, so that statistics and routing need no word about a person.
public struct ConcernCoding: Hashable, Sendable {
    /// Codes of the list `crime`; empty where the reporter did not say.
    public var crimes: Set<String> = []
    /// Codes of the list `sign`.
    public var signs: Set<String> = []
    /// Codes of the list `setting`.
    public var settings: Set<String> = []
    /// Home, online, away (RULE 5.3).
    public var broadSettings: Set<String> = []
    /// The suspects' relationships to the victim.
    public var relationships: Set<String> = []
    /// The positions of trust of the suspects: codes of the list `position_of_trust`.
    public var positionsOfTrust: Set<String> = []
    /// Whether any suspect is in a position of trust, named or by who they are to the victim.
    public var positionOfTrust = false
    /// The kinds of the subjects, most cautious first.
    public var subjectKind = ""
    /// Child if any subject may be under 18.
    public var ageGroup = AgeGroup.child
    /// The age groups of all subjects; a child where there is none.
    public var ageGroups: Set<AgeGroup> = [.child]
    /// A code of the list `urgency`.
    public var urgency = ""
    /// The areas where the subjects live, as far as said.
    public var lives: [String] = []
    /// The areas where they were found, as far as said.
    public var found: [String] = []
    /// The areas where the harm happened, as far as said.
    public var happened: [String] = []

    /// Codes a report. `date` is the day of the report in local time, against which ages are reckoned.
    public init(_ report: ConcernReport, _ standard: Standard, on date: PartialDate) {
        func known(_ codes: [String], _ list: CodeListName) -> Set<String> { Set(codes.filter { standard.list(list).contains($0) }) }
        crimes = known(report.answers.all(QuestionID.crime), .crime)
        signs = known(report.answers.all(QuestionID.signs), .sign)
        settings = known(report.answers.all(QuestionID.setting), .setting)
        broadSettings = Set(settings.compactMap { standard.broadSetting(ofSetting: $0) })
        relationships = known(report.suspects.flatMap { $0.answers.all(QuestionID.relationship) }, .relationship)
        positionsOfTrust = known(report.suspects.flatMap { $0.answers.all(QuestionID.positionOfTrust) }, .positionOfTrust)
        positionOfTrust =
            !positionsOfTrust.isEmpty || relationships.contains { standard.code($0, in: .relationship)?.flag("position_of_trust") ?? false }
        let subjects = report.subjects
        let groups = subjects.map { SubjectAge.group(of: $0.answers, standard, on: date) }
        ageGroups = groups.isEmpty ? [.child] : Set(groups)
        ageGroup = groups.isEmpty || groups.contains(.child) ? .child : .adult
        let deciding = subjects.isEmpty ? nil : subjects[groups.firstIndex(of: ageGroup) ?? 0]
        subjectKind = SubjectAge.kind(of: deciding?.answers ?? Answers(), ageGroup, standard)
        urgency = Urgency.code(of: report, signs: signs, standard)
        lives = subjects.flatMap { $0.answers.all(QuestionID.livesIn) }
        found = subjects.flatMap { $0.answers.all(QuestionID.foundIn) }
        happened = report.mentions.filter { $0.kind == .place }.flatMap { $0.answers.all(QuestionID.placeArea) }
    }
}

/// Whether a subject is a child for the rules: anyone who may be under 18 is.
public enum SubjectAge {
    static let adultFrom = 18

    /// The group, from the kind stated, the date of birth and the age: one sign of a child is enough.
    public static func group(of answers: Answers, _ standard: Standard, on date: PartialDate) -> AgeGroup {
        let ages = range(of: answers, on: date)
        if let ages, ages.lowerBound < adultFrom { return .child }
        guard let kind = answers.first(QuestionID.subjectKind) else { return ages == nil ? .child : .adult }
        return standard.ageGroup(ofSubjectKind: kind)
    }

    /// The ages that fit what is known; nil where nothing is.
    public static func range(of answers: Answers, on date: PartialDate) -> ClosedRange<Int>? {
        if let born = answers.first(QuestionID.dateOfBirth).flatMap({ PartialDate($0) }) { return born.ages(on: date) }
        let numbers = (answers.first(QuestionID.age) ?? "").split { !$0.isNumber }.compactMap { Int($0) }.filter { $0 < 130 }
        guard let least = numbers.min(), let greatest = numbers.max() else { return nil }
        return least...greatest
    }

    static func kind(of answers: Answers, _ group: AgeGroup, _ standard: Standard) -> String {
        let stated = answers.first(QuestionID.subjectKind)
        if let stated, standard.ageGroup(ofSubjectKind: stated) == group { return stated }
        let fitting = standard.list(.subjectKind).codes.filter { standard.ageGroup(ofSubjectKind: $0.code) == group }
        return (fitting.first { $0.flag("default") } ?? fitting.first)?.code ?? ""
    }
}

/// Stated urgency: a sign of present danger, or a person's reason in words. Never a score (DESIGN rule 4).
public enum Urgency {
    /// The standard's code for what was stated.
    public static func code(of report: ConcernReport, signs: Set<String>, _ standard: Standard) -> String {
        let danger = report.answers.first(QuestionID.dangerNow) == affirmative || standard.hasPresentDanger(signs: signs)
        return code(danger: danger, reason: report.answers.first(QuestionID.urgencyReason) != nil, standard)
    }

    /// The code of a concern that comes back from a team: never below urgent.
    public static func returned(_ current: String, _ standard: Standard) -> String {
        standard.isAboveTheRest(urgency: current) ? current : code(danger: false, reason: true, standard)
    }

    static let affirmative = "yes"

    private static func code(danger: Bool, reason: Bool, _ standard: Standard) -> String {
        let codes = standard.list(.urgency).codes
        let above = codes.filter { $0.flag("above_the_rest") }
        let fitting =
            if danger {
                above.first { $0.flag("never_pauses") } ?? above.first
            } else if reason {
                above.last
            } else {
                codes.first { !$0.flag("above_the_rest") }
            }
        return (fitting ?? codes.first)?.code ?? ""
    }
}
