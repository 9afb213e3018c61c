// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard
import Testing

/// One row of the hand-written table, read.
struct RoutingExpectation: CustomTestStringConvertible {
    let standards: [String]
    let facts: RoutingFacts
    let settings: Set<String>
    let demands: RoutingDemands
    let text: String
    let reason: String

    var testDescription: String { "\(text) (\(reason))" }

    static let crimes = [
        "cse": "child_sexual_exploitation", "abuse": "child_abuse", "fgm": "female_genital_mutilation", "slavery": "modern_slavery",
    ]
    static let teams = [
        "csc": "childrens_social_care", "asc": "adult_social_care", "local": "local_cse_coordinator", "central": "central_cse_team",
        "online": "online_cse_team", "cait": "child_abuse_team", "msl": "modern_slavery_lead", "lado": "lado",
    ]

    /// Two lines a row: the row, its reason.
    static func read(_ table: String) throws -> [RoutingExpectation] {
        let lines = table.split(separator: "\n").map(String.init)
        try #require(lines.count.isMultiple(of: 2))
        return try stride(from: 0, to: lines.count, by: 2).map { try RoutingExpectation(lines[$0], lines[$0 + 1]) }
    }

    init(_ line: String, _ because: String) throws {
        let cells = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
        try #require(cells.count == 9 && because.hasPrefix(" "), "row: \(line)")
        func single(_ cell: Int) throws -> String { try #require(cells[cell].first, "row: \(line)") }
        func codes(_ cell: Int) throws -> [String] { try single(cell) == "-" ? [] : single(cell).split(separator: ",").map(String.init) }
        func stops(_ word: String) throws -> [RoutingStop] {
            try word.split(separator: "/").flatMap { choice in
                let parts = choice.split(separator: "@").map(String.init)
                if parts[0] == "police" { return RoutingOracle.police.sorted().map { RoutingStop($0) } }
                return [RoutingStop(try #require(Self.teams[parts[0]], "team \(parts[0])"), parts.count > 1 ? parts[1] : nil)]
            }
        }
        let places = cells[5].map { $0 == "-" ? nil : $0 }
        try #require(places.count == 4, "row: \(line)")
        let version = try single(0)
        standards = version == "both" ? ["2014", "2026"] : [version]
        settings = Set(try codes(2))
        facts = RoutingFacts(
            crimes: Set(try codes(1).map { try #require(Self.crimes[$0]) }), settings: settings,
            ageGroup: try single(3) == "adult" ? .adult : .child, subjectKinds: [try single(3)], thresholdMet: try single(4) == "met",
            livesIn: places[0], foundIn: places[1], happenedIn: places[2], reporterIn: places[3])
        demands = RoutingDemands(
            lead: try single(6) == "*" ? nil : Set(try stops(single(6)).map(\.kind)),
            receive: try cells[7].filter { $0 != "-" }.map(stops), never: try cells[8].filter { $0 != "-" }.flatMap(stops))
        text = cells.map { $0.joined(separator: " ") }.joined(separator: " | ")
        reason = because.split(separator: " ").joined(separator: " ")
    }

    /// The facts with the broad settings that the standard gives the finer ones, as intake codes them.
    func facts(in standard: Standard) -> RoutingFacts {
        var facts = facts
        facts.broadSettings = Set(settings.compactMap { standard.broadSetting(ofSetting: $0) })
        return facts
    }
}
