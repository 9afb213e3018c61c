// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What stands beside the tour: a Friday before a bank holiday, an adult who refuses, an unborn child, a report that is believed to be false.
extension PlantMaking {
    private typealias Story = TourStory

    func beside() -> [PlannedConcern] { [friday(), refusing(), expecting(), slandered()] }

    /// Days ago of the last Friday after which Monday was no working day, at twenty past four.
    private var bankHolidayFriday: Double {
        let noon = today.adding(seconds: -moments.secondsOfDay(today) + 12 * 3600)
        func isWorked(_ day: Instant, _ later: Double) -> Bool { moments.time.isWorking(at: day.adding(seconds: later * 86_400)) }
        for days in 1...300 {
            let day = noon.adding(seconds: -Double(days) * 86_400)
            // Worked, then three days that are not, then one that is: the Thursday before Easter has four that are not.
            guard isWorked(day, 0), !isWorked(day, 1), !isWorked(day, 2), !isWorked(day, 3), isWorked(day, 4) else { continue }
            return today.seconds(since: day.adding(seconds: 4 * 3600 + 20 * 60)) / 86_400
        }
        return 90
    }

    /// The teacher's own duty to tell the police runs from that Friday: to the close of the next working day at best, a month at most.
    private func friday() -> PlannedConcern {
        concern(
            "beside-friday", daysAgo: bankHolidayFriday, by: "teacher-otterley", area: "otterley",
            course: handedOver(
                "A girl has said herself what was done to her. The teacher has told the police as well, which is her own duty.",
                as: "section_47")
        ) { sheet, day in
            sheet.say(
                "She told me after the last lesson what was done to her last summer, and asked me to help her younger sister.",
                how: "told_by_child", when: day)
            sheet.add(
                .person, .subject,
                Self.child(Story.fridayGirl.given, Story.fridayGirl.family, born: "2012-02-11", sex: "female", in: "otterley"))
            sheet.add(
                .person, .household,
                Self.person(
                    "Nasra", Story.fridayGirl.family, born: "2017-09-30", [QuestionID.relationship: .value("sibling")]))
            sheet[QuestionID.crime] = .values(["female_genital_mutilation"])
            sheet["fgm.known"] = .value("told_by_girl")
            sheet["fgm.profession"] = .value("teacher")
            sheet["fgm.colleague_reported"] = .value("no")
            sheet["fgm.discovered"] = .value(day.description)
            sheet[QuestionID.setting] = .value("abroad")
            sheet[QuestionID.signs] = .values(["told_of_procedure", "family_history_fgm"])
            sheet[FormQuestion.familyTold] = .value("not_safe")
            sheet[QuestionID.mustNotFindOut] = .value("Anyone in the family.")
        }
    }

    private func refusing() -> PlannedConcern {
        concern("beside-refuses", daysAgo: 0.3, by: "housing-wynford", area: "wynford", course: { _ in .waits }) { sheet, day in
            sheet.say(
                "She pays most of her wages to the man who found her the work. She says it is fair and that she wants no fuss.",
                how: "told_by_child", when: day)
            var person = Self.person(Story.refusing.given, Story.refusing.family, born: "1992-06-03", sex: "female")
            person[QuestionID.subjectKind] = .value("adult")
            person[QuestionID.livesIn] = .value("wynford")
            person["person.agrees"] = .value("does_not_agree")
            person["person.override_reason"] = .value("Two others work for the same man and one of them may be under 18.")
            person["person.wishes"] = .value("To keep her room and her work, and not to be rung.")
            person["person.capacity"] = .value("presumed")
            person["person.pressure"] = .value("yes")
            sheet.add(.person, .subject, person)
            sheet.add(
                .person, .suspect,
                [
                    QuestionID.givenNames: .absent(.notKnown), QuestionID.description: .value("male, 40s, white van"),
                    QuestionID.relationship: .value("employer"), QuestionID.hasContactNow: .value("yes"),
                ])
            sheet[QuestionID.crime] = .values(["modern_slavery"])
            sheet[QuestionID.setting] = .value("workplace")
            sheet[QuestionID.signs] = .values(["little_or_no_pay"])
            sheet[QuestionID.safeChannel] = .value("in_person")
            sheet[QuestionID.safeTimes] = .value("At the housing office only; never by phone.")
        }
    }

    private func expecting() -> PlannedConcern {
        concern(
            "beside-unborn", daysAgo: 8, by: "midwife-1", area: "wynford",
            course: handedOver("A plan is needed before the birth, with the mother and without her partner.", as: "section_17")
        ) { sheet, day in
            sheet.say(
                "She is glad of the child and afraid of him. He comes to each appointment and answers for her.", how: "saw", when: day)
            sheet.add(
                .person, .subject,
                [
                    QuestionID.subjectKind: .value("unborn"), QuestionID.livesIn: .value("wynford"),
                    QuestionID.givenNames: .absent(.notApplicable),
                    QuestionID.familyName: .value(Story.expecting.family), QuestionID.sex: .value("unborn_not_known"),
                    QuestionID.description: .value("Expected in ten weeks; her first child."),
                ])
            sheet.add(
                .person, .household,
                Self.person(
                    Story.expecting.given, Story.expecting.family, born: "2005-01-19",
                    [QuestionID.relationship: .value("parent")]))
            sheet.add(
                .person, .suspect,
                [
                    QuestionID.givenNames: .value("Kane"), QuestionID.familyName: .absent(.notKnown),
                    QuestionID.relationship: .value("parent"),
                    QuestionID.hasContactNow: .value("yes"),
                ])
            sheet[QuestionID.crime] = .values(["child_abuse"])
            sheet[FormQuestion.abuseKind] = .values(["emotional"])
            sheet[QuestionID.setting] = .value("child_home")
            sheet[QuestionID.signs] = .values(["violence_at_home", "parent_acts_to_protect"])
        }
    }

    /// Kept as it was said and shown as what it is: never dropped, never summed.
    private func slandered() -> PlannedConcern {
        concern(
            "beside-false", daysAgo: 27, by: "housing-calderholm", area: "calderholm",
            course: ended(
                "no_further_action",
                "Believed to be false: the third call of the same kind since a quarrel about a fence. The school sees him daily and he is well. Kept, so "
                    + "that the next one lies beside it.")
        ) { sheet, day in
            sheet.say("A caller without a name says again that the boy next door is never let out.", how: "told_by_other", when: day)
            sheet.say(
                "I have seen him at football twice this week. The caller and the mother have quarrelled since spring.", how: "saw",
                when: day)
            sheet.add(
                .person, .subject,
                Self.child(Story.slandered.given, Story.slandered.family, born: "2018-05-06", sex: "male", in: "calderholm"))
            sheet[QuestionID.crime] = .absent(.notKnown)
            sheet[QuestionID.signs] = .values(["attends_school"])
        }
    }
}
