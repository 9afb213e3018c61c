// SPDX-License-Identifier: Apache-2.0

/// The numbers of the comparison, as data: a weight for each field and level, each with its source.
///
/// A weight is log2(m/u): how much likelier this level is between two records of one person (or thing) than between two records
/// taken at random. What one side does not know weighs nothing. Read one with `init(json:)`; `standard` is built in.
public struct LinkageModel: Codable, Hashable, Sendable {
    /// Whether a weight is for two people or for anything else.
    public enum Subject: String, Codable, Hashable, Sendable {
        /// Two `person` records.
        case person
        /// Every other pair.
        case thing
    }

    /// One number.
    public struct Weight: Codable, Hashable, Sendable {
        /// Whom it is for.
        public var subject: Subject
        /// Field, by its name in `Field`.
        public var field: String
        /// Level.
        public var level: Level
        /// Weight in bits, before a value's own frequency is looked at.
        public var bits: Double
        /// Where the number came from: "measured: …", "judged: …".
        public var source: String
    }

    /// A named limit of the engine, with its source.
    public struct Limit: Codable, Hashable, Sendable {
        /// Which.
        public var name: LimitName
        /// Its value.
        public var value: Double
        /// Where the number came from.
        public var source: String
    }

    /// The limits there are.
    public enum LimitName: String, Codable, CaseIterable, Hashable, Sendable {
        /// The records picked from are taken to be at least so many (the prior odds are one in this many).
        case smallestPopulation
        /// Log2 odds below which nothing is offered as the same person.
        case offerPersonBits
        /// Log2 odds below which nothing is offered as the same thing.
        case offerThingBits
        /// Bits that comparing names crosswise costs.
        case crossedBits
        /// Share that counts of a second statement of one household (address beside postcode, landline …).
        case householdShare
        /// A phone, address, account on more visible records than this is a hub.
        case hubRecords
        /// How far a name's own frequency may move its weight either way, in bits.
        case frequencyBits
        /// Records at which the index's own frequencies count as much as the typical share.
        case frequencyRecords
        /// Share of people who bear a typical given name.
        case typicalGivenShare
        /// Share of people who bear a typical family name.
        case typicalFamilyShare
        /// A weak key on more visible records than this is left to the combined keys.
        case weakKeyRecords
        /// A loose key (one name by sound, with an initial or a year) on more visible records than this is left out: only rare names
        /// could be offered on such evidence.
        case looseKeyRecords
        /// A strong key (phone, identifier, account) on more visible records than this is left out.
        case strongKeyRecords
        /// Years apart from which two people of one name in one household are taken for generations.
        case generationYears
        /// Bits that each character of a partly read mark is worth.
        case bitsPerCharacter
    }

    /// The name of the model, to be kept with decisions.
    public var name: String
    /// Its version.
    public var version: Int
    /// The weights. A level without one weighs nothing.
    public var weights: [Weight]
    /// The limits; one that is missing is the built-in model's.
    public var limits: [Limit]

    /// A model from its parts.
    public init(name: String, version: Int, weights: [Weight], limits: [Limit]) {
        self.name = name
        self.version = version
        self.weights = weights
        self.limits = limits
    }
}
