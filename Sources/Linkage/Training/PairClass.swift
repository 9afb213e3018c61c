// SPDX-License-Identifier: Apache-2.0

/// A kind of pair that training looks for. Pairs that are not of one person are of several kinds: taken as one, the surname, the
/// address and the telephone of a household would count as three agreements that have nothing to do with each other.
public enum PairClass: String, CaseIterable, Codable, Hashable, Sendable {
    /// One person.
    case person
    /// One person whose records differ in much: moved, renamed, badly written.
    case changedPerson
    /// Two people of one household.
    case household
    /// Two people of one household and one date of birth.
    case twins
    /// Two people of one name and one household, a generation apart.
    case generations
    /// Two people of one name by chance.
    case namesakes
    /// Two people of one name and about one age by chance.
    case namesakesOfOneAge
    /// One given name and about one age by chance.
    case givenAndAge
    /// One family name and about one age by chance.
    case familyAndAge
    /// One given name and date of birth by chance.
    case givenAndBirth
    /// One family name and date of birth by chance.
    case familyAndBirth
    /// One date of birth by chance.
    case oneBirth
    /// One place, or one given name and place.
    case neighbours
    /// One telephone or address for contact.
    case contact
    /// Relatives who live apart, or members of one community.
    case relatives
    /// Nothing in common but what they were found by.
    case strangers

    /// Whether a register that knows these columns can show such pairs. Without a place or a telephone nobody is of one household.
    func isPossible(_ register: Register) -> Bool {
        let hasPlace = register.has(.postcode) || register.has(.address)
        switch self {
        case .household, .twins, .neighbours: return hasPlace
        case .generations: return hasPlace && register.has(.birthDate)
        case .contact: return register.has(.phone)
        case .oneBirth, .givenAndBirth, .familyAndBirth, .givenAndAge, .familyAndAge, .namesakesOfOneAge: return register.has(.birthDate)
        default: return true
        }
    }

    /// Whether pairs of this class are of one person.
    public var isMatch: Bool { self == .person || self == .changedPerson }

    /// How a class begins in a feature, and what it may not become.
    struct Start {
        /// Share that agrees for a reason.
        var agrees: Double
        /// Share that agrees by chance.
        var byChance = 0.0
        /// The most and the least that may differ.
        var differsAtMost = 1.0
        var differsAtLeast = 0.0
        /// The most and the least that may agree.
        var agreesAtMost = 1.0
        var agreesAtLeast = 0.0
        /// The most and the least that may be apart.
        var apartAtMost = 1.0
        var apartAtLeast = 0.0
        /// The most that may be weak.
        var weakAtMost = 1.0
        /// Whether it was looked for within one year of birth.
        var isOfOneYear = false
    }

    /// The beginning of a class; features not named are as between strangers.
    var starts: [PairFeature: Start] {
        var starts = ownStarts
        if isMatch { return starts }
        // what two people hardly ever share, whatever else they share
        let seldom: [(PairFeature, Double)] = [(.email, 0.3), (.identifier, 0.3)]
        for (feature, most) in seldom where starts[feature] == nil { starts[feature] = Start(agrees: 0, agreesAtMost: most) }
        return starts
    }

    private var ownStarts: [PairFeature: Start] {
        switch self {
        case .person:
            [
                .given: Start(agrees: 0.93, differsAtMost: 0.12), .family: Start(agrees: 0.9, differsAtMost: 0.3),
                .further: Start(agrees: 0.8, differsAtMost: 0.5),
                .birth: Start(agrees: 0.93, differsAtMost: 0.12, apartAtMost: 0.1, weakAtMost: 0.25),
                .sex: Start(agrees: 0.98, differsAtMost: 0.05), .place: Start(agrees: 0.85), .phone: Start(agrees: 0.65),
                .email: Start(agrees: 0.93, differsAtMost: 0.4), .identifier: Start(agrees: 0.96, differsAtMost: 0.2),
                .firstCategory: Start(agrees: 0.8), .secondCategory: Start(agrees: 0.8), .thirdCategory: Start(agrees: 0.8),
            ]
        case .changedPerson:
            [
                .given: Start(agrees: 0.85, differsAtMost: 0.25, agreesAtLeast: 0.3),
                .family: Start(agrees: 0.75, differsAtMost: 0.4, agreesAtLeast: 0.3), .further: Start(agrees: 0.6, differsAtMost: 0.6),
                .birth: Start(agrees: 0.85, differsAtMost: 0.2, agreesAtLeast: 0.4, apartAtMost: 0.15, weakAtMost: 0.25),
                .sex: Start(agrees: 0.97, differsAtMost: 0.08), .place: Start(agrees: 0.2), .phone: Start(agrees: 0.35),
                .email: Start(agrees: 0.85, differsAtMost: 0.5), .identifier: Start(agrees: 0.9, differsAtMost: 0.3),
                .firstCategory: Start(agrees: 0.6), .secondCategory: Start(agrees: 0.6), .thirdCategory: Start(agrees: 0.6),
            ]
        case .household:
            [
                .given: Start(agrees: 0, differsAtLeast: 0.85), .family: Start(agrees: 0.75), .birth: Start(agrees: 0, differsAtLeast: 0.8),
                .place: Start(agrees: 0.93, differsAtMost: 0.15), .phone: Start(agrees: 0.5),
                .email: Start(agrees: 0.05, agreesAtMost: 0.1), .firstCategory: Start(agrees: 0.4),
            ]
        case .twins:
            [
                .given: Start(agrees: 0, differsAtLeast: 0.85), .family: Start(agrees: 0.9),
                .birth: Start(agrees: 0.95, agreesAtLeast: 0.85),
                .email: Start(agrees: 0, agreesAtMost: 0.05), .place: Start(agrees: 0.93), .phone: Start(agrees: 0.5),
                .firstCategory: Start(agrees: 0.4),
            ]
        case .generations:
            [
                .given: Start(agrees: 0.95, differsAtMost: 0.08), .family: Start(agrees: 0.95, differsAtMost: 0.08),
                .birth: Start(agrees: 0, differsAtLeast: 0.97, apartAtLeast: 0.95), .place: Start(agrees: 0.93, differsAtMost: 0.15),
                .phone: Start(agrees: 0.5), .firstCategory: Start(agrees: 0.4),
            ]
        case .namesakes:
            [
                .given: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.1), .family: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.1),
                .birth: Start(agrees: 0, agreesAtMost: 0.01, apartAtLeast: 0.85),
            ]
        case .namesakesOfOneAge:
            [
                .given: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.1), .family: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.1),
                .birth: Start(agrees: 0, agreesAtMost: 0.02, apartAtMost: 0.05, isOfOneYear: true),
            ]
        case .givenAndAge:
            [
                .given: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.15), .family: Start(agrees: 0, differsAtLeast: 0.8),
                .birth: Start(agrees: 0, agreesAtMost: 0.02, apartAtMost: 0.05, isOfOneYear: true),
            ]
        case .familyAndAge:
            [
                .given: Start(agrees: 0, differsAtLeast: 0.6), .family: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.15),
                .birth: Start(agrees: 0, agreesAtMost: 0.02, apartAtMost: 0.05, isOfOneYear: true),
            ]
        case .givenAndBirth:
            [
                .given: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.15), .birth: Start(agrees: 0.97, agreesAtLeast: 0.85),
                .family: Start(agrees: 0, differsAtLeast: 0.8),
            ]
        case .familyAndBirth:
            [
                .family: Start(agrees: 0, byChance: 0.97, differsAtMost: 0.15), .birth: Start(agrees: 0.97, agreesAtLeast: 0.85),
                .given: Start(agrees: 0, differsAtLeast: 0.8),
            ]
        case .oneBirth:
            [
                .birth: Start(agrees: 0.97, agreesAtLeast: 0.85), .given: Start(agrees: 0, differsAtLeast: 0.8),
                .family: Start(agrees: 0, differsAtLeast: 0.8),
            ]
        case .neighbours:
            [
                .given: Start(agrees: 0, byChance: 0.5), .place: Start(agrees: 0.93, differsAtMost: 0.15),
                .birth: Start(agrees: 0, differsAtLeast: 0.8),
            ]
        case .contact:
            [.phone: Start(agrees: 0.95, differsAtMost: 0.15), .email: Start(agrees: 0.3), .given: Start(agrees: 0, differsAtLeast: 0.8)]
        case .relatives:
            [
                .family: Start(agrees: 0, byChance: 0.9, differsAtMost: 0.15), .given: Start(agrees: 0, differsAtLeast: 0.6),
                .birth: Start(agrees: 0, agreesAtMost: 0.02, apartAtLeast: 0.8),
            ]
        case .strangers: [:]
        }
    }
}
