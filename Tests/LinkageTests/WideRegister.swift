// SPDX-License-Identifier: Apache-2.0
import Foundation

@testable import Linkage

/// An invented register that knows every column, with gaps, slips and odd values in each.
enum WideRegister {
    /// Whether the full counts are asked for.
    static let isLong = ProcessInfo.processInfo.environment["SENTINEL_LONG"] != nil

    private static let header =
        "id,first_name,middle_name,surname,sex,dob,address,town,postcode,phone,email,nhs_number,occupation,birth_place,status"

    static func lines(_ count: Int, seed: UInt64) -> [String] {
        var dice = Dice(seed)
        return (0..<count).map { number in
            func slip(_ value: String) -> String {
                var letters = Array(value)
                if letters.count < 3 || !dice.chance(4) { return value }
                let place = 1 + dice.below(letters.count - 2)
                switch dice.below(3) {
                case 0: letters.remove(at: place)
                case 1: letters.swapAt(place, place + 1)
                default: letters.insert(letters[place], at: place)
                }
                return String(letters)
            }
            func known(_ value: String) -> String { dice.chance(5) ? "" : slip(value) }
            let given = dice.pick(InventedNames.given)
            let family = dice.pick(InventedNames.family)
            let swapped = dice.chance(12)
            let values = [
                known(swapped ? family : given), known("\(dice.pick(InventedNames.given)) \(dice.pick(InventedNames.given))"),
                known(swapped ? given : dice.chance(6) ? "\(family)-\(dice.pick(InventedNames.family))" : family),
                dice.pick(["M", "F", ""]), known("\(1950 + dice.below(70))-0\(1 + dice.below(9))-1\(dice.below(10))"),
                known("\(1 + dice.below(30)) \(dice.pick(InventedNames.streets)) \(dice.pick(["Road", "Rd", "Close"]))"),
                known(dice.pick(["Milbury", "Dunwick", "Larkmere End"])), known("QZ\(1 + dice.below(9)) \(dice.below(10))AB"),
                known("07700 9001\(10 + dice.below(80))"), known("\(given).\(family)\(dice.below(3))@example.org"),
                known("99900\(10_000 + dice.below(300))"), known(dice.pick(["clerk", "teacher", "nurse"])),
                known(dice.pick(["Milbury", "Dunwick"])), known(dice.pick(["open", "closed"])),
            ]
            return "W\(number)," + values.joined(separator: ",")
        }
    }

    static func register(_ lines: [String]) throws -> Register {
        let asked: [ColumnRole: [String]] = [.identifier: ["nhs_number"], .category: ["occupation", "birth_place", "status"]]
        return try RegisterReader(asked: asked).read(bytes: Array(([header] + lines).joined(separator: "\n").utf8))
    }
}
