// SPDX-License-Identifier: Apache-2.0
import Safeguarding

extension PlantMaking {
    func vehicle() -> [PlannedConcern] {
        typealias Plant = Plants.Vehicle
        let sightings: [(days: Double, reporter: String, area: String, mark: String, words: String)] = [
            (
                131, "pcso-otterley", "otterley", Plant.mark,
                "Parked by the skate park three evenings running; two girls of about thirteen spoke with the driver."
            ),
            (
                74, "officer-milbury", "milbury", Plant.mark,
                "Stopped at 01:40 with a fifteen-year-old in the back who was reported missing an hour later."
            ),
            (
                29, "housing-dornwick", "dornwick", Plant.part,
                "Neighbours wrote down part of the number: it waits outside the flats when the parent is at work."
            ),
            (6, "special-1", "milbury", Plant.mark, "Outside the takeaway on Friday; drove off when two teenagers came out and saw us."),
        ]
        return sightings.enumerated().map { place, seen in
            concern(
                "vehicle-\(place)", daysAgo: seen.days, by: seen.reporter, area: seen.area,
                course: place == 1
                    ? handedOver("A missing child was in the car; the driver is not known.")
                    : ended("no_further_action", "Nobody named; kept for what comes next.")
            ) { sheet, day in
                sheet.say(seen.words, how: place == 2 ? "told_by_other" : "saw", when: day)
                sheet.add(
                    .person, .subject,
                    [
                        QuestionID.subjectKind: .value(place == 1 ? "child" : "unknown_age"), QuestionID.givenNames: .absent(.notKnown),
                        QuestionID.familyName: .absent(.notKnown), QuestionID.age: .value(place == 1 ? "15" : "about 13"),
                        QuestionID.foundIn: .value(seen.area), QuestionID.livesIn: .absent(.notKnown),
                    ])
                sheet.add(
                    .person, .suspect,
                    [
                        QuestionID.givenNames: .absent(.notKnown), QuestionID.description: .value("male, 30s, silver car"),
                        QuestionID.relationship: .value("relationship_unknown"), FormQuestion.ethnicity: .absent(.notKnown),
                    ])
                sheet.add(
                    .vehicle, nil, [QuestionID.vehicleMark: .value(seen.mark), QuestionID.vehicleDescription: .value(Plant.description)])
                sheet[QuestionID.crime] = .values(["child_sexual_exploitation"])
                sheet[QuestionID.setting] = .value("vehicle_or_transport")
                sheet[QuestionID.signs] = .values(["vehicles_of_unknown_adults"])
            }
        }
    }

    func account() -> [PlannedConcern] {
        typealias Plant = Plants.Account
        let reports: [(days: Double, reporter: String, area: String, children: [Int], disabled: Bool)] = [
            (118, "teacher-wynford", "wynford", [0, 1], false), (63, "school-nurse-otterley", "otterley", [2], false),
            (21, "safeguarding-lead-milbury", "milbury", [3, 4], true), (4, "online-1", "otterley", [5], false),
        ]
        return reports.map { one in
            concern(
                "account-\(one.days)", daysAgo: one.days, by: one.reporter, area: one.area,
                course: one.days < 30
                    ? handedOver("One account writes to several children; the online team should hold it as a whole.")
                    : ended("advice", "The account is blocked; the school speaks with the parents.")
            ) { sheet, day in
                sheet.say(
                    one.children.count > 1
                        ? "Two children of one class are written to by the same account, which says it is sixteen and sends game credit."
                        : "An account promised credit for pictures and became angry when nothing came.", how: "told_by_child", when: day)
                for child in one.children {
                    let names = Plant.children[child].split(separator: " ").map(String.init)
                    var answers = Self.child(
                        names[0], names[1], born: "\(2011 + child % 4)-0\(child + 1)-1\(child)",
                        sex: child == 1 || child == 3 ? "male" : "female", in: one.area)
                    if one.disabled, child == 3 {
                        answers[FormQuestion.disability] = .values(["LD", "COMM"])
                        answers[FormQuestion.disabilitySaidBy] = .value("parent_or_carer")
                        answers[FormQuestion.interpreter] = .value("no")
                        answers[FormQuestion.language] = .value("makaton")
                    }
                    sheet.add(.person, .subject, answers)
                }
                sheet.add(
                    .account, nil, [QuestionID.accountPlatform: .value(Plant.platform), QuestionID.accountHandle: .value(Plant.handle)])
                sheet.add(
                    .person, .suspect,
                    [
                        QuestionID.givenNames: .absent(.notKnown), QuestionID.relationship: .value("online_contact"),
                        QuestionID.livesWithChild: .value("no"),
                    ])
                sheet[QuestionID.crime] = .values(["child_sexual_exploitation"])
                sheet[QuestionID.setting] = .value("online_platform")
                sheet[QuestionID.signs] = .values(["contacted_online_by_adults", "account_contacts_many"])
            }
        }
    }

    func home() -> [PlannedConcern] {
        typealias Plant = Plants.Home
        let children = [
            ("Leon", "Timbrecroft", "2010-11-05", "male"), ("Sienna", "Velleham", "2012-05-19", "female"),
            ("Kai", "Rustleford", "2011-08-27", "male"),
        ]
        return children.enumerated().map { place, child in
            concern(
                "home-\(place)", daysAgo: [190, 95, 9][place],
                by: ["officer-eskham", "social-worker-eskham", "school-nurse-eskham"][place], area: Plant.area,
                course: place == 1
                    ? handedOver("A child in care says that they are not safe where the council placed them.", as: "section_47")
                    : ended("no_further_action", "The placement's own account was taken; kept with the others.")
            ) { sheet, day in
                sheet.say(
                    [
                        "Not back by two; found at the station and brought home.",
                        "Says that a visitor waits for her at the corner and knows when staff change.",
                        "Came to the drop-in with new clothes and would not go back at once.",
                    ][place],
                    how: place == 1 ? "told_by_child" : "saw", when: day)
                sheet.add(
                    .person, .subject,
                    Self.child(
                        child.0, child.1, born: child.2, sex: child.3, in: Plant.area,
                        [
                            QuestionID.personAddress: .value("\(Plant.name), \(Plant.address)"),
                            QuestionID.personPostcode: .value(Plant.postcode),
                        ]))
                sheet.add(
                    .place, nil,
                    [
                        FormQuestion.placeKind: .value("placement"), QuestionID.placeName: .value(Plant.name),
                        QuestionID.placeAddress: .value(Plant.address),
                        QuestionID.placePostcode: .value(Plant.postcode), QuestionID.placeArea: .value(Plant.area),
                    ])
                sheet.add(.phone, nil, [QuestionID.phoneNumber: .value(Plant.phone), FormQuestion.phoneWhose: .value("the home's office")])
                sheet[QuestionID.crime] = .values(["child_sexual_exploitation"])
                sheet[QuestionID.setting] = .value("residential_placement")
                sheet[QuestionID.signs] = .values(["in_care_or_moved", "repeatedly_missing"])
            }
        }
    }
}
