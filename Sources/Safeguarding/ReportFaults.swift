// SPDX-License-Identifier: Apache-2.0
public import Standard

/// One thing in a report that can't be taken as it is.
public struct ReportFault: Hashable, Sendable {
    /// Where: `answers.crime`, `mentions[2].person.age`.
    public let field: String
    /// What is wrong.
    public let problem: Problem

    /// What can be wrong with an answer.
    public enum Problem: String, Sendable {
        case unknownQuestion, unknownCode, tooLong, notADate, tooMany, saysNothing, notAnArea, unknownAbsence, severalValues
    }
}

/// Holding a report against the form of its standard. What is missing is never a fault (RULE 2.1): one sentence can be sent.
public enum ReportFaults {
    /// Mentions and statements in one report, so that no report is without end.
    public static let mostMentions = 200
    /// Statements in one report.
    public static let mostStatements = 50
    private static let mostValues = 100

    /// All faults of a report; `areas` are the codes of the directory's areas. A draft may still say nothing.
    public static func all(_ report: ConcernReport, _ standard: Standard, areas: Set<String>, isDraft: Bool = false) -> [ReportFault] {
        var faults: [ReportFault] = []
        if !isDraft, !report.saysSomething { faults.append(ReportFault(field: "report", problem: .saysNothing)) }
        if report.mentions.count > mostMentions { faults.append(ReportFault(field: "mentions", problem: .tooMany)) }
        if report.statements.count > mostStatements { faults.append(ReportFault(field: "statements", problem: .tooMany)) }
        faults += check(report.answers, .concern, "answers", standard, areas)
        faults += check(report.source, .source, "source", standard, areas)
        for (index, statement) in report.statements.prefix(mostStatements).enumerated() {
            faults += check(statement.answers, .statement, "statements[\(index)]", standard, areas)
        }
        for (index, mention) in report.mentions.prefix(mostMentions).enumerated() {
            guard let group = QuestionGroup(rawValue: mention.formGroup) else { continue }
            faults += check(mention.answers, group, "mentions[\(index)]", standard, areas)
        }
        return faults
    }

    /// All faults of the answers to one form that stands alone, by question.
    public static func check(_ answers: Answers, _ group: QuestionGroup, _ standard: Standard) -> [ReportFault] {
        answers.byQuestion.sorted { $0.key < $1.key }.compactMap { id, answer in
            guard let question = standard.question(id), question.groups.contains(group) else {
                return ReportFault(field: id, problem: .unknownQuestion)
            }
            return problem(answer, question, standard, []).map { ReportFault(field: id, problem: $0) }
        }
    }

    private static func check(
        _ answers: Answers, _ group: QuestionGroup, _ path: String, _ standard: Standard, _ areas: Set<String>
    ) -> [ReportFault] {
        answers.byQuestion.sorted { $0.key < $1.key }.compactMap { id, answer in
            let place = "\(path).\(id)"
            guard let question = standard.question(id), question.groups.contains(group) else {
                return ReportFault(field: place, problem: .unknownQuestion)
            }
            return problem(answer, question, standard, areas).map { ReportFault(field: place, problem: $0) }
        }
    }

    private static func problem(_ answer: Answer, _ question: Question, _ standard: Standard, _ areas: Set<String>) -> ReportFault.Problem?
    {
        switch answer {
        case .absent(let absence):
            return standard.list(.absence).contains(absence.code) ? nil : .unknownAbsence
        case .values(let values):
            if values.count > mostValues { return .tooMany }
            if values.count > 1, question.kind != .choices, question.kind != .area { return .severalValues }
            if let limit = question.maxLength, values.contains(where: { $0.count > limit }) { return .tooLong }
            let filled = values.filter { !$0.isEmpty }
            switch question.kind {
            case .choice, .choices, .yesNo, .code:
                let list = standard.list(question.list ?? .yesNo)
                return filled.allSatisfy(list.contains) ? nil : .unknownCode
            case .partialDate: return filled.allSatisfy { PartialDate($0) != nil } ? nil : .notADate
            case .date: return filled.allSatisfy { PartialDate($0)?.day != nil } ? nil : .notADate
            case .area: return filled.allSatisfy(areas.contains) ? nil : .notAnArea
            case .text, .longText: return nil
            }
        }
    }
}
