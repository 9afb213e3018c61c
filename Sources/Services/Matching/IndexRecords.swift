// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding

/// Turning what a concern says into what the match index knows. Pure; the safe contact and who reported never come here.
enum IndexRecords {
    /// Where a record stands and when it was said.
    struct Place {
        let record: RecordID
        let concern: RecordID
        let tag: UInt32
        /// The calendar year in which it was said, for ages.
        let year: Int
    }

    /// The index record of a mention. Nil for an absence, and where nothing was said by which it could be found.
    static func of(_ mention: Mention, _ place: Place) -> IndexRecord? {
        // What is kept secret can't be searched for, nor does it agree with anything.
        let answers = mention.withoutConfidentialAddress.answers
        switch mention.kind {
        case .person: return record(.person, PersonValues.of(answers, year: place.year), place)
        case .place: return record(.place, placeValues(answers), place)
        case .vehicle:
            return record(
                .vehicle,
                answers.all(QuestionID.vehicleMark).map { mark($0, said: answers.first(QuestionID.vehicleMarkRead)) }
                    + words(answers, QuestionID.vehicleDescription),
                place)
        case .phone: return record(.phone, answers.all(QuestionID.phoneNumber).map(FieldValue.phone), place)
        case .account: return record(.account, accountValues(answers), place)
        case .absence: return nil
        }
    }

    /// The index record of a narrative: to be searched by its words, never matched.
    static func of(_ narrative: NarrativeDocument, _ place: Place) -> IndexRecord? {
        let texts = narrative.statements.map(\.text) + narrative.answers.all(QuestionID.childWords)
        return record(.text, texts.filter { !$0.isEmpty }.map(FieldValue.freeWords), place)
    }

    private static func record(_ kind: RecordKind, _ values: [FieldValue], _ place: Place) -> IndexRecord? {
        guard !values.isEmpty else { return nil }
        return IndexRecord(id: place.record.indexKey, group: place.concern.indexKey, kind: kind, tag: place.tag, values: values)
    }

    /// A mark; where only a part of it was read, open on both sides, unless the person wrote where something is missing.
    private static func mark(_ text: String, said: String?) -> FieldValue {
        let isWhole = RegistrationMark.isWhole(text, said: said) || RegistrationMark.marksWhatIsUnread(text)
        return .vehicleMark(isWhole ? text : "*\(text)*")
    }

    private static func placeValues(_ answers: Answers) -> [FieldValue] {
        answers.all(QuestionID.placeName).map(FieldValue.address) + answers.all(QuestionID.placeAddress).map(FieldValue.address)
            + answers.all(QuestionID.placePostcode).map(FieldValue.postcode)
    }

    private static func accountValues(_ answers: Answers) -> [FieldValue] {
        let platform = answers.first(QuestionID.accountPlatform)
        return answers.all(QuestionID.accountHandle).flatMap { handle -> [FieldValue] in
            let email = BlindValues.email(handle).map { [FieldValue.email($0)] } ?? []
            return [.handle(platform: platform, name: handle)] + email
        }
    }

    static func words(_ answers: Answers, _ question: String) -> [FieldValue] { answers.all(question).map(FieldValue.freeWords) }
}

extension RecordID {
    /// The id as the match index knows it.
    var indexKey: RecordKey { RecordKey(high: high, low: low) }

    /// The id of something that the match index found.
    init(_ key: RecordKey) { self.init(high: key.high, low: key.low) }
}
