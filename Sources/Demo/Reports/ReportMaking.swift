// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Turns a scene in a household into a report, as its reporter would fill in the form.
struct ReportMaking {
    let standard: String
    let seed: UInt64
    /// The region's last day.
    let today: PartialDate
    let households: Int
    let peopleOfConcern: Int
    let people: [String: DemoDirectory.Person]

    /// One report, its reporter and the area that owns it. `day` is the day of the report.
    func make(_ number: Int, day: PartialDate) -> (report: ConcernReport, reporter: String, household: Household, scene: Scene) {
        var dice = Dice(seed: seed, "report", number)
        let household = Household(dice.below(households), seed: seed, day: today)
        let child = dice.below(household.children.count)
        let scene = scene(for: household.children[child], household.adults[0].person, on: day, &dice)
        let reporter = Self.key(dice.pick(scene.reporters), in: household.area.code)
        var sheet = ReportSheet(standard)
        let code = household.area.code
        let found =
            scene.names.contains { $0 == .missing } && dice.chance(30) ? dice.pick(AreaPlan.all.map(\.code).filter { $0 != code }) : nil
        let known = subject(scene, household, child, reporter, found, day, &dice)
        sheet.add(.person, .subject, known)
        let who = suspects(scene, household, &sheet, &dice)
        others(scene, household, child, &sheet, &dice)
        things(scene, household, number, found, day, &sheet, &dice)
        let isPolice = ["pcso", "officer", "special", "detective", "online", "missing"].contains { reporter.hasPrefix($0) }
        let childTold = scene.signs.contains("told_of_harm") && dice.chance(55)
        words(scene, household, child, known, who, childTold: childTold, isPolice: isPolice, day, &sheet, &dice)
        codes(scene, &sheet, &dice)
        family(scene, &sheet, &dice)
        if let person = people[reporter] { sheet.sign(person, childIsSource: childTold) }
        return (sheet.report, reporter, household, scene)
    }

    /// The key of a person of the plan: that of the area, where there is one in each.
    static func key(_ post: String, in area: String) -> String {
        let ofArea = "\(post)-\(area)"
        return PersonPlan.keys.contains(ofArea) ? ofArea : post
    }

    private func scene(for child: InventedPerson, _ adult: InventedPerson, on day: PartialDate, _ dice: inout Dice) -> Scene {
        let age = child.age(on: day)
        let fitting = Scene.all.filter { scene in
            let person = scene.about == .child ? child : adult
            return (scene.about != .child || scene.ages.contains(age)) && (!scene.onlyFemale || person.sex == "female")
        }
        var left = dice.below(fitting.reduce(0) { $0 + $1.share })
        for scene in fitting {
            if left < scene.share { return scene }
            left -= scene.share
        }
        return fitting.first ?? Scene.all[0]
    }

    private func subject(
        _ scene: Scene, _ household: Household, _ child: Int, _ reporter: String, _ found: String?, _ day: PartialDate, _ dice: inout Dice
    ) -> [String: Answer] {
        switch scene.about {
        case .child: return household.subject(child, reporter: reporter, found: found, &dice, day: day)
        case .unborn:
            let month = day.month ?? 1
            return household.unborn(PartialDate(year: day.year + (month > 8 ? 1 : 0), month: (month + 3) % 12 + 1), &dice)
        case .adult: return household.adultSubject(&dice, day: day)
        case .unknownAge:
            let sex = dice.chance(60) ? "male" : "female"
            return [
                QuestionID.subjectKind: .value("unknown_age"), QuestionID.givenNames: .absent(.refused),
                QuestionID.familyName: .absent(.notKnown),
                QuestionID.dateOfBirth: .absent(.notKnown), QuestionID.age: .value(dice.pick(["16 to 20", "about 17", "15 to 19"])),
                QuestionID.description: .value(
                    "\(sex), \(dice.pick(["small and thin", "tall", "short dark hair", "scar on one hand"])), work clothes"),
                QuestionID.sex: .value(sex), FormQuestion.sexSaidBy: .value("officer_observed"), FormQuestion.ethnicity: .absent(.notAsked),
                FormQuestion.language: .value(dice.pick(["vietnamese", "albanian", "romanian", "other_language"])),
                FormQuestion.interpreter: .value("yes"),
                QuestionID.livesIn: .absent(.notKnown), QuestionID.foundIn: .value(household.area.code),
            ]
        }
    }

    private func words(
        _ scene: Scene, _ household: Household, _ child: Int, _ known: [String: Answer], _ who: String, childTold: Bool, isPolice: Bool,
        _ day: PartialDate,
        _ sheet: inout ReportSheet, _ dice: inout Dice
    ) {
        let wording = Wording(
            child: scene.about == .child ? known[QuestionID.givenNames]?.first : nil, pronoun: household.children[child].pronoun, who: who,
            days: dice.below(5))
        let text = scene.words.map { wording.fill(dice.pick($0)) }.joined(separator: " ")
        let how =
            childTold
            ? "told_by_child"
            : isPolice ? dice.pick(["saw": 70, "told_by_other": 30]) : dice.pick(["saw": 45, "told_by_other": 45, "inferred": 10])
        let when = dice.chance(65) ? day : dice.chance(70) ? PartialDate(year: day.year, month: day.month, approximate: true) : nil
        sheet.say(text, how: how, when: when)
        if childTold, scene.about == .child {
            sheet[QuestionID.childWords] = .value(
                dice.pick([
                    "I don't feel safe there.", "Please don't make me go back today.", "He said nobody would believe me.",
                    "I just want it to stop.",
                ]))
        }
    }
}
