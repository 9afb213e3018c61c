// SPDX-License-Identifier: Apache-2.0

/// A short name by which people speak of a mention: as it was reported, never filled in.
public enum MentionLabel {
    /// The label, or an empty text where nothing is known that could name it.
    public static func of(_ mention: Mention) -> String {
        let answers = mention.answers
        switch mention.kind {
        case .person: return person(answers)
        case .place: return first(answers, [QuestionID.placeName, QuestionID.placeAddress, QuestionID.placePostcode])
        case .vehicle: return join(answers, [QuestionID.vehicleMark, QuestionID.vehicleDescription])
        case .phone: return first(answers, [QuestionID.phoneNumber])
        case .account: return join(answers, [QuestionID.accountPlatform, QuestionID.accountHandle])
        case .absence: return join(answers, ["absence.from", "absence.to"])
        }
    }

    /// A person's names, given names first; else a nickname; else the description.
    public static func person(_ answers: Answers) -> String {
        let names = [QuestionID.givenNames, QuestionID.familyName].compactMap { answers.first($0) }
        if !names.isEmpty { return names.joined(separator: " ") }
        return first(answers, [QuestionID.alsoKnownAs, QuestionID.description])
    }

    private static func first(_ answers: Answers, _ questions: [String]) -> String {
        questions.lazy.compactMap { answers.first($0) }.first ?? ""
    }

    private static func join(_ answers: Answers, _ questions: [String]) -> String {
        questions.compactMap { answers.first($0) }.joined(separator: ", ")
    }
}
