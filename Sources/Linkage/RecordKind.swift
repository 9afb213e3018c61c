// SPDX-License-Identifier: Apache-2.0

/// What a record describes: an open list of codes. Two `person` records are compared as people are (with the household
/// guard); every other pair is compared by the thing that it names.
public struct RecordKind: RawRepresentable, Hashable, Sendable {
    /// The code, kept in the index.
    public let rawValue: UInt8

    /// A kind of the application's own; codes 1 to 5 are taken.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A human being, known or not.
    public static let person = RecordKind(rawValue: 1)
    /// An address or a named place.
    public static let place = RecordKind(rawValue: 2)
    /// A vehicle.
    public static let vehicle = RecordKind(rawValue: 3)
    /// A telephone number.
    public static let phone = RecordKind(rawValue: 4)
    /// An online account.
    public static let account = RecordKind(rawValue: 5)
    /// A text that is only searched, never matched.
    public static let text = RecordKind(rawValue: 6)
}
