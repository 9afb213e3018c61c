// SPDX-License-Identifier: Apache-2.0

/// A document that a standard rests on: an Act, statutory guidance, a published code list.
public struct SourceDocument: Sendable, Hashable {
    /// The id by which limits, codes and powers refer to it.
    public let id: String
    /// Its title, as one would cite it.
    public let title: String
    /// Who published it.
    public let publisher: String?
    /// When, as written (a year or a date).
    public let published: String?
    /// Where it can be read.
    public let address: String?

    /// Makes a source.
    public init(id: String, title: String, publisher: String? = nil, published: String? = nil, address: String? = nil) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.published = published
        self.address = address
    }
}

/// Where a limit, level or power comes from, whether somebody has checked it, and who answers for it locally.
public struct Provenance: Sendable, Hashable {
    /// The source's id in the standard's table of sources.
    public let source: String
    /// The place in the source, as in "section 5B(5)".
    public let place: String?
    /// Whether the text was checked against the source. Unverified is shown on screen wherever the value is used.
    public let verified: Bool
    /// Who answers for it locally and may change it, as an office and never as a person's name.
    public let owner: String

    /// Makes a provenance.
    public init(source: String, place: String? = nil, verified: Bool, owner: String) {
        self.source = source
        self.place = place
        self.verified = verified
        self.owner = owner
    }
}

/// Whether a duty, power or limit is in force under this version of the standard, and why not where it is not.
public struct Standing: Sendable, Hashable {
    /// Whether it is switched on. What is off is listed and explained but starts no clock and binds nobody.
    public let isOn: Bool
    /// The day it came or comes into force, where known.
    public let from: CivilDate?
    /// The last day it was or will be in force, where known.
    public let to: CivilDate?
    /// Why it is off; always given for what is off.
    public let reason: String?

    /// In force, with no dates stated.
    public static let on = Standing(isOn: true)

    /// Makes a standing.
    public init(isOn: Bool, from: CivilDate? = nil, to: CivilDate? = nil, reason: String? = nil) {
        self.isOn = isOn
        self.from = from
        self.to = to
        self.reason = reason
    }
}
