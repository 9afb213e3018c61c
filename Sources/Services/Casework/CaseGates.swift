// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// The gates before a case closes: other victims considered, the suspect's access to children, the victim about to turn 18
/// (RULE 4.2, 4.3). Which they are is the standard's to say.
enum CaseGates {
    static let move = "close_case"

    static func facts(_ parts: ConcernParts, _ house: House, _ standard: Standard) throws -> ConditionFacts {
        let opened = try parts.open(house, withSource: false)
        let report = ConcernReport(
            standard: standard.id.rawValue, answers: opened.answers, statements: opened.statements, mentions: opened.mentions.map(\.mention)
        )
        let today = LocalDate.today(house.now)
        var facts = ConditionFacts(ConcernCoding(report, standard, on: today), thresholdMet: true, known: [])
        let born = report.subjects.compactMap { $0.answers.first(QuestionID.dateOfBirth).flatMap { PartialDate($0) } }.first
        facts.ageMonths = born.map { ($0, today) }.map { born, on in
            (on.year - born.year) * 12 + (on.month ?? 6) - (born.month ?? 6) - ((on.day ?? 15) < (born.day ?? 15) ? 1 : 0)
        }
        return facts
    }

    static func unmet(
        _ standard: Standard, _ facts: ConditionFacts, answers: [String: String], actionsClosed: Bool, reporterAnswered: Bool
    ) -> [String] {
        standard.gates(before: move, facts: facts).filter { gate in
            guard gate.blocks else { return false }
            switch gate.need {
            case .answer(let list, _): return !(answers[gate.id].map { standard.list(list).contains($0) } ?? false)
            case .fact(.actionsClosed): return !actionsClosed
            case .fact(.reporterAnswered): return !reporterAnswered
            case .fact(.outcomeRecorded), .fact(.reasonRecorded): return false
            case .fact: return answers[gate.id] == nil
            }
        }.map(\.id)
    }
}
