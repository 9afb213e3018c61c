// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding

/// Whether anything was said by which others could know the same person or thing. Sex, age and a description fit too many: where nothing
/// else is known, "nothing found" would say more than was looked for.
enum Searchable {
    /// Whether this mention can be found by what it says.
    static func says(_ mention: Mention) -> Bool {
        let nowhere = IndexRecords.Place(record: RecordID(high: 0, low: 0), concern: RecordID(high: 0, low: 0), tag: 0, year: 0)
        return IndexRecords.of(mention, nowhere)?.values.contains { !fitsMany($0) } ?? false
    }

    private static func fitsMany(_ value: FieldValue) -> Bool {
        switch value {
        case .sex, .age, .freeWords: true
        case .givenNames(let text), .familyName(let text), .alias(let text), .address(let text), .postcode(let text), .phone(let text),
            .email(let text), .vehicleMark(let text):
            !text.contains { $0.isLetter || $0.isNumber }
        case .dateOfBirth, .identifier, .handle: false
        }
    }
}
