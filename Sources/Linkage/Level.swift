// SPDX-License-Identifier: Apache-2.0

/// How well two values of a field agree. The names are the keys of `LinkageModel` and of an application's own sentences.
public enum Level: String, CaseIterable, Codable, Hashable, Sendable {
    /// The same after normalising.
    case exact
    /// Another form of the same name, from the table of variants.
    case variant
    /// Spelt otherwise, sounds the same.
    case sound
    /// A slip of the pen or the ear away.
    case close
    /// Somewhat alike: no evidence either way.
    case alike
    /// An initial that fits.
    case initial
    /// One of several names agrees.
    case oneOfSeveral
    /// Agrees with a name the other record is also known by.
    case alias
    /// Day and month stand in each other's place.
    case dayMonthSwapped
    /// One digit differs.
    case oneDigitOff
    /// Year and month agree, no more is known.
    case yearAndMonth
    /// The year agrees, no more is known.
    case year
    /// The ages fit each other within a year.
    case ageFits
    /// The year agrees, day and month do not.
    case yearOnly
    /// All but the last two characters of a postcode agree.
    case sector
    /// The first half of a postcode agrees.
    case district
    /// Most words of an address agree, and its number.
    case mostWords
    /// Some words of an address agree.
    case someWords
    /// Every character that was read agrees.
    case partial
    /// The same but for its last digits.
    case stem
    /// Both known, and not the same.
    case differs
}
