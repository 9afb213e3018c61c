// SPDX-License-Identifier: Apache-2.0
import Linkage

/// What the match index compares, and how well it agrees, in words.
enum FieldWords {
    /// A field by its own name, as views carry it.
    static func field(named name: String) -> Field? { Field.allCases.first { "\($0)" == name } }

    static func name(_ field: Field) -> Sentence {
        switch field {
        case .givenNames: "given names"
        case .familyName: "family name"
        case .alias: "other name"
        case .dateOfBirth: "date of birth"
        case .age: "age"
        case .address: "address"
        case .postcode: "postcode"
        case .phone: "phone"
        case .email: "e-mail"
        case .identifier: "number they are known by"
        case .vehicleMark: "registration"
        case .handle: "online account"
        case .sex: "sex"
        case .freeWords: "words"
        }
    }

    /// A field and how well it agrees, as a reason in a sentence.
    static func reason(_ field: Field, _ level: Level?) -> Sentence {
        // Words are found, not compared.
        guard let level, field != .freeWords || level != .exact else { return field == .freeWords ? "its words" : name(field) }
        return level == .exact ? "the same \(name(field))" : "\(name(field)) (\(self.level(level)))"
    }

    static func level(_ level: Level) -> Sentence {
        switch level {
        case .exact: "the same"
        case .variant: "another form of the same name"
        case .sound: "sounds the same"
        case .close: "nearly the same"
        case .alike: "somewhat alike"
        case .initial: "the initial fits"
        case .oneOfSeveral: "one of several agrees"
        case .alias: "also known by this name"
        case .dayMonthSwapped: "day and month swapped"
        case .oneDigitOff: "one digit differs"
        case .yearAndMonth: "year and month agree"
        case .year: "the year agrees"
        case .ageFits: "the ages fit"
        case .yearOnly: "only the year agrees"
        case .sector: "all but the last letters agree"
        case .district: "the first half agrees"
        case .mostWords: "most words agree"
        case .someWords: "some words agree"
        case .partial: "all that was read agrees"
        case .stem: "all but the last digits agree"
        case .differs: "differs"
        }
    }
}
