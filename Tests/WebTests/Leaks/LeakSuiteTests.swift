// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

@testable import Web

/// The leak suite: another agency's people, whoever is shut out, and a logged-out browser try every list, count, search, suggestion, reply,
/// print, export and error that they can reach, generated from the policy's table and the table of routes. What they get after a concern has
/// come that is not theirs is what they got before, byte for byte; what they ask by its ids answers like what is not there.
@Suite("Nothing leaks") struct LeakSuiteTests {
    /// On SQLite alone: that both engines decide alike is held by `PolicyAgreementTests` and `RouteSecrecyTests`.
    @Test func whatIsHiddenChangesNoAnswer() async throws {
        try await AccessHouse.with { access in
            let leaks = LeakHouse(access: access)
            try await leaks.seatOfficer()
            let watchers = try await WatcherMaking(access: access).make()
            let roles = try Set(WatcherMaking.named.flatMap { try access.actor($0.caller).roles })
            #expect(WatcherMaking.readers.isSubset(of: roles), "a role that may read has nobody among the shut-out")
            let open = try await leaks.openConcern()
            // Whatever is told once (a notice that ends when it is seen) has been told before the two passes that are compared.
            let placeholder = HiddenConcern(
                reference: access.house.unusedReference(), concern: access.house.store.newID(), values: [:], form: [], beside: open)
            var before: [String: [UInt8]] = [:]
            for pass in 0..<2 {
                for watcher in watchers {
                    for probe in LeakProbe.lists(placeholder, watcher) where pass == 1 || probe.call.query.isEmpty {
                        let answer = try await ask(watcher, probe, access)
                        if pass == 1 { before[watcher.name + probe.name] = Self.bare(answer, probe) }
                    }
                }
            }
            let hidden = try await leaks.hide(beside: open)
            var compared: [Watcher.Kind: Int] = [:]
            for watcher in watchers {
                for (probe, earlier) in zip(LeakProbe.lists(hidden, watcher), LeakProbe.lists(placeholder, watcher)) {
                    let answer = try await ask(watcher, probe, access)
                    let isSame = Self.bare(answer, probe) == before[watcher.name + earlier.name]
                    #expect(
                        isSame,
                        "\(watcher.name), \(probe.name): another answer than before \(Self.difference(Self.bare(answer, probe), before[watcher.name + earlier.name] ?? []))"
                    )
                    Self.holds(answer, nothingOf: hidden, asked: probe, "\(watcher.name), \(probe.name)")
                    compared[watcher.kind, default: 0] += 1
                }
                let stored = try await access.store(leavingOut: ["store_info"])
                for probe in LeakProbe.named(hidden, watcher)
                where (probe.route.kind != .api || watcher.token != nil || watcher.session == nil) && !watcher.mayKnow(probe.route) {
                    let missing = probe.elsewhere(access)
                    let (answer, other) = (try await ask(watcher, probe, access), try await ask(watcher, missing, access))
                    #expect(answer.status == other.status, "\(watcher.name), \(probe.name): \(answer.status), not there: \(other.status)")
                    #expect(
                        Self.bare(answer, probe) == Self.bare(other, missing),
                        "\(watcher.name), \(probe.name): told apart from what is not there")
                    Self.holds(answer, nothingOf: hidden, asked: probe, "\(watcher.name), \(probe.name)")
                    compared[watcher.kind, default: 0] += 1
                }
                let after = try await access.store(leavingOut: ["store_info"])
                for (table, rows) in stored where table != "draft" && table != "door_draft" {
                    #expect(after[table] == rows, "\(watcher.name) changed \(table)")
                }
            }
            let all = compared.values.reduce(0, +)
            print(
                "leak suite: \(watchers.count) watchers, \(Routes.all.count) routes, \(all) cases: \(compared.map { "\($0.value) \($0.key.rawValue)" }.sorted())"
            )
            #expect(all >= 200 && Watcher.Kind.allCases.allSatisfy { compared[$0] ?? 0 > 20 })
            // Whoever may know finds it: the suite would see it.
            let search = try #require(Routes.all.first { $0.name == "GET /search" })
            #expect(
                try await access.ask(.officer, search, RouteCall(query: "?q=\(HiddenConcern.word)")).text.contains(hidden.reference))
        }
    }

    /// The ledger is told by reference and by purpose; an auditor who is shut out is not told even that, and none reads a word.
    @Test func anAuditorOfAShutOutAgencyReadsNoReference() async throws {
        try await AccessHouse.with { access in
            let leaks = LeakHouse(access: access)
            try await leaks.seatOfficer()
            let hidden = try await leaks.hide(beside: try await leaks.openConcern())
            let route = try #require(Routes.all.first { $0.name == "GET /ledger" })
            for query in ["", "?act=report", "?object=\(hidden.reference)"] {
                let answer = try await access.ask(.auditor, route, RouteCall(query: query))
                let text = answer.text.replacingOccurrences(of: "value=\"\(hidden.reference)\"", with: "")
                #expect(!text.contains(hidden.reference), "\(query)")
                for trace in [HiddenConcern.word, HiddenConcern.family, "Thornless"] { #expect(!text.contains(trace), "\(query)") }
            }
        }
    }

    /// The policy's table itself, for every row: whoever is shut out by name may do nothing; of a shut-out agency what they reported themselves
    /// alone. Each cell is decided in both forms.
    @Test func everyRowOfThePolicyYieldsToAShutOut() {
        var cases = 0
        let (me, agency, team) = (RecordID(high: 1, low: 1), RecordID(high: 2, low: 1), RecordID(high: 3, low: 1))
        for row in AccessPolicy.concernTable {
            for (byName, byAgency) in [(true, false), (false, true), (true, true)] {
                for restricted in [false, true] {
                    var facts = ConcernFacts(
                        id: RecordID(high: 4, low: 1), reporter: me, reportingAgency: agency, owningArea: "a", toldAreas: ["a"],
                        takenBy: me,
                        offeredTeams: [team], acceptedTeams: [team], caseMembers: [me], restricted: restricted, openedInEmergencyBy: [me],
                        shutOut: byName ? [me] : [], shutOutAgencies: byAgency ? [agency] : [], sharedWith: [me])
                    let actor = Actor(account: me, agency: agency, grants: [Grant(row.role, area: "a", team: team)])
                    let mayOwn = !byName && row.relation == .reportedIt
                    #expect(AccessPolicy.decide(actor, row.action, facts).isAllowed == mayOwn, "\(row) \(byName) \(byAgency)")
                    #expect(AccessPolicy.scope(actor, row.action).allows(facts) == mayOwn, "\(row), as a scope")
                    facts.reporter = nil
                    #expect(!AccessPolicy.decide(actor, row.action, facts).isAllowed && facts.isShutOut(actor), "\(row)")
                    cases += 1
                }
            }
        }
        print("leak suite: \(cases) cells of the policy's table")
        #expect(cases >= 200)
    }

    func ask(_ watcher: Watcher, _ probe: LeakProbe, _ access: AccessHouse) async throws -> TestAnswer {
        if let token = watcher.token { return try await access.ask(token, probe.route, probe.call) }
        return try await access.ask(session: watcher.session, probe.route, probe.call)
    }

    /// An answer without what differs from one request to the next, and without what was asked for.
    static func bare(_ answer: TestAnswer, _ probe: LeakProbe) -> [UInt8] {
        let asked =
            probe.call.values.filter { $0.count > 8 }
            + probe.call.query.split(separator: "&").compactMap { part in
                part.split(separator: "=").last.flatMap { String($0).removingPercentEncoding }
            }.filter { $0.count == 11 }
        return answer.bare(asked: asked, lengths: false)
    }

    /// Nothing of it stands in an answer but what was asked for.
    static func holds(_ answer: TestAnswer, nothingOf hidden: HiddenConcern, asked probe: LeakProbe, _ what: String) {
        let asked = Set(probe.call.values + [probe.call.query.removingPercentEncoding ?? ""])
        for trace in hidden.traces where !asked.contains(where: { $0.contains(trace) }) {
            let isOwnWord = probe.route.pattern.hasSuffix("/search")
            if trace == HiddenConcern.word {
                #expect(isOwnWord || !answer.holds(trace), "\(what): \(trace)")
            } else if trace == hidden.reference || trace == hidden.concern.description {
                #expect(!answer.holds(trace), "\(what): its reference or id")
            }
        }
    }

    private static func difference(_ left: [UInt8], _ right: [UInt8]) -> String {
        let (left, right) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
        let (old, new) = (right.split(separator: "\n"), left.split(separator: "\n"))
        let place = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
        return place.map { "… \(Self.around($0.element.1, $0.element.0)) instead of … \(Self.around($0.element.0, $0.element.1))" } ?? ""
    }

    private static func around(_ line: Substring, _ other: Substring) -> String {
        let same = zip(line, other).prefix { $0 == $1 }.count
        return String(line.dropFirst(max(0, same - 60)).prefix(200))
    }
}
