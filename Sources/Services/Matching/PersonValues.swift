// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding

/// What a report says of a person, in the roles of the match index.
enum PersonValues {
    static func of(_ answers: Answers, year: Int) -> [FieldValue] {
        var values = answers.all(QuestionID.givenNames).map(FieldValue.givenNames)
        values += answers.all(QuestionID.familyName).map(FieldValue.familyName)
        values += answers.all(QuestionID.alsoKnownAs).flatMap(aliases).map(FieldValue.alias)
        values += answers.all(QuestionID.dateOfBirth).compactMap { birth($0, year: year) }
        values += answers.all(QuestionID.age).compactMap { ages($0).map { .age($0, asOf: year) } }
        values += answers.all(QuestionID.personAddress).map(FieldValue.address)
        values += answers.all(QuestionID.personPostcode).map(FieldValue.postcode)
        values += answers.all(QuestionID.identifier).map(identifier)
        values += answers.all(QuestionID.sex).map { .sex(code($0)) }
        return values + IndexRecords.words(answers, QuestionID.description)
    }

    /// "Robbie, Rob; Bobby" are three names.
    static func aliases(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0 == "/" || $0 == "\n" }.map { part in
            String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }.filter { !$0.isEmpty }
    }

    /// A date of birth as far as it is known. "About" a year is a range of ages: it must not disagree with the year beside it.
    private static func birth(_ text: String, year: Int) -> FieldValue? {
        guard let date = PartialDate(text) else { return nil }
        if date.approximate {
            let age = year - date.year
            return age >= 0 ? .age(max(0, age - 2)...age + 1, asOf: year) : nil
        }
        return BirthDate(year: date.year, month: date.month, day: date.day).map(FieldValue.dateOfBirth)
    }

    /// "14", "13-15", "13 to 15", "30s", "about 14".
    static func ages(_ text: String) -> ClosedRange<Int>? {
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }.filter { $0 <= 130 }
        guard let first = numbers.first else { return nil }
        let lower = text.lowercased()
        if numbers.count > 1 { return min(first, numbers[1])...max(first, numbers[1]) }
        if lower.contains("\(first)s"), first >= 10, first.isMultiple(of: 10) { return first...min(first + 9, 130) }
        let isAbout = lower.hasPrefix("about") || lower.hasPrefix("~") || lower.hasPrefix("circa")
        return isAbout ? max(0, first - 2)...min(first + 2, 130) : first...first
    }

    /// "nhs: 999 000 0018" says who issued it; without a colon that is not known.
    private static func identifier(_ text: String) -> FieldValue {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        return parts.count == 2 ? .identifier(scheme: parts[0], value: parts[1]) : .identifier(scheme: "", value: text)
    }

    /// A code as a number from 1 to 255, the same for the same code in every version of the standard.
    static func code(_ code: String) -> UInt8 {
        var hash: UInt32 = 2_166_136_261
        for byte in code.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return UInt8(hash % 255) + 1
    }
}
