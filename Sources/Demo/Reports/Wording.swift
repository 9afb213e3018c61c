// SPDX-License-Identifier: Apache-2.0

/// Fills the sentences of a scene with who it is about.
struct Wording {
    let child: String?
    let pronoun: String
    let who: String
    let days: Int

    /// The sentence with its places filled; what begins it is written with a capital.
    func fill(_ sentence: String) -> String {
        let isMale = pronoun == "he", isFemale = pronoun == "she"
        let places: [(String, String)] = [
            ("{child}", child ?? "the child"), ("{who}", who), ("{days}", Self.numbers[days % Self.numbers.count]), ("{he}", pronoun),
            ("{He}", pronoun), ("{himself}", isMale ? "himself" : isFemale ? "herself" : "themself"),
            ("{him}", isMale ? "him" : isFemale ? "her" : "them"), ("{his}", isMale ? "his" : isFemale ? "her" : "their"),
        ]
        var text = sentence
        for (place, word) in places { text = text.replacing(place, with: word) }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static let numbers: [String] = ["two", "three", "four", "five", "six"]

    /// How somebody would call a person of this relationship (a code of the standard) in a sentence.
    static func who(_ relationship: String, male: Bool) -> String {
        switch relationship {
        case "parent": male ? "the father" : "the mother"
        case "step_parent": male ? "the step-father" : "the step-mother"
        case "parents_partner": "the parent's partner"
        case "grandparent": male ? "the grandfather" : "the grandmother"
        case "sibling": "an older sibling"
        case "other_relative": male ? "an uncle" : "an aunt"
        case "family_friend": "a friend of the family"
        default: "the person of concern"
        }
    }
}
