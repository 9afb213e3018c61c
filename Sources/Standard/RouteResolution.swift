// SPDX-License-Identifier: Apache-2.0

/// One team that the routes name for certain facts, and by which rules.
public struct RoutedTarget: Sendable, Hashable {
    /// A code of the list `team_kind`.
    public let team: String
    /// Which area's team the rule means.
    public let area: RouteArea
    /// The place whose area is meant; nil for the region's one team, and where no place at all is known.
    public let place: ConcernPlace?
    /// What is asked of it.
    public let duty: RouteDuty
    /// The rule that names it.
    public let because: RouteReason
}

/// The rule behind a destination, as kept with the decision.
public struct RouteReason: Sendable, Hashable {
    /// The rule's id in the standard.
    public let rule: String
    /// The rule in one sentence.
    public let sentence: String

    /// Makes a reason.
    public init(rule: String, sentence: String) {
        self.rule = rule
        self.sentence = sentence
    }
}

extension ConcernPlace {
    /// The place whose area owns a concern: lives, else found, else happened, else reporter; nil where none is known.
    public static func owning(among known: Set<ConcernPlace>) -> ConcernPlace? { allCases.first(where: known.contains) }
}

extension Standard {
    /// What the routes say for the facts: at most one lead (none only where the check has not passed), and all who must receive.
    public func targets(for facts: ConditionFacts) -> [RoutedTarget] { RouteResolution.targets(of: routes, for: facts) }

    /// Those of them that are told as soon as a concern comes. Few rules name any, and only those are tried.
    public func targetsToldAtIntake(for facts: ConditionFacts) -> [RoutedTarget] {
        let telling = routes.compactMap { route -> Route? in
            let told = route.to.filter(\.toldAtIntake)
            return told.isEmpty
                ? nil : Route(id: route.id, sentence: route.sentence, when: route.when, to: told, provenance: route.provenance)
        }
        return telling.isEmpty ? [] : RouteResolution.targets(of: telling, for: facts)
    }
}

/// Holding the rules of routing against facts. Knows no crime and no team.
enum RouteResolution {
    static func targets(of routes: [Route], for facts: ConditionFacts) -> [RoutedTarget] {
        var targets: [RoutedTarget] = []
        var hasLead = false
        for route in routes where route.when.holds(for: facts) {
            // A rule whose lead is not taken still adds those who must receive.
            for target in route.to where target.duty == .mustReceive || !hasLead {
                // A target whose place is not known falls away; `owning` never does, so that nothing is dropped in silence.
                if let place = target.area.place, !facts.known.contains(place) { continue }
                let place = target.area.place ?? (target.area == .owning ? ConcernPlace.owning(among: facts.known) : nil)
                hasLead = hasLead || target.duty == .lead
                let reason = RouteReason(rule: route.id, sentence: route.sentence)
                targets.append(RoutedTarget(team: target.team, area: target.area, place: place, duty: target.duty, because: reason))
            }
        }
        return targets
    }
}
