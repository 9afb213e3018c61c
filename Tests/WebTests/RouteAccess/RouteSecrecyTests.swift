// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Safeguarding
import Services
import Storage
import TestSupport
import Testing
import Vault

@testable import Web

/// Nobody learns from any route that there is something they may not know of (SECURITY rows 40, 41 and 48).
@Suite("What is another's") struct RouteSecrecyTests {
    /// The callers of a route who may read what it shows of anybody: the directory and the standard are for every member of staff.
    private static func isCommon(_ route: Declaration) -> Bool {
        ["/directory", "/standard", "/help", "/assets", "/link"].contains { route.pattern.hasPrefix($0) }
    }

    private static var routes: [Declaration] {
        Routes.all.filter { route in
            !isCommon(route) && route.segments.contains { if case .parameter = $0 { true } else { false } }
        }
    }

    /// Ids swapped between two people: what is not mine answers exactly like what is not there, and stays as it is.
    @Test(arguments: TestStores.each) func answersLikeWhatIsNotThere(_ engine: TestStores) async throws {
        try await AccessHouse.with(engine) { access in
            let scenes = RouteScenes(access: access)
            var pairs = 0
            for caller in Caller.people { _ = try await access.session(caller) }
            for route in Self.routes {
                let row = try #require(RouteTableExpectations.all[route.name])
                let ofOfficer = try await scenes.call(route.name, .officer)
                let ofTeacher = row.isOwn ? try await scenes.call(route.name, .teacher) : ofOfficer
                let before = try await access.store()
                for caller in Caller.allCases where caller != .nobody && caller.isToken == (route.kind == .api) {
                    guard row.isOwn || !row.allowed.contains(caller), row.except[caller] != 403, !row.knowing.contains(caller) else {
                        continue
                    }
                    let there = caller == .officer ? ofTeacher : ofOfficer
                    for call in [there, there.emptied] {
                        let answer = try await access.ask(caller, route, call)
                        let missing = call.elsewhere(access)
                        let other = try await access.ask(caller, route, missing)
                        #expect(
                            answer.status == other.status,
                            "\(route.name) as \(caller.rawValue): \(answer.status), not there: \(other.status)")
                        #expect(
                            Self.bare(answer, call) == Self.bare(other, missing),
                            "\(route.name) as \(caller.rawValue): the two can be told apart")
                        if !row.isOwn {
                            #expect(answer.status >= 400 || route.pattern.hasSuffix("/emergency"), "\(route.name) as \(caller.rawValue)")
                        }
                        pairs += 1
                    }
                }
                let after = try await access.store()
                for (table, rows) in before { #expect(after[table] == rows, "\(route.name): \(table) was changed") }
            }
            print("secrecy on \(engine): \(pairs) answers compared with those for what is not there")
        }
    }

    private static func bare(_ answer: TestAnswer, _ call: RouteCall) -> [UInt8] { answer.bare(asked: call.values.filter { $0.count > 8 }) }

    private static let name = "Quillfeather"
    private static let words = "canaryword by the old mill"

    /// A concern that a caller may not read shows on none of their pages: no name, no word, no reference, no count.
    @Test(arguments: [true, false]) func showsNowhere(restricted: Bool) async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            // The duty manager is named as the suspect of the one that is not restricted.
            let report = scenes.report(Self.words, about: Self.name, suspect: restricted ? nil : ("Max", "Heath"))
            // A second concern about the same child, from another agency, that every desk of Otterley reads: the first is a piece of it.
            let open = try await scenes.concern(by: .teacher, scenes.report("Late and tired.", about: Self.name))
            let hidden = try await scenes.concern(by: .officer, report)
            if restricted {
                try await access.house.desk.take(try access.actor(.coordinator), hidden.concern)
                try await access.house.desk.restrict(try access.actor(.coordinator), hidden.concern, true)
            }
            try await access.work.catchUp()
            // Who handles sources in Otterley reads what is not restricted.
            let readers: Set<Caller> = restricted ? [.officer, .coordinator] : [.officer, .coordinator, .sourceHandler]
            var pages = 0
            for caller in Caller.people where !readers.contains(caller) {
                for route in Routes.all where route.method == .get && route.kind == .page {
                    var calls = [
                        RouteCall(query: ""), RouteCall(query: "?q=\(Self.name)"), RouteCall(query: "?q=canaryword"),
                        RouteCall(query: "?q=\(hidden.reference)"),
                    ]
                    if !route.pattern.contains("/search") { calls = [calls[0]] }
                    if route.pattern.contains("{") { calls = Self.calls(route, hidden) + Self.calls(route, open) }
                    for call in calls {
                        let answer = try await access.ask(caller, route, call)
                        let asked = call.values.contains(hidden.reference) || call.query.contains(hidden.reference)
                        let readsOpen = Caller.readers.contains(caller) || caller == .teacher
                        #expect(
                            !answer.holds("canaryword") || call.query.contains("canaryword"),
                            "\(call.path(route)) as \(caller.rawValue)")
                        if !readsOpen {
                            #expect(
                                !answer.holds(Self.name) || call.query.contains(Self.name),
                                "\(call.path(route)) as \(caller.rawValue)")
                        }
                        // The ledger calls a concern by its reference, which says nothing of it; who is shut out is not told even that.
                        let isLedger = caller == .auditor && route.name == "GET /ledger"
                        if !asked && !isLedger {
                            #expect(!answer.holds(hidden.reference), "\(call.path(route)) as \(caller.rawValue)")
                        }
                        pages += 1
                    }
                }
            }
            print("secrecy: \(pages) pages show nothing of a concern that is \(restricted ? "restricted" : "about its reader")")
            let named = try access.actor(.dutyManager)
            let queue = try await access.house.desk.queue(named, QueueFilter())
            #expect(queue.rows.map(\.reference) == [open.reference] && queue.total == 1)
            // Whoever may read finds it: the test would see it.
            let search = try #require(Routes.all.first { $0.name == "GET /search" })
            #expect(try await access.ask(.coordinator, search, RouteCall(query: "?q=\(Self.name)")).text.contains(hidden.reference))
        }
    }

    /// The page calls that lead to a concern, or to a part of it.
    private static func calls(_ route: Declaration, _ concern: Services.Receipt) -> [RouteCall] {
        switch route.pattern {
        case "/concerns/{reference}/{concern}/looks": [RouteCall(values: [concern.reference, concern.concern.description])]
        case let pattern where pattern.contains("{reference}") || pattern.contains("{case}"): [RouteCall(values: [concern.reference])]
        default: []
        }
    }

    /// Opened in an emergency, a restricted record is read for a time, and its owner is told.
    @Test func aRestrictedRecordIsOpenedWithAReasonAndItsOwnerIsTold() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            let receipt = try await scenes.restricted(scenes.report(Self.words, about: Self.name))
            let read = try #require(Routes.all.first { $0.name == "GET /concerns/{reference}" })
            let open = try #require(Routes.all.first { $0.name == "POST /concerns/{reference}/emergency" })
            let call = RouteCall(values: [receipt.reference])
            let refused = try await access.ask(.dutyManager, read, call)
            #expect(refused.status == 403 && refused.text.contains("emergency") && !refused.text.contains(Self.name))
            var reasoned = call
            #expect(try await access.ask(.dutyManager, open, reasoned).status == 422)
            reasoned.form = [("reason", "The child is missing now.")]
            #expect(try await access.ask(.dutyManager, open, reasoned).status == 303)
            #expect(try await access.ask(.dutyManager, read, call).text.contains(Self.name))
            let told = try await access.house.notices.mine(try access.actor(.coordinator)).rows
            #expect(told.contains { $0.kind == "emergency" && $0.concern == receipt.reference })
            access.test.clock.advance(hours: 9)
            #expect(try await access.ask(.dutyManager, read, call).status == 403)
        }
    }

    /// A restricted concern reaches the team that it is handed to: the team sees that something waits, and reads it once it has accepted.
    @Test func aRestrictedConcernCanBeHandedOver() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            let (receipt, handOver) = try await scenes.handedOver(scenes.report(Self.words, about: Self.name), restricted: true)
            let inbox = try #require(Routes.all.first { $0.name == "GET /hand-overs" })
            let accept = try #require(Routes.all.first { $0.name == "POST /hand-overs/{hand_over}/accept" })
            let read = try #require(Routes.all.first { $0.name == "GET /concerns/{reference}" })
            let waiting = try await access.ask(.investigator, inbox, RouteCall())
            #expect(waiting.text.contains(receipt.reference) && !waiting.text.contains(Self.name))
            #expect(try await access.ask(.investigator, read, RouteCall(values: [receipt.reference])).status == 403)
            #expect(try await access.ask(.investigator, accept, RouteCall(values: [handOver.description])).status == 303)
            #expect(try await access.ask(.investigator, read, RouteCall(values: [receipt.reference])).text.contains(Self.name))
            #expect(try await access.ask(.secondInvestigator, read, RouteCall(values: [receipt.reference])).status == 403)
        }
    }
}

extension RouteCall {
    /// The same call with nothing typed.
    fileprivate var emptied: RouteCall {
        var call = self
        call.form = []
        if !json.isEmpty { call.json = #"{"words":"x"}"# }
        return call
    }

    /// The same call for what is not there: other ids and references of the same shape.
    fileprivate func elsewhere(_ access: AccessHouse) -> RouteCall {
        var call = self
        call.values = values.map { value in
            if RecordID(value) != nil { return access.house.store.newID().description }
            return Reference(value) == nil ? value : Reference.random(access.house.store.random).description
        }
        let swapped = Dictionary(zip(values, call.values), uniquingKeysWith: { first, _ in first })
        call.form = form.map { name, value in (swapped.reduce(name) { $0.replacingOccurrences(of: $1.key, with: $1.value) }, value) }
        return call
    }
}
