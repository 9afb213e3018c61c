// SPDX-License-Identifier: Apache-2.0
import Linkage

/// People with several records each, some badly written, some of one household.
struct Population {
    private(set) var records: [IndexRecord] = []
    private var dice: Dice
    private var number = 0

    init(people: Int, seed: UInt64) {
        dice = Dice(seed)
        var person = 0
        while person < people {
            let home = self.home()
            for _ in 0..<(1 + dice.below(4)) where person < people {
                add(home: home)
                person += 1
            }
        }
    }

    private mutating func home() -> [FieldValue] {
        let letters = Array("ABDEFGHJLN").map(String.init)
        return [
            .familyName(dice.pick(InventedNames.family)), .address("\(1 + dice.below(90)) \(dice.pick(InventedNames.streets)) Road"),
            .postcode("QZ\(1 + dice.below(20)) \(dice.below(10))\(dice.pick(letters))\(dice.pick(letters))"),
            .phone("0121 496 0\(100 + dice.below(900))"),
        ]
    }

    private mutating func add(home: [FieldValue]) {
        let given = dice.pick(InventedNames.given)
        let born = (1960 + dice.below(60), 1 + dice.below(12), 1 + dice.below(28))
        let mobile = "07700 900\(100 + dice.below(900))"
        for _ in 0..<(1 + dice.below(3)) {
            var values: [FieldValue] = [.givenNames(dice.chance(4) ? misspelt(given) : given)]
            for value in home where !dice.chance(4) {
                if case .familyName(let name) = value, dice.chance(5) {
                    values.append(.familyName(misspelt(name)))
                } else {
                    values.append(value)
                }
            }
            if !dice.chance(4) {
                let swap = dice.chance(12)
                values.append(Sample.born(born.0, swap && born.2 <= 12 ? born.2 : born.1, swap && born.2 <= 12 ? born.1 : born.2))
            }
            if !dice.chance(2) { values.append(.phone(mobile)) }
            number += 1
            records.append(
                IndexRecord(
                    id: Sample.key(number), group: Sample.key(1_000_000 + number / 2), kind: .person, tag: UInt32(number % 5),
                    values: values))
        }
    }

    private mutating func misspelt(_ name: String) -> String {
        var letters = Array(name)
        let place = 1 + dice.below(letters.count - 1)
        switch dice.below(3) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        }
        return String(letters)
    }
}
