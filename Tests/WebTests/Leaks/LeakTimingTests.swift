// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services
import TestSupport
import Testing

@testable import Web

/// How long an answer takes tells no more than its words: what is hidden and what is not there take the same time.
@Suite("Nothing leaks by time", .serialized) struct LeakTimingTests {
    /// So many requests of each sort, one of each in turn, so that whatever else the machine does falls on both.
    private static let rounds = 120

    @Test func aHiddenConcernTakesNoLongerThanNone() async throws {
        try await AccessHouse.with { access in
            let leaks = LeakHouse(access: access)
            try await leaks.seatOfficer()
            let open = try await leaks.openConcern()
            let watchers: [(Caller, Watcher.Kind)] = [
                (.coordinator, .shutOutPerson), (.socialWorker, .shutOutAgency), (.coordinatorSouth, .otherAgency),
            ]
            for (caller, _) in watchers { _ = try await access.session(caller) }
            let hidden = try await leaks.hide(beside: open)
            let read = try #require(Routes.all.first { $0.name == "GET /concerns/{reference}" })
            let search = try #require(Routes.all.first { $0.name == "GET /search" })
            for (caller, kind) in watchers {
                let pairs: [(String, (Bool) -> (Declaration, RouteCall))] = [
                    ("a concern", { (read, RouteCall(values: [$0 ? hidden.reference : access.house.unusedReference()])) }),
                    (
                        "a search by reference",
                        { (search, RouteCall(query: "?q=" + ($0 ? hidden.reference : access.house.unusedReference()))) }
                    ),
                    ("a search by a word", { (search, RouteCall(query: "?q=" + ($0 ? HiddenConcern.word : "parrotword"))) }),
                ]
                for (what, call) in pairs {
                    var times: (there: [Double], missing: [Double]) = ([], [])
                    for round in 0..<(2 * Self.rounds) {
                        let isThere = round.isMultiple(of: 2)
                        let (route, request) = call(isThere)
                        let start = ContinuousClock.now
                        _ = try await access.ask(caller, route, request)
                        let took = Double((ContinuousClock.now - start).components.attoseconds) / 1e15
                        // The first few warm up caches.
                        guard round >= 20 else { continue }
                        if isThere { times.there.append(took) } else { times.missing.append(took) }
                    }
                    let (there, missing) = (Self.median(times.there), Self.median(times.missing))
                    // Generous: a page of a concern takes several times as long to read and write.
                    let bound = 1.5 + 0.5 * max(there, missing)
                    #expect(abs(there - missing) < bound, "\(kind.rawValue), \(what): \(there) ms, where there is none \(missing) ms")
                    print("leak suite, time, \(kind.rawValue), \(what): \(there.formatted()) ms and \(missing.formatted()) ms")
                }
            }
        }
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
