// SPDX-License-Identifier: Apache-2.0

/// One rule of routing: when it holds, these teams lead or must receive.
///
/// Lead rules are tried in the standard's order and the first that holds names the one lead; every rule that holds adds
/// those who must also receive.
public struct Route: Sendable, Hashable {
    /// The rule's own name, unique in the standard; kept with each decision as its reason.
    public let id: String
    /// The rule in one sentence, shown as the reason.
    public let sentence: String
    /// When it holds.
    public let when: Condition
    /// Where it sends.
    public let to: [RouteTarget]
    /// Where the rule comes from, where stated.
    public let provenance: Provenance?

    /// Makes a rule.
    public init(id: String, sentence: String, when: Condition, to: [RouteTarget], provenance: Provenance? = nil) {
        self.id = id
        self.sentence = sentence
        self.when = when
        self.to = to
        self.provenance = provenance
    }
}

/// One team that a rule of routing sends to.
public struct RouteTarget: Sendable, Hashable {
    /// A code of the list `team_kind`.
    public let team: String
    /// The area whose team it is.
    public let area: RouteArea
    /// What is asked of it.
    public let duty: RouteDuty
    /// Whether it is told that there is something as soon as it comes, before anybody decides on it.
    public let toldAtIntake: Bool

    /// Makes a target.
    public init(team: String, area: RouteArea, duty: RouteDuty, toldAtIntake: Bool = false) {
        self.team = team
        self.area = area
        self.duty = duty
        self.toldAtIntake = toldAtIntake
    }
}

/// Which area's team a rule means.
public enum RouteArea: String, Sendable, Hashable, CaseIterable {
    /// Where the person lives; the target falls away where that is not known. The same for the next three.
    case lives
    /// Where the person was found.
    case found
    /// Where the harm happened.
    case happened
    /// Where the reporter is.
    case reporter
    /// The area that owns the concern: lives, else found, else happened, else reporter.
    case owning
    /// The one team for the whole region.
    case central

    /// The place it names; nil for `owning` and `central`.
    public var place: ConcernPlace? { ConcernPlace(rawValue: rawValue) }
}

/// What a receiving team is asked for.
public enum RouteDuty: String, Sendable, Hashable, CaseIterable {
    /// Leads: one team, whose named person accepts.
    case lead
    /// Must also receive, and a named person accepts.
    case mustReceive = "must_receive"
}
