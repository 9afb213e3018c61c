// SPDX-License-Identifier: Apache-2.0
import Safeguarding

extension PlantMaking {
    func movedAdult() -> [PlannedConcern] {
        typealias Plant = Plants.MovedAdult
        func suspect(_ name: (given: String, family: String, area: String), born: String, since: String) -> [String: Answer] {
            Self.person(
                name.given, name.family, born: born, sex: "male",
                [
                    QuestionID.relationship: .value("parents_partner"), QuestionID.livesWithChild: .value("yes"),
                    QuestionID.livesWithSince: .value(since),
                    QuestionID.hasContactNow: .value("yes"), FormQuestion.ethnicity: .absent(.notAsked),
                ])
        }
        func phone(_ sheet: inout ReportSheet) {
            sheet.add(.phone, nil, [QuestionID.phoneNumber: .value(Plant.phone), FormQuestion.phoneWhose: .value("the partner's number")])
        }
        func codes(_ sheet: inout ReportSheet) {
            sheet[QuestionID.crime] = .values(["child_abuse"])
            sheet[FormQuestion.abuseKind] = .values(["physical", "emotional"])
            sheet[QuestionID.setting] = .value("child_home")
            sheet[QuestionID.signs] = .values(["violence_at_home", "suspect_lives_with_child"])
            sheet[FormQuestion.familyTold] = .value("not_safe")
            sheet[QuestionID.mustNotFindOut] = .value("The partner.")
        }
        return [
            concern(
                "moved-adult-first", daysAgo: 610, by: "teacher-wynford", area: Plant.first.area,
                course: ended("no_further_action", "He has left the household and the children are well with their mother.")
            ) { sheet, day in
                sheet.say(
                    "Jake and his sister are frightened of their mother's partner, who locks the kitchen. Mother says he has gone.",
                    how: "told_by_child", when: day)
                sheet.add(.person, .subject, Self.child("Jake", "Orchareley", born: "2015-03-14", sex: "male", in: Plant.first.area))
                sheet.add(
                    .person, .household, Self.person("Ruby", "Orchareley", born: "2017-09-02", [QuestionID.relationship: .value("sibling")])
                )
                sheet.add(.person, .suspect, suspect(Plant.first, born: Plant.born, since: "2023"))
                phone(&sheet)
                codes(&sheet)
            },
            concern(
                "moved-adult-second", daysAgo: 41, by: "health-visitor-1", area: Plant.second.area,
                course: handedOver(
                    "A small child with a mark and an adult in the household about whom another area may know more.", as: "section_47")
            ) { sheet, day in
                sheet.say(
                    "The two-year-old has a bruise on the ear. The new partner would not leave the room and told me when to go.",
                    how: "saw", when: day)
                sheet.add(.person, .subject, Self.child("Mina", "Saffreworth", born: "2024-02-08", sex: "female", in: Plant.second.area))
                sheet.add(.person, .suspect, suspect(Plant.second, born: Plant.born, since: "2026"))
                phone(&sheet)
                codes(&sheet)
            },
        ]
    }

    func refuge() -> [PlannedConcern] {
        typealias Plant = Plants.Refuge
        return [
            concern(
                "refuge", daysAgo: 17, by: "advocate-1", area: Plant.area,
                course: handedOver(
                    "Mother and son are safe today; the father is looking for them and must not learn where they are.", as: "section_47")
            ) { sheet, day in
                sheet.say(
                    "Came to the refuge with her son after years of control. The father rings relatives and asks where they sleep.",
                    how: "told_by_other", when: day)
                sheet.add(
                    .person, .subject,
                    Self.child(
                        "Mateo", Plant.family, born: "2019-12-01", sex: "male", in: Plant.area,
                        [QuestionID.personAddress: .absent(.refused)]))
                sheet.add(
                    .person, .household,
                    Self.person(
                        Plant.given, Plant.family, born: "1993-04-22",
                        [
                            QuestionID.relationship: .value("parent"), QuestionID.livesWithChild: .value("yes"),
                            QuestionID.personAddress: .absent(.refused),
                        ]))
                sheet.add(
                    .person, .suspect,
                    Self.person(
                        "Duncan", Plant.family, sex: "male",
                        [
                            QuestionID.relationship: .value("parent"), QuestionID.livesWithChild: .value("no"),
                            QuestionID.hasContactNow: .value("no"),
                        ]))
                sheet[QuestionID.crime] = .values(["child_abuse"])
                sheet[FormQuestion.abuseKind] = .values(["emotional"])
                sheet[QuestionID.setting] = .value("child_home")
                sheet[QuestionID.signs] = .values(["violence_at_home", "no_settled_home", "parent_acts_to_protect"])
                sheet[FormQuestion.familyTold] = .value("not_safe")
                sheet[QuestionID.mustNotFindOut] = .value("The father, his brothers, and anybody who says they are family.")
                sheet[QuestionID.safeChannel] = .value("through_professional")
                sheet[QuestionID.safeTimes] = .value("Only through the refuge's worker.")
            }
        ]
    }

    func shutOut() -> [PlannedConcern] {
        typealias Plant = Plants.ShutOut
        let names = Plant.name.split(separator: " ").map(String.init)
        return [
            concern("shut-out", daysAgo: 0.25, by: "teacher-milbury", area: Plant.area, course: { _ in .waits }) { sheet, day in
                sheet.say(
                    "Two boys of year eight get private messages and lifts from their football coach. One has been given boots.",
                    how: "told_by_other", when: day)
                sheet.add(.person, .subject, Self.child("Alfie", "Thistlegrave", born: "2013-11-30", sex: "male", in: Plant.area))
                sheet.add(
                    .person, .suspect,
                    Self.person(
                        names.first ?? "", names.last ?? "",
                        [
                            QuestionID.relationship: .value("person_in_position_of_trust"),
                            QuestionID.positionOfTrust: .values(["sport", "youth_work"]),
                            QuestionID.identifier: .value(Plant.email), QuestionID.hasContactNow: .value("yes"),
                            QuestionID.livesWithChild: .value("no"),
                        ]))
                sheet[QuestionID.crime] = .values(["child_abuse"])
                sheet[FormQuestion.abuseKind] = .values(["emotional"])
                sheet[QuestionID.setting] = .value("faith_community_or_sport")
                sheet[QuestionID.signs] = .values(["suspect_in_trust", "suspect_has_access"])
            }
        ]
    }
}
