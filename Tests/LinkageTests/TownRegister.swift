// SPDX-License-Identifier: Apache-2.0

@testable import Linkage

/// An invented register as CSV, with the truth beside it: people with several badly written records, households, a few twins.
struct TownRegister {
    static let header = "id,first_name,surname,sex,dob,address,postcode,phone"

    /// Lines without the header.
    private(set) var lines: [String] = []
    /// The person of each id.
    private(set) var truth: [String: Int] = [:]
    private var dice: Dice

    init(people: Int, seed: UInt64) {
        dice = Dice(seed)
        var person = 0
        while person < people {
            let name = dice.pick(InventedNames.family)
            let address = "\(1 + dice.below(90)) \(dice.pick(InventedNames.streets)) Road"
            let postcode = "QZ\(1 + dice.below(20)) \(dice.below(10))\(dice.pick(["AB", "BD", "DE", "EF", "FG"]))"
            for _ in 0..<(1 + dice.below(4)) where person < people {
                add(person, name, address, postcode)
                person += 1
            }
        }
        lines = dice.shuffled(lines)
    }

    private mutating func add(_ person: Int, _ family: String, _ address: String, _ postcode: String) {
        let given = dice.pick(InventedNames.given)
        let born = "\(1960 + dice.below(60))-0\(1 + dice.below(9))-1\(dice.below(10))"
        let phone = "07700 900\(100 + dice.below(900))"
        for _ in 0..<(1 + dice.below(3)) {
            let id = "T\(truth.count)"
            truth[id] = person
            func known(_ value: String, _ oneIn: Int) -> String { dice.chance(oneIn) ? "" : value }
            let first = dice.chance(8) ? misspelt(given) : given
            lines.append(
                "\(id),\(known(first, 40)),\(dice.chance(10) ? misspelt(family) : family),,\(known(born, 8)),\(known(address, 5)),"
                    + "\(known(postcode, 6)),\(known(phone, 2))")
        }
    }

    private mutating func misspelt(_ name: String) -> String {
        var letters = Array(name)
        let place = 1 + dice.below(letters.count - 1)
        if dice.chance(2) { letters.remove(at: place) } else { letters.insert(letters[place], at: place) }
        return String(letters)
    }

    static func register(_ lines: [String]) throws -> Register {
        try RegisterReader().read(bytes: Array(([header] + lines).joined(separator: "\n").utf8))
    }

    /// One small register, read and linked once for all tests.
    static let small = TownRegister(people: 240, seed: 5)
    static let linked = Result { try Linking().link(register(small.lines)) }
}
