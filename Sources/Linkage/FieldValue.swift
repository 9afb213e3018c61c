// SPDX-License-Identifier: Apache-2.0

/// The generic roles that a value can play.
public enum Field: UInt8, CaseIterable, Hashable, Sendable {
    /// Given names, in any order.
    case givenNames = 1
    /// Family name, or names.
    case familyName = 2
    /// Another name: known as, street name, former name, or a whole name whose parts are not known.
    case alias = 3
    /// Date of birth, whole or in part.
    case dateOfBirth = 4
    /// Age or range of ages at a year.
    case age = 5
    /// Address or name of a place, as text.
    case address = 6
    /// Postcode.
    case postcode = 7
    /// Telephone number.
    case phone = 8
    /// E-mail address.
    case email = 9
    /// An identifier issued by somebody.
    case identifier = 10
    /// Registration mark of a vehicle, perhaps with letters not read.
    case vehicleMark = 11
    /// Name of an online account.
    case handle = 12
    /// Sex code.
    case sex = 13
    /// Words of a text; searched, never compared.
    case freeWords = 14
}

/// One value in one role, as it was written: the index does the normalising. A value that is empty after normalising is
/// not known, and not known is never disagreement. Give what was said, one value per thing said; a role may come twice.
public enum FieldValue: Hashable, Sendable {
    /// Given names, in any order: "Siobhan Mary".
    case givenNames(String)
    /// Family name or names: "Testwell-Sample", "O'Demo".
    case familyName(String)
    /// Known as, former name, or a whole name whose parts are not told apart.
    case alias(String)
    /// Date of birth, whole or in part.
    case dateOfBirth(BirthDate)
    /// Age in whole years, as a range, as it was in a calendar year.
    case age(ClosedRange<Int>, asOf: Int)
    /// Address without its postcode, or the name of a place.
    case address(String)
    /// Postcode, whole or only its outward part.
    case postcode(String)
    /// Telephone number as written; without a country code it is read as British.
    case phone(String)
    /// E-mail address.
    case email(String)
    /// An identifier and who issues it, e.g. ("nhs", "999 000 0018").
    case identifier(scheme: String, value: String)
    /// Registration mark; "?" or "*" stands for a character that was not read, "..." for several.
    case vehicleMark(String)
    /// Name of an account, with the platform if known.
    case handle(platform: String?, name: String)
    /// Sex code, of the application's own list; 0 is not known.
    case sex(UInt8)
    /// A text to be found by its words. Only hashes of the words are kept.
    case freeWords(String)

    /// The role.
    public var field: Field {
        switch self {
        case .givenNames: .givenNames
        case .familyName: .familyName
        case .alias: .alias
        case .dateOfBirth: .dateOfBirth
        case .age: .age
        case .address: .address
        case .postcode: .postcode
        case .phone: .phone
        case .email: .email
        case .identifier: .identifier
        case .vehicleMark: .vehicleMark
        case .handle: .handle
        case .sex: .sex
        case .freeWords: .freeWords
        }
    }
}
