// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The six pieces of the tour: a child of 13 in nine months, each piece low, each closed or waiting, in five agencies' words. Tonight's is
/// written and not sent: whoever takes the tour sends it.
extension PlantMaking {
    private typealias Story = TourStory
    private static let area = "milbury"
    private static let lives: [String: Answer] = [
        QuestionID.personAddress: .value(TourStory.address), QuestionID.personPostcode: .value(TourStory.postcode),
    ]

    /// The five that lie apart.
    func tour() -> [PlannedConcern] { [housing(), nurse(), school(), council(), surgery(), headTeacher()] }

    /// The birthday of a child who is so old today and has had a birthday some months ago.
    private func born(_ years: Int, monthsAgo: Int) -> String {
        let day = moments.day(today.adding(seconds: -Double(monthsAgo) * 30 * 86_400))
        return (PartialDate(year: day.year - years, month: day.month ?? 5, day: min(day.day ?? 9, 28)) ?? day).description
    }
    private var childBorn: String { born(13, monthsAgo: 5) }

    private func mother() -> [String: Answer] {
        Self.person(
            "Mel", Story.family, [QuestionID.relationship: .value("parent"), QuestionID.livesWithChild: .value("yes")])
    }

    /// Somebody in the household has a name and no more; a person of concern can have a nickname.
    private func man(_ more: [String: Answer]) -> [String: Answer] {
        [
            QuestionID.familyName: .absent(.notKnown), QuestionID.relationship: .value("parents_partner"),
            QuestionID.livesWithChild: .value("yes"),
        ]
        .merging(more) { _, new in new }
    }

    /// His number, as the next council has it and as it stands in her phone: a nickname alone is too little to join two areas by.
    private func phone(_ sheet: inout ReportSheet) {
        sheet.add(
            .phone, nil,
            [QuestionID.phoneNumber: .value(SafeValues.plantedPhone(71)), FormQuestion.phoneWhose: .value("\(Story.nickname)'s")])
    }

    private func housing() -> PlannedConcern {
        concern(
            "tour-housing", daysAgo: 268, by: "housing-adviser-1", area: Self.area,
            course: ended("advice", "A change in a household and nothing more. The charity keeps its visits.")
        ) { sheet, day in
            sheet.say(
                "A man whom everybody calls \(Story.nickname) has moved in. The tenant used to talk at the door; now he answers for her and "
                    + "the children stay upstairs.", how: "saw", when: day)
            sheet.add(
                .person, .subject,
                Self.child(
                    Story.child, Story.family, sex: "female", in: Self.area, Self.lives.merging([QuestionID.age: .value("about 12")]) { $1 }
                ))
            sheet.add(.person, .household, mother())
            sheet.add(
                .person, .household,
                man([
                    QuestionID.givenNames: .value(Story.nickname),
                    QuestionID.livesWithSince: .value(moments.day(today.adding(seconds: -280 * 86_400)).description),
                ])
            )
            sheet[QuestionID.crime] = .absent(.notKnown)
            sheet[QuestionID.signs] = .values(["unexplained_visitors"])
        }
    }

    private func nurse() -> PlannedConcern {
        concern(
            "tour-nurse", daysAgo: 212, by: "school-nurse-milbury", area: Self.area,
            course: ended("advice", "A tired six-year-old; the school nurse sees him each week.")
        ) { sheet, day in
            sheet.say(
                "\(Story.brother) asked whether he could stay until I close. A neighbour, who drives him and his sister when their mother works, "
                    + "waited kindly in the car.", how: "saw", when: day)
            sheet.add(
                .person, .subject,
                Self.child(Story.brother, Story.family, born: born(6, monthsAgo: 9), sex: "male", in: Self.area, Self.lives))
            sheet.add(.person, .household, mother())
            sheet.add(
                .vehicle, nil,
                [
                    QuestionID.vehicleMark: .value(Story.mark),
                    QuestionID.vehicleDescription: .value("grey hatchback, child seat in the back"),
                    FormQuestion.vehicleWhose: .value("the neighbour across the road"),
                ])
            sheet[QuestionID.crime] = .absent(.notKnown)
            sheet[QuestionID.signs] = .values(["trusted_adult"])
        }
    }

    private func school() -> PlannedConcern {
        concern(
            "tour-school", daysAgo: 149, by: "teacher-milbury", area: Self.area,
            course: ended("advice", "Attendance is watched. The family name is not on any list under this spelling.")
        ) { sheet, day in
            sheet.say("Late nine times since January, asleep in two lessons. Does not want her mother rung.", how: "saw", when: day)
            var child = Self.child(
                Story.misspelt.given, Story.misspelt.family, born: childBorn, sex: "female", in: Self.area,
                [QuestionID.personAddress: .value("9 Ferry St, Milbury")])
            child[FormQuestion.school] = .value("Milbury Park Academy")
            sheet.add(.person, .subject, child)
            sheet[QuestionID.crime] = .absent(.notKnown)
            sheet[QuestionID.signs] = .values(["out_of_school"])
            sheet[FormQuestion.familyTold] = .value("not_safe")
        }
    }

    /// Other children, another area, closed: the same man under his nickname.
    private func council() -> PlannedConcern {
        concern(
            "tour-council", daysAgo: 97, by: "social-worker-otterley", area: "otterley",
            course: ended("advice", "The mother's former partner has left; both children are well and the school is content.")
        ) { sheet, day in
            sheet.say(
                "Two children were quiet and watchful while their mother's partner lived there. He has moved to Milbury, she says.",
                how: "told_by_other", when: day)
            sheet.add(.person, .subject, Self.child("Merrin", "Ouseworth", born: born(11, monthsAgo: 3), sex: "female", in: "otterley"))
            sheet.add(
                .person, .household,
                Self.person("Tam", "Ouseworth", born: born(8, monthsAgo: 7), [QuestionID.relationship: .value("sibling")]))
            sheet.add(
                .person, .suspect,
                Self.person(
                    "Darren", "Coldwatter", sex: "male",
                    [
                        QuestionID.alsoKnownAs: .value(Story.nickname), QuestionID.age: .value("about 40"),
                        QuestionID.relationship: .value("parents_partner"),
                        QuestionID.livesWithChild: .value("no"), QuestionID.hasContactNow: .value("no"),
                    ]))
            sheet[QuestionID.crime] = .values(["child_abuse"])
            sheet[FormQuestion.abuseKind] = .values(["emotional"])
            sheet[QuestionID.setting] = .value("child_home")
            phone(&sheet)
            sheet[QuestionID.signs] = .values(["violence_at_home"])
        }
    }

    /// Shared by nobody but by asking, and read by another desk: the surgery stands across the border, and knows no address.
    private func surgery() -> PlannedConcern {
        concern("tour-surgery", daysAgo: 0.8, by: "surgery-doctor-1", area: "eskham", course: { _ in .waits }) { sheet, day in
            sheet.say("Came alone for the third time with a headache and asked whether she could wait here.", how: "saw", when: day)
            var child = Self.child(Story.child, Story.family, born: childBorn, sex: "female", in: "eskham")
            child[QuestionID.livesIn] = .absent(.notKnown)
            child[QuestionID.foundIn] = .value("eskham")
            sheet.add(.person, .subject, child)
            sheet[QuestionID.crime] = .absent(.notKnown)
            sheet[QuestionID.signs] = .values(["self_harm_or_low_mood"])
        }
    }

    /// The matter in which the head teacher is named, and of which the head teacher's own team is told.
    private func headTeacher() -> PlannedConcern {
        let name = StaffNames.name(PersonPlan.place(of: "head-teacher-milbury")).split(separator: " ").map(String.init)
        return concern(
            "tour-head-teacher", daysAgo: 6, by: "assistant-milbury", area: Self.area,
            course: handedOver(
                "Somebody in charge of children is named. The designated officer leads; the school's team is told.",
                also: "school_safeguarding")
        ) { sheet, day in
            sheet.say(
                "\(Story.pupil.given) was held by the arm behind a closed door and came out crying. I heard the shouting.", how: "saw",
                when: day)
            sheet.add(
                .person, .subject,
                Self.child(Story.pupil.given, Story.pupil.family, born: born(7, monthsAgo: 2), sex: "male", in: Self.area))
            sheet.add(
                .person, .suspect,
                Self.person(
                    name.first ?? "", name.last ?? "",
                    [
                        QuestionID.relationship: .value("person_in_position_of_trust"), QuestionID.positionOfTrust: .values(["school"]),
                        QuestionID.identifier: .value(StaffNames.email("head-teacher-milbury")), QuestionID.hasContactNow: .value("yes"),
                        QuestionID.livesWithChild: .value("no"),
                    ]))
            sheet[QuestionID.crime] = .values(["child_abuse"])
            sheet[FormQuestion.abuseKind] = .values(["physical"])
            sheet[QuestionID.setting] = .value("school_or_college")
            sheet[QuestionID.signs] = .values(["suspect_in_trust", "suspect_has_access"])
        }
    }

    /// Tonight's piece, as the PCSO has written it on a phone.
    func tonight() -> ConcernReport {
        var sheet = ReportSheet(reports.standard)
        sheet[QuestionID.urgencyReason] = .value("She is with us at the station and must sleep somewhere safe tonight.")
        sheet.say(
            "Walking alone on Weir Street at five past one. Afraid to go home, will not say why. A man in a grey hatchback had stopped for her; he "
                + "brought her to our front desk and drove off before I had his name.", how: "saw", when: moments.day(today))
        sheet[QuestionID.childWords] = .value("Not while \(Story.nickname) is there.")
        sheet[QuestionID.crime] = .absent(.notKnown)
        sheet[QuestionID.setting] = .absent(.notKnown)
        sheet[QuestionID.signs] = .values(["afraid_to_go_home", "vehicles_of_unknown_adults"])
        sheet.add(
            .person, .subject,
            Self.child(
                Story.child, Story.family, born: childBorn, sex: "female", in: Self.area,
                Self.lives.merging([QuestionID.foundIn: .value(Self.area)]) { $1 }))
        sheet.add(
            .person, .suspect,
            [
                QuestionID.givenNames: .absent(.notKnown), QuestionID.familyName: .absent(.notKnown),
                QuestionID.description: .value("male, 50s, grey hatchback; gave her a lift"),
                QuestionID.relationship: .value("relationship_unknown"), QuestionID.livesWithChild: .value("no"),
            ])
        sheet.add(
            .person, .household,
            Self.person(Story.brother, Story.family, [QuestionID.relationship: .value("sibling"), QuestionID.age: .value("6")]))
        sheet.add(
            .person, .suspect,
            man([
                QuestionID.givenNames: .absent(.notKnown), QuestionID.alsoKnownAs: .value(Story.nickname), QuestionID.sex: .value("male"),
                QuestionID.age: .value("about 40"),
                QuestionID.hasContactNow: .value("yes"),
            ]))
        sheet.add(
            .vehicle, nil,
            [
                QuestionID.vehicleMark: .value(Story.markRead), QuestionID.vehicleMarkRead: .value("part"),
                QuestionID.vehicleDescription: .value("grey hatchback"),
            ])
        phone(&sheet)
        sheet[FormQuestion.familyTold] = .value("not_safe")
        sheet[QuestionID.mustNotFindOut] = .value("Anyone at home.")
        if let person = reports.people["night-pcso-milbury"] { sheet.sign(person, childIsSource: false) }
        return sheet.report
    }
}
