// SPDX-License-Identifier: Apache-2.0

public import Standard

/// What routing looks at in a concern. Areas are ids of the directory; nil where not known. No personal data.
public struct RoutingFacts: Sendable, Hashable {
    /// The crimes it may be: codes of the standard.
    public var crimes: Set<String>
    /// The settings in detail, for standards that route by them.
    public var settings: Set<String>
    /// The broad settings.
    public var broadSettings: Set<String>
    /// Whether the rules for children or for adults apply. Anyone who may be under 18 is a child.
    public var ageGroup: AgeGroup
    /// The kinds of the subjects, for standards that route by them.
    public var subjectKinds: Set<String>
    /// The positions of trust of those thought to cause harm, as far as named.
    public var positionsOfTrust: Set<String> = []
    /// Whether any of them is in a position of trust, named or by who they are to the person.
    public var positionOfTrust = false
    /// Whether the local threshold for statutory help is met.
    public var thresholdMet: Bool
    /// The areas of each place, the foremost first: brothers and sisters may live in two areas, and harm may happen in several.
    public var areas: [ConcernPlace: [String]]

    /// Makes the facts of a concern, with several areas a place.
    public init(
        crimes: Set<String> = [], settings: Set<String> = [], broadSettings: Set<String> = [], ageGroup: AgeGroup,
        subjectKinds: Set<String> = [], thresholdMet: Bool, areas: [ConcernPlace: [String]]
    ) {
        self.crimes = crimes
        self.settings = settings
        self.broadSettings = broadSettings
        self.ageGroup = ageGroup
        self.subjectKinds = subjectKinds
        self.thresholdMet = thresholdMet
        self.areas = areas
    }

    /// Makes the facts of a concern, with one area a place.
    public init(
        crimes: Set<String> = [], settings: Set<String> = [], broadSettings: Set<String> = [], ageGroup: AgeGroup,
        subjectKinds: Set<String> = [], thresholdMet: Bool, livesIn: String? = nil, foundIn: String? = nil, happenedIn: String? = nil,
        reporterIn: String? = nil
    ) {
        let places: [ConcernPlace: String?] = [.lives: livesIn, .found: foundIn, .happened: happenedIn, .reporter: reporterIn]
        self.init(
            crimes: crimes, settings: settings, broadSettings: broadSettings, ageGroup: ageGroup, subjectKinds: subjectKinds,
            thresholdMet: thresholdMet, areas: places.compactMapValues { $0.map { [$0] } })
    }

    /// The facts as the standard's conditions see them.
    var conditionFacts: ConditionFacts {
        var facts = ConditionFacts()
        facts.crimes = crimes
        facts.settings = settings
        facts.broadSettings = broadSettings
        facts.ageGroups = [ageGroup]
        facts.subjectKinds = subjectKinds
        facts.positionsOfTrust = positionsOfTrust
        facts.positionOfTrust = positionOfTrust
        facts.thresholdMet = thresholdMet
        facts.known = Set(ConcernPlace.allCases.filter { areas[$0]?.isEmpty == false })
        return facts
    }
}

/// One team that a concern goes to, and why.
public struct Destination: Sendable, Hashable {
    /// The kind of team: a code of the list `team_kind`.
    public let teamKind: String
    /// The area whose team it is; nil for the region's one team, or where no area at all is known.
    public let area: String?
    /// Whether the region's one team is meant.
    public let isCentral: Bool
    /// What is asked of it.
    public let duty: RouteDuty
    /// The rules that name it, in the standard's order.
    public let because: [RouteReason]
}

/// Routing by the routes of a standard. Pure, and it proposes only: a person decides (DESIGN rule 4).
public enum Routing {
    /// Where a concern goes: one lead first, then all who must also receive, each team once.
    ///
    /// Where a place has several areas, the team of the foremost leads and those of the others must receive.
    public static func route(_ facts: RoutingFacts, _ standard: Standard) -> [Destination] {
        destinations(standard.targets(for: facts.conditionFacts), facts)
    }

    /// Who is told that there is something as soon as it comes, before anybody decides on it.
    public static func toldAtIntake(_ facts: RoutingFacts, _ standard: Standard) -> [Destination] {
        destinations(standard.targetsToldAtIntake(for: facts.conditionFacts), facts)
    }

    private static func destinations(_ targets: [RoutedTarget], _ facts: RoutingFacts) -> [Destination] {
        var destinations: [Destination] = []
        for target in targets {
            let areas = target.place.flatMap { facts.areas[$0] } ?? []
            for (index, area) in (areas.isEmpty ? [nil] : areas.map(Optional.some)).enumerated() {
                let duty = index == 0 ? target.duty : .mustReceive
                let isCentral = target.area == .central
                merge(
                    Destination(teamKind: target.team, area: area, isCentral: isCentral, duty: duty, because: [target.because]),
                    into: &destinations)
            }
        }
        return destinations.filter { $0.duty == .lead } + destinations.filter { $0.duty != .lead }
    }

    /// The area whose desk owns the concern: lives, else found, else happened, else reporter; nil where none is known.
    public static func owningArea(_ facts: RoutingFacts) -> String? { allAreas(facts).first }

    /// The other areas whose desks are told, in the order of the places, each once.
    public static func toldAreas(_ facts: RoutingFacts) -> [String] { Array(allAreas(facts).dropFirst()) }

    private static func allAreas(_ facts: RoutingFacts) -> [String] {
        var seen: Set<String> = []
        return ConcernPlace.allCases.flatMap { facts.areas[$0] ?? [] }.filter { seen.insert($0).inserted }
    }

    /// A team named by several rules stands once, with all its reasons, and leads if one of them says so.
    private static func merge(_ new: Destination, into destinations: inout [Destination]) {
        let same = destinations.firstIndex { $0.teamKind == new.teamKind && $0.area == new.area && $0.isCentral == new.isCentral }
        guard let same else { return destinations.append(new) }
        let old = destinations[same]
        destinations[same] = Destination(
            teamKind: old.teamKind, area: old.area, isCentral: old.isCentral, duty: old.duty == .lead ? .lead : new.duty,
            because: old.because + new.because.filter { !old.because.contains($0) })
    }
}
