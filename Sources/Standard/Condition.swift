// SPDX-License-Identifier: Apache-2.0

/// Whether the rules for children or for adults apply. Anyone who may be under 18 is treated as a child.
public enum AgeGroup: String, Sendable, Hashable, CaseIterable {
    /// Under 18, unborn, or of unknown age.
    case child
    /// Known to be 18 or over.
    case adult
}

/// A place that a concern touches, as routes and areas speak of it.
public enum ConcernPlace: String, Sendable, Hashable, CaseIterable {
    /// Where the person lives.
    case lives
    /// Where the person was found.
    case found
    /// Where the harm happened.
    case happened
    /// Where the reporter is.
    case reporter
}

/// When a limit, route or gate applies. An empty axis means any; all axes that are stated must hold.
public struct Condition: Sendable, Hashable {
    /// Any of these crimes.
    public var crimes: [String] = []
    /// Any of these settings, in detail.
    public var settings: [String] = []
    /// Any of these broad settings.
    public var broadSettings: [String] = []
    /// Any of these age groups.
    public var ageGroups: [AgeGroup] = []
    /// Any of these kinds of subject.
    public var subjectKinds: [String] = []
    /// Any of these urgencies.
    public var urgencies: [String] = []
    /// Somebody thought to cause harm holds one of these positions of trust.
    public var positionsOfTrust: [String] = []
    /// Whether anybody thought to cause harm is in a position of trust, named or by who they are; nil means either.
    public var positionOfTrust: Bool?
    /// Whether the local threshold for statutory help is met; nil means either.
    public var thresholdMet: Bool?
    /// Every one of these places is known.
    public var known: [ConcernPlace] = []
    /// None of these places is known.
    public var unknown: [ConcernPlace] = []
    /// The subject's age in whole months is at least this.
    public var ageMonthsFrom: Int?
    /// The subject's age in whole months is less than this.
    public var ageMonthsBelow: Int?

    /// The condition that always holds.
    public static let always = Condition()

    /// Makes a condition that always holds, to be narrowed.
    public init() {}

    /// Whether the condition holds for the facts. An age that is not known satisfies any bound: the prompt is asked, not skipped.
    public func holds(for facts: ConditionFacts) -> Bool {
        func meets<Value: Hashable>(_ wanted: [Value], _ found: Set<Value>) -> Bool {
            wanted.isEmpty || wanted.contains(where: found.contains)
        }
        guard meets(crimes, facts.crimes), meets(settings, facts.settings), meets(broadSettings, facts.broadSettings),
            meets(ageGroups, facts.ageGroups), meets(subjectKinds, facts.subjectKinds), meets(urgencies, facts.urgencies),
            meets(positionsOfTrust, facts.positionsOfTrust)
        else { return false }
        if let positionOfTrust, positionOfTrust != facts.positionOfTrust { return false }
        if let thresholdMet, thresholdMet != facts.thresholdMet { return false }
        if let ageMonthsFrom, let age = facts.ageMonths, age < ageMonthsFrom { return false }
        if let ageMonthsBelow, let age = facts.ageMonths, age >= ageMonthsBelow { return false }
        return known.allSatisfy(facts.known.contains) && !unknown.contains(where: facts.known.contains)
    }
}

/// What is known of a concern or case, for conditions to be held against. Codes only, no personal data.
public struct ConditionFacts: Sendable, Hashable {
    /// The crimes it may be.
    public var crimes: Set<String> = []
    /// The settings, in detail.
    public var settings: Set<String> = []
    /// The broad settings.
    public var broadSettings: Set<String> = []
    /// The age groups of its subjects.
    public var ageGroups: Set<AgeGroup> = []
    /// The kinds of its subjects.
    public var subjectKinds: Set<String> = []
    /// The stated urgency.
    public var urgencies: Set<String> = []
    /// The positions of trust of those thought to cause harm.
    public var positionsOfTrust: Set<String> = []
    /// Whether any of them is in a position of trust.
    public var positionOfTrust = false
    /// Whether the local threshold is met.
    public var thresholdMet = false
    /// The places whose area is known.
    public var known: Set<ConcernPlace> = []
    /// The subject's age in whole months, where known.
    public var ageMonths: Int?

    /// Makes empty facts, to be filled.
    public init() {}
}
