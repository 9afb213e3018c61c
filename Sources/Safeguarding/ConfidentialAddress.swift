// SPDX-License-Identifier: Apache-2.0

/// Addresses that are kept from everybody but the agency that holds them: a refuge, a placement, the place to which somebody has fled. They
/// are on no print, export or piece, never shown to another agency, and never in the match index.
extension Mention {
    /// The questions whose answers give a place away.
    public static let addressQuestions = [
        QuestionID.personAddress, QuestionID.personPostcode, QuestionID.placeName, QuestionID.placeAddress, QuestionID.placePostcode,
    ]

    /// Whether its address is confidential.
    public var hasConfidentialAddress: Bool {
        [QuestionID.personAddressConfidential, QuestionID.placeConfidential].contains { answers.first($0) == Urgency.affirmative }
    }

    /// The questions that are withheld from whoever may not know a confidential address; empty where there is none.
    public var confidentialQuestions: [String] {
        hasConfidentialAddress ? Self.addressQuestions.filter { answers.first($0) != nil } : []
    }

    /// The same mention without a confidential address.
    public var withoutConfidentialAddress: Mention {
        var mention = self
        for question in confidentialQuestions { mention.answers.byQuestion[question] = nil }
        return mention
    }
}
