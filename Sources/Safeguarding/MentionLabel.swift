// SPDX-License-Identifier: Apache-2.0
public import Standard

/// A short name by which people speak of a mention: as it was reported, never filled in. What was answered with a code stands in the words
/// of the record's own standard.
public enum MentionLabel {
    /// The label, or an empty text where nothing is known that could name it. A person of whom nothing else is known has sex and age.
    public static func of(_ mention: Mention, _ standard: Standard) -> String {
        let said = Said(answers: mention.answers, standard: standard)
        switch mention.kind {
        case .person:
            let name = person(said)
            if !name.isEmpty { return name }
            // An age alone would stand there like a number of something.
            let unnamed = said.all([QuestionID.sex, QuestionID.age])
            return said.words(QuestionID.sex) == nil && !unnamed.isEmpty ? "Not named, \(unnamed)" : unnamed
        case .place:
            return said.first([QuestionID.placeName, QuestionID.placeAddress, QuestionID.placePostcode, QuestionID.placeKind])
        case .vehicle: return said.all([QuestionID.vehicleMark, QuestionID.vehicleDescription])
        case .phone: return said.first([QuestionID.phoneNumber])
        case .account: return said.all([QuestionID.accountPlatform, QuestionID.accountHandle])
        case .absence: return said.all(["absence.from", "absence.to"])
        }
    }

    /// A person's names, given names first; else a nickname; else the description.
    public static func person(_ answers: Answers, _ standard: Standard) -> String { person(Said(answers: answers, standard: standard)) }

    private static func person(_ said: Said) -> String {
        let names = [QuestionID.givenNames, QuestionID.familyName].compactMap(said.words)
        if !names.isEmpty { return names.joined(separator: " ") }
        return said.first([QuestionID.alsoKnownAs, QuestionID.description])
    }

    /// Answers in words.
    private struct Said {
        let answers: Answers
        let standard: Standard

        func words(_ question: String) -> String? { answers.first(question).map { standard.words($0, answering: question) } }

        func first(_ questions: [String]) -> String { questions.lazy.compactMap(words).first ?? "" }

        func all(_ questions: [String]) -> String { questions.compactMap(words).joined(separator: ", ") }
    }
}
