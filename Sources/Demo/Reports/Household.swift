// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// An invented household: children, adults, where they live. The same number is always the same household.
struct Household: Sendable {
    let number: Int
    let area: AreaPlan
    let address: String
    let postcode: String
    let phone: String?
    let school: String
    let children: [InventedPerson]
    /// Each with a code of the list `relationship`; the first is a parent.
    let adults: [(person: InventedPerson, relationship: String)]

    /// Throws a household. `day` is the region's last day: ages are as of then.
    init(_ number: Int, seed: UInt64, day: PartialDate) {
        var dice = Dice(seed: seed, "household", number)
        self.number = number
        // Milbury and Otterley are the larger towns.
        let share = dice.pick(["0": 24, "1": 20, "2": 12, "3": 12, "4": 12, "5": 10, "6": 10])
        area = AreaPlan.all[(Int(share) ?? 0) % AreaPlan.all.count]
        let street = dice.below(AreaPlan.streets.count), house = dice.between(1...190)
        let flat = dice.chance(18) ? "Flat \(dice.between(1...24)), " : ""
        address = "\(flat)\(house) \(AreaPlan.streets[street]), \(area.name)"
        postcode = SafeValues.postcode(area: area.number, street: street, house: house)
        phone = SafeValues.phone(number)
        school = area.school(dice.below(4))
        let family = PersonNames.family(&dice)
        let count = dice.chance(40) ? 1 : dice.between(2...3)
        var children: [InventedPerson] = []
        for place in 0..<count {
            let age = dice.chance(55) ? dice.between(12...17) : dice.between(3...12)
            var child = InventedPerson.thrown(
                age: age, family: family, on: day, male: dice.chance(47), number: number * 7 + place, &dice)
            // Twins: two people, one birthday, one address.
            if place > 0, dice.chance(4) { child.born = children[0].born }
            children.append(child)
        }
        self.children = children
        var adults = [
            (
                InventedPerson.thrown(
                    age: dice.between(25...48), family: family, on: day, male: dice.chance(15), number: number * 7 + 4, &dice), "parent"
            )
        ]
        if dice.chance(65) {
            let relationship = dice.pick(["parent": 40, "step_parent": 18, "parents_partner": 27, "grandparent": 7, "other_relative": 8])
            let theirs = relationship == "parent" ? family : PersonNames.family(&dice)
            let age = relationship == "grandparent" ? dice.between(52...70) : dice.between(22...50)
            adults.append(
                (
                    InventedPerson.thrown(age: age, family: theirs, on: day, male: dice.chance(80), number: number * 7 + 5, &dice),
                    relationship
                ))
        }
        self.adults = adults.map { (person: $0.0, relationship: $0.1) }
    }
}
