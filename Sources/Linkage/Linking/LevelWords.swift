// SPDX-License-Identifier: Apache-2.0

/// Levels in words, for explanations and for the model's file.
enum LevelWords {
    static func name(_ feature: PairFeature) -> String {
        switch feature {
        case .given: "given name"
        case .family: "family name"
        case .further: "further names"
        case .birth: "date of birth"
        case .sex: "sex"
        case .place: "place"
        case .phone: "telephone"
        case .email: "e-mail"
        case .identifier: "identifier"
        case .firstCategory: "first category"
        case .secondCategory: "second category"
        case .thirdCategory: "third category"
        }
    }

    static func of(_ feature: PairFeature, _ level: Int) -> String {
        switch feature {
        case .given, .family: name(level)
        case .further:
            pick(
                level, ["a rare name is shared", "a name is shared", "a usual name is shared", "a very usual name is shared"],
                "a name is alike", "an initial fits", "none is shared")
        case .birth:
            pick(
                level,
                [
                    "the same", "the same, and one that forms put by themselves", "day and month change places", "one digit differs",
                    "one year, of one nothing more is known", "one day, another year", "two digits differ", "one year, another day",
                    "a few years apart", "a generation apart",
                ], "differ")
        case .sex: level == 1 ? "the same" : "differs"
        case .place: place(level)
        case .phone:
            pick(
                level,
                [
                    "the same, on hardly any other record", "the same, on few others", "the same, on some others",
                    "the same, on many others", "the same, on very many others",
                ], "one digit differs", "differ")
        case .email:
            pick(
                level, ["the same", "the same, on some others", "the same, on many others"], "a slip apart", "the same before the @",
                "differ")
        case .identifier:
            pick(
                level, ["the same", "the same, on some others", "the same, on many others"], "one character differs",
                "two characters differ", "differ")
        case .firstCategory, .secondCategory, .thirdCategory:
            pick(level, ["the same, and rare", "the same", "the same, and usual"], "alike", "differ")
        }
    }

    private static func pick(_ level: Int, _ first: [String], _ others: String...) -> String {
        let all = first + others
        return all.indices.contains(level - 1) ? all[level - 1] : "differ"
    }

    private static func name(_ level: Int) -> String {
        func near(_ first: Int) -> String {
            ["both rare", "one usual, one rare", "both known, neither usual", "both well known"][max(0, min(level - first, 3))]
        }
        switch level {
        case NameLevel.same..<NameLevel.variant:
            return "the same, " + ["very usual", "usual", "known", "uncommon", "rare", "very rare"][level - 1]
        case NameLevel.variant..<NameLevel.sound: return "forms of one name, " + near(NameLevel.variant)
        case NameLevel.sound..<NameLevel.slip: return "sound alike, " + near(NameLevel.sound)
        case NameLevel.slip..<NameLevel.part: return "a slip apart, " + near(NameLevel.slip)
        case NameLevel.part: return "one of several is the same"
        case NameLevel.alike: return "somewhat alike"
        case NameLevel.initial: return "an initial fits"
        case NameLevel.crossed, NameLevel.crossed + 1: return "given and family name change places"
        case NameLevel.elsewhere: return "stands among the other's further names"
        default: return "differ"
        }
    }

    private static func place(_ level: Int) -> String {
        let parts = [
            ("postcode", ["", "the same", "the same, on many records", "a slip apart", "one area", "differ"][PlaceLevel.postcode(level)]),
            (
                "address",
                ["", "the same", "the same, on many records", "the same written otherwise", "one street", "partly alike", "differ"][
                    PlaceLevel.address(level)]
            ),
            ("town", ["", "the same", "alike", "differ"][PlaceLevel.town(level)]),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}

extension PairClass {
    /// The class in words.
    public var words: String {
        switch self {
        case .person: "one person"
        case .changedPerson: "one person whose records differ in much"
        case .household: "two people of one household"
        case .twins: "two of one household and one date of birth"
        case .generations: "two of one name and household, a generation apart"
        case .namesakes: "namesakes"
        case .namesakesOfOneAge: "namesakes of about one age"
        case .givenAndAge: "two of one given name and age"
        case .familyAndAge: "two of one family name and age"
        case .givenAndBirth: "two of one given name and birthday"
        case .familyAndBirth: "two of one family name and birthday"
        case .oneBirth: "two of one birthday"
        case .neighbours: "neighbours"
        case .contact: "two with one telephone"
        case .relatives: "two of one family name"
        case .strangers: "strangers"
        }
    }
}
