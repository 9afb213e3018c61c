// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// When the page about a duty of the reporter's own follows: after the answers that decide whether there is one.
enum PersonalDutyStep {
    /// `answers` are those of the page that was sent, `report` what is said so far with them.
    static func follows(_ answers: [String: Answer?], _ report: ConcernReport, _ house: House) -> Bool {
        let standard = house.standard(report.standard)
        return !PersonalDuties.questions(standard).isDisjoint(with: answers.keys)
            && !PersonalDuties.falling(on: report, standard, on: LocalDate.today(house.now)).isEmpty
    }
}
