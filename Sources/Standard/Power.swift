// SPDX-License-Identifier: Apache-2.0

/// A legal power, order, notice or duty, as it stands under this version.
public struct Power: Sendable, Hashable {
    /// The power's own name, unique in the standard.
    public let id: String
    /// Its name as practitioners use it.
    public let label: String
    /// What it is.
    public let kind: PowerKind
    /// What it does, in a sentence or two of our own.
    public let summary: String
    /// The crimes it is used for.
    public let crimes: [String]
    /// Who may use it or is bound by it, in words.
    public let who: String
    /// When it falls on a reporter in person; nil for what binds no reporter.
    public let personal: PersonalDuty?
    /// Whether it is in force under this version, and why not where it is not.
    public let standing: Standing
    /// Where it comes from, whether verified, and its local owner.
    public let provenance: Provenance

    /// Makes a power.
    public init(
        id: String, label: String, kind: PowerKind, summary: String, crimes: [String], who: String, personal: PersonalDuty? = nil,
        standing: Standing, provenance: Provenance
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.summary = summary
        self.crimes = crimes
        self.who = who
        self.personal = personal
        self.standing = standing
        self.provenance = provenance
    }
}

/// What a power is.
public enum PowerKind: String, Sendable, Hashable, CaseIterable {
    /// Something that must be done.
    case duty
    /// An order of a court.
    case order
    /// A notice that a person serves.
    case notice
    /// A power to act.
    case power
    /// A ground on which information may be shared.
    case gateway
}
