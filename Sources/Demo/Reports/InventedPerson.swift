// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// An invented person as they are, before anybody reports anything: a report may know less, or know it wrongly.
struct InventedPerson: Sendable, Hashable {
    var given: String
    var family: String
    /// A full date.
    var born: PartialDate
    /// A code of the list `sex`.
    var sex: String
    /// A code of the list `ethnicity`, as the person or a parent would say it.
    var ethnicity: String
    /// Codes of the list `disability`.
    var disability: [String] = ["NONE"]
    /// A code of the list `language`.
    var language = "english"
    var nhsNumber: String?

    /// Years of age on a day.
    func age(on day: PartialDate) -> Int { born.ages(on: day).lowerBound }

    /// He, she or they, as somebody writes who knows the sex.
    var pronoun: String { sex == "male" ? "he" : sex == "female" ? "she" : "they" }

    /// A child or adult of about this age, thrown.
    static func thrown(age: Int, family: String, on day: PartialDate, male: Bool, number: Int, _ dice: inout Dice) -> InventedPerson {
        let isAdult = age >= 18
        let names = male ? (isAdult ? PersonNames.men : PersonNames.boys) : (isAdult ? PersonNames.women : PersonNames.girls)
        let year = day.year - age - 1, month = dice.between(1...12), date = dice.between(1...28)
        let born = PartialDate(year: year + (month < day.month ?? 6 ? 1 : 0), month: month, day: date)
        return InventedPerson(
            given: dice.pick(names), family: family, born: born ?? PartialDate(inYear: year), sex: male ? "male" : "female",
            ethnicity: dice.pick([
                "W1": 54, "W2": 2, "W3": 2, "W9": 6, "M1": 4, "M2": 1, "M3": 2, "M9": 2, "A1": 5, "A2": 9, "A3": 3, "A4": 1, "A9": 2,
                "B1": 3, "B2": 4,
                "B9": 1, "O2": 1, "O9": 1,
            ]),
            disability: dice.chance(isAdult ? 8 : 17)
                ? [dice.pick(["LD": 6, "AUT": 6, "COMM": 3, "BEH": 3, "HEAR": 1, "VIS": 1, "MOB": 2, "PC": 1, "DDA": 1])] : ["NONE"],
            language: dice.pick([
                "english": 80, "urdu": 3, "punjabi": 3, "polish": 3, "romanian": 2, "somali": 2, "arabic": 2, "bengali": 1, "pahari": 1,
                "vietnamese": 1,
                "albanian": 1, "british_sign_language": 1,
            ]), nhsNumber: SafeValues.nhsNumber(number))
    }
}
