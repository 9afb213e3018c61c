// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// Changing a draft by what one page of the form said.
enum DraftEdit {
    /// The report with the answers of a page put in their place. A page of a mention that is not there yet makes it.
    static func put(_ answers: [String: Answer?], on page: FormPage, item: Int?, in report: ConcernReport) -> ConcernReport {
        var report = report
        func merge(_ old: Answers) -> Answers {
            var merged = old
            for (question, answer) in answers { merged.byQuestion[question] = answer }
            return merged
        }
        switch page.group {
        case .concern: report.answers = merge(report.answers)
        case .source: report.source = merge(report.source)
        case .statement:
            if report.statements.isEmpty { report.statements.append(Statement(answers: Answers())) }
            report.statements[0].answers = merge(report.statements[0].answers)
        default:
            guard let item else { return report }
            if report.mentions.indices.contains(item) {
                report.mentions[item].answers = merge(report.mentions[item].answers)
            } else if let blank = blank(page.group) {
                let filled = Mention(kind: blank.kind, role: blank.role, answers: merge(Answers()))
                if !filled.answers.byQuestion.isEmpty { report.mentions.append(filled) }
            }
        }
        return report
    }

    /// An empty mention of a group; nil for a group that is not about a mention.
    static func blank(_ group: QuestionGroup) -> Mention? {
        switch group {
        case .subject: Mention(kind: .person, role: .subject, answers: Answers())
        case .suspect: Mention(kind: .person, role: .suspect, answers: Answers())
        case .household: Mention(kind: .person, role: .household, answers: Answers())
        case .place, .vehicle, .phone, .account, .absence:
            MentionKind(rawValue: group.rawValue).map { Mention(kind: $0, answers: Answers()) }
        case .concern, .statement, .source, .practice: nil
        }
    }

    /// The report without the mention at a place.
    static func removing(_ item: Int, from report: ConcernReport) -> ConcernReport {
        var report = report
        if report.mentions.indices.contains(item) { report.mentions.remove(at: item) }
        return report
    }
}
