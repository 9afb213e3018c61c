// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard

/// A team that must, or must not, receive: of one area, or of any.
struct RoutingStop: Hashable, CustomStringConvertible {
    var kind: String
    var area: String?

    init(_ kind: String, _ area: String? = nil) { (self.kind, self.area) = (kind, area) }

    var description: String { area.map { "\(kind)@\($0)" } ?? kind }

    func fits(_ destination: Destination) -> Bool { kind == destination.teamKind && (area == nil || area == destination.area) }
}

/// What the documents demand of a route; what they leave to the region is not in it.
struct RoutingDemands {
    /// Kinds of team that may lead; nil where the documents do not say.
    var lead: Set<String>?
    /// Of each choice at least one must be among the destinations.
    var receive: [[RoutingStop]] = []
    var never: [RoutingStop] = []

    func faults(_ destinations: [Destination]) -> [String] {
        var faults: [String] = []
        if let lead, let leader = destinations.first(where: { $0.duty == .lead }), !lead.contains(leader.teamKind) {
            faults.append("led by \(leader.teamKind), not by \(lead.sorted().joined(separator: "/"))")
        }
        for choice in receive where !choice.contains(where: { stop in destinations.contains(where: stop.fits) }) {
            faults.append("does not reach \(choice.map(\.description).joined(separator: "/"))")
        }
        for stop in never where destinations.contains(where: stop.fits) { faults.append("reaches \(stop)") }
        return faults
    }
}

/// What holds for every route.
enum EveryRoute {
    /// "Local", "of that area" and the councils' services belong to an area; the central team, by its name, to none.
    static let ofAnArea: Set = ["local_cse_coordinator", "child_abuse_team", "childrens_social_care", "adult_social_care"]

    static func faults(_ facts: RoutingFacts, _ destinations: [Destination], _ standard: Standard) -> [String] {
        var faults: [String] = []
        let known = Set(facts.areas.values.joined())
        let leaders = destinations.filter { $0.duty == .lead }
        if leaders.count != 1 { faults.append("has \(leaders.count) leads, not one") }
        if let leader = leaders.first, !leader.isCentral, leader.area != Routing.owningArea(facts) {
            faults.append("is led by \(leader.teamKind) of an area that does not own the concern")
        }
        if Set(destinations.map { RoutingStop($0.teamKind, $0.area) }).count != destinations.count { faults.append("names a team twice") }
        for destination in destinations {
            let kind = destination.teamKind
            if !standard.list(.teamKind).contains(kind) { faults.append("names \(kind), which the standard does not know") }
            if let area = destination.area, !known.contains(area) { faults.append("names \(kind) of an area nobody mentioned") }
            if destination.area == nil, !destination.isCentral, !known.isEmpty { faults.append("names \(kind) of no area") }
            if ofAnArea.contains(kind), destination.isCentral { faults.append("calls \(kind) central") }
            if kind == "central_cse_team", !destination.isCentral { faults.append("calls \(kind) a team of an area") }
        }
        return faults
    }
}
