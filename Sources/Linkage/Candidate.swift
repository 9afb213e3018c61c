// SPDX-License-Identifier: Apache-2.0

/// What a candidate may be to the record that was asked about.
public enum Relation: String, Codable, Hashable, Sendable {
    /// Perhaps the same person under another record.
    case samePerson
    /// Shares a household or a family; the evidence is against the same person.
    case sameHousehold
    /// Names the same phone, vehicle, place, account or identifier.
    case sameThing
}

/// Why a pair that agrees in much is not offered as the same person.
public enum HouseholdReason: String, Codable, Hashable, Sendable {
    /// Given name and date of birth both clearly disagree.
    case householdMates
    /// Born on one day into one family, with different given names.
    case twins
    /// The same name in one household, a generation apart.
    case generations
}

/// Why a contribution counts for less than its level alone would.
public enum Damping: Hashable, Sendable {
    /// The value stands on this many records that the caller may see: a shared line, a hostel, a busy corner.
    case hub(records: Int)
    /// Says again what another field of the same household already said.
    case household
}

/// One line of the explanation.
public struct Contribution: Hashable, Sendable {
    /// The field compared.
    public let field: Field
    /// How well it agrees.
    public let level: Level
    /// Weight of evidence in bits: +1 doubles the odds, -1 halves them.
    public let bits: Double
    /// Why it counts for less, if it does.
    public let damping: Damping?
    /// Whether names were compared crosswise: given with family name.
    public let crossed: Bool

    /// Whether the weight was reduced.
    public var isDamped: Bool { damping != nil }

    /// One line from its parts.
    public init(field: Field, level: Level, bits: Double, damping: Damping? = nil, crossed: Bool = false) {
        self.field = field
        self.level = level
        self.bits = bits
        self.damping = damping
        self.crossed = crossed
    }
}

/// A record that may speak of the same, and why. A suggestion for a person to judge, never a merge.
public struct Candidate: Hashable, Sendable {
    /// The record found.
    public let id: RecordKey
    /// The group it belongs to.
    public let group: RecordKey
    /// What it describes.
    public let kind: RecordKind
    /// What it may be.
    public let relation: Relation
    /// Why not the same person, for `sameHousehold`.
    public let reason: HouseholdReason?
    /// The sum of the contributions, in bits.
    public let weight: Double
    /// Stated probability that the relation holds, 0 to 1: the weight against the number of records it was picked from.
    public let probability: Double
    /// The explanation: the terms sum to `weight`. Fields that one side does not know are not listed.
    public let contributions: [Contribution]
}
