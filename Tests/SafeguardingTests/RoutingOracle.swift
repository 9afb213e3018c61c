// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard

/// The documents' sentences on routing as rules of their own, independent of the router and of the standard's routes.
struct RoutingOracle {
    static let exploitation: Set = ["local_cse_coordinator", "central_cse_team", "online_cse_team"]
    static let police = exploitation.union(["child_abuse_team", "modern_slavery_lead"])

    let facts: RoutingFacts
    /// Duties in force in the standard: FGM Act 2003 s5B (31 Oct 2015) and Modern Slavery Act 2015 s52.
    let reportingDuties: Bool

    var demands: RoutingDemands { facts.ageGroup == .child ? child : adult }

    private func area(_ place: ConcernPlace) -> [String] { facts.areas[place] ?? [] }

    /// DESIGN, the walk: lives, else found, else happened, else reporter.
    private var owning: String? { (area(.lives) + area(.found) + area(.happened) + area(.reporter)).first }

    private func any(_ kinds: Set<String>) -> [RoutingStop] { kinds.sorted().map { RoutingStop($0) } }

    private func here(_ kind: String) -> [RoutingStop] { [RoutingStop(kind, owning)] }

    private func has(_ crime: String) -> Bool { facts.crimes.contains(crime) }

    private func at(_ broad: String) -> Bool { facts.broadSettings.contains(broad) }

    /// "A child at the local threshold always goes to children's social care where the child lives and where found, and to police."
    private var child: RoutingDemands {
        var demands = RoutingDemands(never: [RoutingStop("adult_social_care")])
        if facts.thresholdMet {
            demands.receive = councils + [any(Self.police)] + teamsByCrime
            demands.lead = Self.police.union(["childrens_social_care"])
            demands.never += otherCouncils
        } else {
            if has("child_sexual_exploitation") { demands.receive.append(any(Self.exploitation.union(["child_abuse_team"]))) }
            // DOMAIN 5.2: children are always referred, and child cases also need a council safeguarding referral.
            if reportingDuties, has("modern_slavery") { demands.receive += councils }
            // DOMAIN 5.1 and RULE 1.5: known FGM under 18 is reported to police; what is known and what is feared is not in the facts.
            if reportingDuties, has("female_genital_mutilation") { demands.receive.append(any(Self.police)) }
        }
        // "Police teams ... by crime": the CSE teams are for exploitation, and the online team for what is online.
        if !facts.crimes.isEmpty, !has("child_sexual_exploitation"), facts.crimes.isDisjoint(with: ["modern_slavery"]), !at("online") {
            demands.never += any(Self.exploitation)
        }
        return demands
    }

    /// Where the child lives and where found; where neither is known, the owning area, and some council where no area is.
    private var councils: [[RoutingStop]] {
        let named = area(.lives) + area(.found)
        return named.isEmpty ? [here("childrens_social_care")] : named.map { [RoutingStop("childrens_social_care", $0)] }
    }

    /// The other areas' desks are told; their councils are not named (RULE 2.8, no more than needed).
    private var otherCouncils: [RoutingStop] {
        let named = Set(area(.lives) + area(.found))
        let others = Set(facts.areas.values.joined()).subtracting(named.isEmpty ? Set([owning].compactMap { $0 }) : named)
        return others.sorted().map { RoutingStop("childrens_social_care", $0) }
    }

    /// Where the sentence fixes the team. CSE in the home and the team for a child in modern slavery are left to the standard.
    private var teamsByCrime: [[RoutingStop]] {
        var teams: [[RoutingStop]] = []
        if has("child_sexual_exploitation") {
            if at("online") { teams.append([RoutingStop("online_cse_team")]) }
            if at("away") { teams.append([RoutingStop("central_cse_team")]) }
            teams.append(any(Self.exploitation.union(["child_abuse_team"])))
        }
        if has("child_abuse") {
            teams.append(facts.broadSettings == ["online"] ? any(["online_cse_team", "child_abuse_team"]) : here("child_abuse_team"))
        }
        if has("female_genital_mutilation") { teams.append(here("child_abuse_team")) }
        return teams
    }

    /// "An adult to adult social care or the modern slavery lead."
    private var adult: RoutingDemands {
        var demands = RoutingDemands(never: [RoutingStop("childrens_social_care")])
        let slavery = has("modern_slavery")
        if facts.thresholdMet {
            demands.receive = [slavery ? [RoutingStop("modern_slavery_lead")] : here("adult_social_care")]
            demands.lead = slavery ? ["modern_slavery_lead", "adult_social_care"] : Self.police.union(["adult_social_care"])
        } else {
            // Duty to notify, MSA 2015 s52: no threshold.
            demands.receive = [
                any(slavery && reportingDuties ? ["modern_slavery_lead"] : ["modern_slavery_lead", "adult_social_care"])
            ]
        }
        return demands
    }
}
