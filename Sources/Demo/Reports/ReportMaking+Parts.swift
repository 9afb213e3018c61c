// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The other parts of the form.
extension ReportMaking {
    private static let ofHousehold: Set<String> = ["parent", "step_parent", "parents_partner", "grandparent", "other_relative"]

    /// Who may be causing harm; returns how a sentence calls them.
    func suspects(_ scene: Scene, _ household: Household, _ sheet: inout ReportSheet, _ dice: inout Dice) -> String {
        let relationship = dice.pick(scene.suspects)
        if relationship.isEmpty || scene.about == .unborn && relationship == "parent" { return Wording.who("parent", male: false) }
        if Self.ofHousehold.contains(relationship), scene.about != .adult {
            // The adult of that relationship, or else whichever there is.
            let place = household.adults.firstIndex { $0.relationship == relationship } ?? household.adults.count - 1
            let (person, actual) = household.adults[place]
            if dice.chance(88) {
                sheet.add(.person, .suspect, household.suspect(place, since: PartialDate(inYear: today.year - 1), &dice, day: today))
            }
            return Wording.who(actual, male: person.sex == "male")
        }
        let other = PersonOfConcern(dice.below(peopleOfConcern), seed: seed, day: today, phoneAfter: households)
        var answers: [String: Answer] = [
            QuestionID.relationship: .value(relationship), QuestionID.sex: .value(other.person.sex),
            QuestionID.description: .value(other.description),
            QuestionID.livesWithChild: .value("no"), FormQuestion.ethnicity: .absent(dice.chance(50) ? .notKnown : .notAsked),
            QuestionID.hasContactNow: dice.chance(60) ? .value(dice.pick(["yes", "sometimes", "no"])) : .absent(.notKnown),
        ]
        switch dice.below(100) {
        case 0..<38:
            answers.merge(PersonAnswers(known: 50, day: today).identity(other.person, &dice)) { old, _ in old }
            if dice.chance(40) { answers[QuestionID.alsoKnownAs] = .value(other.nickname) }
        case 38..<60:
            answers[QuestionID.givenNames] = .value(other.person.given)
            answers[QuestionID.familyName] = .absent(.notKnown)
            answers[QuestionID.alsoKnownAs] = .value(other.nickname)
        default:
            answers[QuestionID.givenNames] = .absent(.notKnown)
            answers[QuestionID.familyName] = .absent(.notKnown)
        }
        if !scene.trust.isEmpty { answers[QuestionID.positionOfTrust] = .value(dice.pick(scene.trust)) }
        sheet.add(.person, .suspect, answers)
        for name in scene.names where dice.chance(62) { belongings(name, of: other, &sheet, &dice) }
        return Wording.who(relationship, male: other.person.sex == "male")
    }

    private func belongings(_ name: Scene.Names, of other: PersonOfConcern, _ sheet: inout ReportSheet, _ dice: inout Dice) {
        switch name {
        case .vehicle:
            let mark = dice.chance(60) ? other.mark : dice.chance(50) ? String(other.mark.prefix(6)) + "??" : nil
            sheet.add(
                .vehicle, nil,
                [
                    QuestionID.vehicleMark: mark.map { .value($0) } ?? .absent(.notKnown), QuestionID.vehicleDescription: .value(other.car),
                    FormQuestion.vehicleWhose: .value("the person of concern drives it"),
                ])
        case .phone:
            guard let phone = other.phone else { return }
            sheet.add(.phone, nil, [QuestionID.phoneNumber: .value(phone), FormQuestion.phoneWhose: .value("calls late at night")])
        case .account:
            sheet.add(
                .account, nil,
                [
                    QuestionID.accountPlatform: .value(other.platform), QuestionID.accountHandle: .value(other.handle),
                    FormQuestion.accountWhose: .absent(.notKnown),
                ])
        case .place, .missing: break
        }
    }

    /// Who else lives there.
    func others(_ scene: Scene, _ household: Household, _ child: Int, _ sheet: inout ReportSheet, _ dice: inout Dice) {
        guard scene.about == .child || scene.about == .unborn, dice.chance(60) else { return }
        for (place, sister) in household.children.enumerated() where place != child && dice.chance(55) {
            sheet.add(.person, .household, household.member(sister, relationship: "sibling", &dice, day: today))
        }
        let named = sheet.report.suspects.compactMap { $0.answers.first(QuestionID.relationship) }
        for adult in household.adults where !named.contains(adult.relationship) && dice.chance(50) {
            sheet.add(.person, .household, household.member(adult.person, relationship: adult.relationship, &dice, day: today))
        }
        if let phone = household.phone, dice.chance(22) {
            sheet.add(.phone, nil, [QuestionID.phoneNumber: .value(phone), FormQuestion.phoneWhose: .value("the family's number")])
        }
    }

    /// Places and times missing.
    func things(
        _ scene: Scene, _ household: Household, _ number: Int, _ found: String?, _ day: PartialDate, _ sheet: inout ReportSheet,
        _ dice: inout Dice
    ) {
        if scene.names.contains(where: { $0 == .place }), dice.chance(70) {
            let kind = dice.pick(scene.places), street = dice.below(AreaPlan.streets.count), house = dice.between(1...60)
            let area = found.flatMap { code in AreaPlan.all.first { $0.code == code } } ?? household.area
            sheet.add(
                .place, nil,
                [
                    FormQuestion.placeKind: .value(kind),
                    QuestionID.placeAddress: .value("\(house) \(AreaPlan.streets[street]), \(area.name)"),
                    QuestionID.placePostcode: .value(SafeValues.postcode(area: area.number, street: street, house: house)),
                    QuestionID.placeArea: .value(area.code),
                ])
        }
        if scene.names.contains(where: { $0 == .missing }), dice.chance(55) {
            let isBack = dice.chance(88)
            sheet.add(
                .absence, nil,
                [
                    FormQuestion.absenceFrom: .value(day.description),
                    FormQuestion.absenceTo: isBack ? .value(day.description) : .absent(.notApplicable),
                    FormQuestion.absenceFoundAt: isBack
                        ? .value(dice.pick(["came home", "the bus station", "a friend's flat", "the park"])) : .absent(.notKnown),
                ])
        }
    }

    /// The coded part.
    func codes(_ scene: Scene, _ sheet: inout ReportSheet, _ dice: inout Dice) {
        let crimes = scene.crimes.count > 1 && dice.chance(50) ? dice.some(1, of: scene.crimes) : scene.crimes
        sheet[QuestionID.crime] = crimes.isEmpty ? .absent(.notKnown) : .values(crimes)
        if crimes.contains("child_abuse"), !scene.categories.isEmpty {
            sheet[FormQuestion.abuseKind] = .values(dice.some(1, of: scene.categories))
        }
        sheet[QuestionID.setting] = scene.settings.isEmpty ? .absent(.notKnown) : .value(dice.pick(scene.settings))
        let signs = dice.some(dice.between(1...3), of: scene.signs)
        if dice.chance(94) { sheet[QuestionID.signs] = .values(signs) } else { sheet[QuestionID.signs] = .absent(.notKnown) }
        switch dice.below(100) {
        case 0..<2:
            sheet[QuestionID.dangerNow] = .value("yes")
            sheet[QuestionID.dangerWords] = .value(
                dice.pick(["Still with the person of concern; 999 called.", "Will not go home tonight.", "Not found yet; 999 called."]))
        case 2..<9:
            sheet[QuestionID.urgencyReason] = .value(
                dice.pick([
                    "Goes home at half past three.", "A visit is planned for tomorrow.",
                    "The person of concern will be told today by others.",
                ]))
        case 9..<12: sheet[QuestionID.dangerNow] = .absent(.notKnown)
        default: break
        }
    }

    /// What the family knows, and safe contact.
    func family(_ scene: Scene, _ sheet: inout ReportSheet, _ dice: inout Dice) {
        let inHome = scene.settings.contains("child_home")
        sheet[FormQuestion.familyTold] = .value(
            inHome
                ? dice.pick(["not_safe": 55, "loss_of_evidence": 12, "told_one": 18, "told": 15])
                : dice.pick(["told": 40, "told_one": 25, "not_safe": 20, "already_know": 15]))
        if dice.chance(40) {
            sheet[QuestionID.mustNotFindOut] =
                inHome ? .value(dice.pick(["Anyone at home.", "The other parent.", "The wider family."])) : .absent(.notApplicable)
        }
        if dice.chance(25) {
            sheet[QuestionID.safeChannel] = .value("through_professional")
            sheet[QuestionID.safeTimes] = .value(dice.pick(["In school hours only.", "Weekdays before three.", "Never by letter."]))
        }
    }
}
