// SPDX-License-Identifier: Apache-2.0

/// Tries the routes on every kind of concern that the standard can describe: each has one lead, and nobody is left out who must always
/// receive.
///
/// Single crimes and settings are enough: a rule asks for any of several, so a concern with more of them meets at least as many rules.
struct RouteCheck {
    let standard: Standard
    let place: FilePlace
    /// Beyond this many the rest would only repeat the same gap.
    private static let mostReported = 5

    func report(to findings: Findings) {
        var reported = 0
        for facts in everyConcern() {
            for gap in gaps(for: facts) where reported < Self.mostReported {
                reported += 1
                findings.report(place, "\(gap) for \(words(for: facts)).", mend: "Add a route that covers it, the widest last.")
            }
            if reported >= Self.mostReported { return }
        }
    }

    private func gaps(for facts: ConditionFacts) -> [String] {
        let targets = standard.targets(for: facts)
        func has(_ flag: String, at place: ConcernPlace? = nil) -> Bool {
            targets.contains { target in
                (place == nil || target.place == place) && standard.code(target.team, in: .teamKind)?.flag(flag) == true
            }
        }
        var gaps: [String] = []
        if !targets.contains(where: { $0.duty == .lead }) { gaps.append("No route names a lead") }
        if facts.ageGroups.contains(.adult), !has("statutory_adult") {
            gaps.append("No route reaches a team with 'statutory_adult'")
        }
        guard facts.ageGroups.contains(.child), facts.thresholdMet else { return gaps }
        if !has("police") { gaps.append("No route reaches a team with 'police'") }
        let homes = [ConcernPlace.lives, .found].filter(facts.known.contains)
        for home in homes where !has("statutory_child", at: home) {
            gaps.append("No route reaches a team with 'statutory_child' in the area '\(home.rawValue)'")
        }
        if homes.isEmpty, !has("statutory_child") { gaps.append("No route reaches a team with 'statutory_child'") }
        return gaps
    }

    private func everyConcern() -> [ConditionFacts] {
        let crimes: [Set<String>] = [[]] + standard.list(.crime).codes.map { [$0.code] }
        let kinds = standard.list(.subjectKind).codes.map(\.code)
        var settings: [(fine: Set<String>, broad: Set<String>)] = [([], [])]
        settings += standard.list(.broadSetting).codes.map { ([], [$0.code]) }
        let named = Set(standard.routes.flatMap(\.when.settings))
        settings += named.sorted().map { ([$0], Set([standard.broadSetting(ofSetting: $0)].compactMap { $0 })) }
        var all: [ConditionFacts] = []
        for crime in crimes {
            for setting in settings {
                for kind in kinds {
                    for thresholdMet in [true, false] {
                        for known in Self.placeSets {
                            var facts = ConditionFacts()
                            facts.crimes = crime
                            facts.settings = setting.fine
                            facts.broadSettings = setting.broad
                            facts.subjectKinds = [kind]
                            facts.ageGroups = [standard.ageGroup(ofSubjectKind: kind)]
                            facts.thresholdMet = thresholdMet
                            facts.known = known
                            all.append(facts)
                        }
                    }
                }
            }
        }
        return all
    }

    private static let placeSets: [Set<ConcernPlace>] = (0..<16).map { bits in
        Set(ConcernPlace.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
    }

    private func words(for facts: ConditionFacts) -> String {
        func list(_ codes: Set<String>, _ none: String) -> String { codes.isEmpty ? none : codes.sorted().joined(separator: ", ") }
        let subject = "\(list(facts.subjectKinds, "any subject")), \(list(facts.crimes, "no crime named"))"
        let setting = list(facts.settings.union(facts.broadSettings), "no setting named")
        let level = facts.thresholdMet ? "threshold met" : "threshold not met"
        return "\(subject), \(setting), \(level), places known: \(list(Set(facts.known.map(\.rawValue)), "none"))"
    }
}
