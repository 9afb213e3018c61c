// SPDX-License-Identifier: Apache-2.0

/// A kind of thing that is reported: its codes, who notices it, and how a practitioner would write it. Never graphic (DESIGN "Content"),
/// and about what is done to the child, never about what the child "does" (RULE 3.7).
struct Scene: Sendable {
    /// Whom it is about.
    enum About: Sendable {
        case child, unborn, adult, unknownAge
    }

    /// What else it may name.
    enum Names: Sendable {
        case place, vehicle, phone, account, missing
    }

    /// How often, against the others.
    let share: Int
    var about = About.child
    /// Ages that fit, where it is about a child.
    var ages: ClosedRange<Int> = 1...17
    /// Whether it can only be about a girl or woman.
    var onlyFemale = false
    /// Codes of the list `crime`; empty where the reporter would not know.
    let crimes: [String]
    /// Codes of the list `abuse_category`.
    var categories: [String] = []
    /// Codes of the list `setting`, of which one or two are chosen.
    let settings: [String]
    /// Codes of the list `sign`.
    let signs: [String]
    /// Codes of the list `relationship`. Those of a household's adults take that adult.
    let suspects: [String]
    /// Codes of the list `position_of_trust`.
    var trust: [String] = []
    /// Codes of the list `place_kind`.
    var places: [String] = []
    var names: [Names] = []
    /// What makes it known: keys of people, without their area.
    let reporters: [String]
    /// Whole sentences, of which one of each list is taken. `{child}`, `{he}`, `{who}`, `{days}` are filled in.
    let words: [[String]]
    /// How much of a hundred needs more than advice.
    let grave: Int

    /// All scenes of the region.
    static let all: [Scene] = inTheHome + byKnownPeople + away + online + femaleGenitalMutilation + slavery + aboutAdults + hardToTell
}
