// SPDX-License-Identifier: Apache-2.0
import Safeguarding

extension PlantMaking {
    func sameChild() -> [PlannedConcern] {
        typealias Plant = Plants.SameChild
        let lives: [String: Answer] = [QuestionID.personAddress: .value(Plant.address), QuestionID.personPostcode: .value(Plant.postcode)]
        return [
            concern(
                "same-child-school", daysAgo: 162, by: "teacher-milbury", area: Plant.area,
                course: ended("advice", "The school will watch attendance. Nothing further was known to any agency on the day.")
            ) { sheet, day in
                sheet.say(
                    "Robyn has been late eleven times since January and falls asleep in lessons. New phone that she keeps face down; says "
                        + "a friend gave it. She used to sing in the choir and has stopped.",
                    how: "saw", when: day)
                var child = Self.child(
                    Plant.school.given, Plant.school.family, born: Plant.school.born, sex: "female", in: Plant.area, lives)
                child[FormQuestion.school] = .value("Milbury Park Academy")
                child[FormQuestion.ethnicity] = .value("W1")
                child[FormQuestion.ethnicitySaidBy] = .value("parent_or_carer")
                sheet.add(.person, .subject, child)
                sheet[QuestionID.crime] = .absent(.notKnown)
                sheet[QuestionID.signs] = .values(["out_of_school", "unexplained_money_or_items"])
                sheet[FormQuestion.familyTold] = .value("told_one")
            },
            concern(
                "same-child-health", daysAgo: 47, by: "emergency-nurse-1", area: Plant.area,
                course: ended("no_further_action", "A single attendance, treated and gone home with a parent. No other agency named.")
            ) { sheet, day in
                sheet.say(
                    "Attended at 03:10 with an older male who said he was a cousin and answered for her. Twisted ankle. She looked at "
                        + "him before each answer.",
                    how: "saw", when: day)
                sheet.add(
                    .person, .subject,
                    Self.child(
                        Plant.health.given, Plant.health.family, born: Plant.health.born, sex: "female", in: Plant.area,
                        [QuestionID.personAddress: .value("14 Lantern Row")]))
                sheet.add(
                    .person, .suspect,
                    [
                        QuestionID.givenNames: .absent(.refused), QuestionID.description: .value("male, 20s, short beard, dark jacket"),
                        QuestionID.relationship: .value("relationship_unknown"), QuestionID.hasContactNow: .value("yes"),
                    ])
                sheet[QuestionID.crime] = .values(["child_sexual_exploitation"])
                sheet[QuestionID.setting] = .absent(.notKnown)
                sheet[QuestionID.signs] = .values(["controlling_older_person", "unexplained_injury"])
            },
            concern(
                "same-child-charity", daysAgo: 12, by: "youth-worker-1", area: Plant.area,
                course: ended("no_further_action", "First name and initial only; no address. The youth worker keeps contact.")
            ) { sheet, day in
                sheet.say(
                    "A girl everybody calls Robbie waits by the taxi rank on Fridays and gets into the same silver car. She laughed it "
                        + "off and then asked when we open next.",
                    how: "saw", when: day)
                sheet.add(
                    .person, .subject,
                    Self.child(
                        Plant.charity.given, Plant.charity.family, in: Plant.area,
                        [
                            QuestionID.alsoKnownAs: .value(Plant.charity.alsoKnownAs), QuestionID.age: .value(Plant.charity.age),
                            QuestionID.sex: .value("female"), QuestionID.personAddress: .value("Lantern Row, Milbury"),
                        ]))
                sheet.add(
                    .vehicle, nil,
                    [
                        QuestionID.vehicleMark: .value(Plants.Vehicle.part),
                        QuestionID.vehicleDescription: .value("silver estate, dented rear door"),
                    ])
                sheet[QuestionID.crime] = .values(["child_sexual_exploitation"])
                sheet[QuestionID.setting] = .value("vehicle_or_transport")
                sheet[QuestionID.signs] = .values(["vehicles_of_unknown_adults"])
            },
        ]
    }

    func twins() -> [PlannedConcern] {
        typealias Plant = Plants.Twins
        let lives: [String: Answer] = [
            QuestionID.personAddress: .value("31 Kiln Street, Dornwick"), QuestionID.personPostcode: .value("QZ40 6ZU"),
        ]
        func twin(_ place: Int) -> [String: Answer] {
            Self.child(Plant.given[place], Plant.family, born: Plant.born, sex: "female", in: Plant.area, lives)
        }
        return [
            concern(
                "twins-both", daysAgo: 210, by: "teacher-dornwick", area: Plant.area,
                course: ended("early_help", "The parent asked for help with mornings; early help will call.")
            ) { sheet, day in
                sheet.say("Both girls came without coats twice this week and shared one lunch.", how: "saw", when: day)
                sheet.add(.person, .subject, twin(0))
                sheet.add(.person, .subject, twin(1))
                sheet[QuestionID.crime] = .values(["child_abuse"])
                sheet[FormQuestion.abuseKind] = .values(["neglect"])
                sheet[QuestionID.setting] = .value("child_home")
            },
            concern(
                "twins-one", daysAgo: 33, by: "school-nurse-dornwick", area: Plant.area,
                course: handedOver(
                    "A mark that the account does not explain, on one of two sisters; the other is seen as well.", as: "section_47")
            ) { sheet, day in
                sheet.say(
                    "Eithne has a bruise behind the ear and says she fell. Her sister said nothing and held her hand.", how: "saw",
                    when: day)
                var child = twin(1)
                child[FormQuestion.disability] = .values(["HEAR"])
                child[FormQuestion.disabilitySaidBy] = .value("record")
                sheet.add(.person, .subject, child)
                sheet[QuestionID.crime] = .values(["child_abuse"])
                sheet[FormQuestion.abuseKind] = .values(["physical"])
                sheet[QuestionID.setting] = .value("child_home")
                sheet[QuestionID.signs] = .values(["unexplained_injury", "disability_or_communication"])
            },
        ]
    }

    func namesakes() -> [PlannedConcern] {
        typealias Plant = Plants.Namesakes
        return [0, 1].map { place in
            let area = Plant.areas[place]
            return concern(
                "namesake-\(place)", daysAgo: place == 0 ? 300 : 88, by: "teacher-\(area)", area: area,
                course: ended("advice", "Talked through with the school; its own plan fits.")
            ) { sheet, day in
                sheet.say(
                    place == 0
                        ? "Samir has been sad since his grandfather died and misses football."
                        : "Samir says older boys on the bus take his lunch money.",
                    how: "told_by_child", when: day)
                sheet.add(
                    .person, .subject, Self.child(Plant.name.given, Plant.name.family, born: Plant.born[place], sex: "male", in: area))
                sheet[QuestionID.crime] = .absent(.notKnown)
                sheet[QuestionID.signs] = .values([place == 0 ? "bereaved" : "isolated"])
            }
        }
    }
}
