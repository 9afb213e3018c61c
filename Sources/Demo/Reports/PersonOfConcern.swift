// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Somebody outside the family who is named, or only described, in several concerns: with a car, a phone and an account.
struct PersonOfConcern: Sendable {
    let person: InventedPerson
    let nickname: String
    let description: String
    let mark: String
    let car: String
    let phone: String?
    let handle: String
    let platform: String

    private static let nicknames: [String] = [
        "Bex", "Cash", "Dash", "Fingers", "Jets", "Kez", "Lucky", "Mo", "Nibs", "Rizz", "Shades", "Slim", "Spark", "Tank", "Uncle T",
        "Ziggy",
    ]
    private static let colours: [String] = ["silver", "black", "white", "dark blue", "red", "grey"]
    private static let bodies: [String] = ["hatchback", "estate", "saloon", "van", "people carrier"]
    private static let marks: [String] = [
        "dent in the rear door", "sticker in the back window", "one brighter headlight", "roof bars", "loud exhaust",
    ]
    private static let looks: [String] = [
        "short beard", "tall and thin", "heavy build", "shaved head", "dark jacket", "glasses", "tattoo on the hand",
    ]
    private static let words: [String] = [
        "comet", "orbit", "velvet", "falcon", "echo", "ember", "indigo", "jigsaw", "mango", "nimbus", "panda", "rocket",
    ]

    /// Throws a person. `phoneAfter` is the number after which phones are still nobody's.
    init(_ number: Int, seed: UInt64, day: PartialDate, phoneAfter: Int) {
        var dice = Dice(seed: seed, "person of concern", number)
        let male = dice.chance(86)
        let age = dice.between(17...52)
        person = InventedPerson.thrown(
            age: age, family: PersonNames.family(&dice), on: day, male: male, number: 500_000 + number, &dice)
        nickname = dice.pick(Self.nicknames)
        car = "\(dice.pick(Self.colours)) \(dice.pick(Self.bodies)), \(dice.pick(Self.marks))"
        description = "\(male ? "male" : "female"), \(age < 20 ? "about 18" : "\(age / 10 * 10)s"), \(dice.pick(Self.looks))"
        mark = SafeValues.mark(number)
        phone = SafeValues.phone(phoneAfter + number)
        handle = SafeValues.handle(dice.pick(Self.words), 1000 + number)
        platform = dice.pick([
            "snapchat": 30, "instagram": 18, "whatsapp": 14, "tiktok": 12, "discord": 10, "roblox": 8, "telegram": 5, "xbox": 3,
        ])
    }
}
