// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import TestSupport
import Testing

@testable import Web

/// A role works alone: nobody needs a second one to do what the first is for.
@Suite("One role alone") struct RouteRoleTests {
    private func text(_ access: AccessHouse, _ caller: Caller, _ route: String, _ call: RouteCall) async throws -> String {
        let route = try #require(Routes.all.first { $0.name == route })
        let answer = try await access.ask(caller, route, call)
        #expect(answer.status == 200, "\(route.name) as \(caller.rawValue)")
        return answer.text
    }

    /// Finds a concern, opens it, and reads who reported it: which the desk, with all it may do, does not.
    @Test func ofWhoHandlesSources() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            var report = scenes.report(about: "Quillfeather")
            report.source[QuestionID.sourceName] = .value("Ash Harcourt")
            let receipt = try await scenes.concern(by: .officer, report)
            try await access.work.catchUp()
            let found = try await text(access, .sourceHandler, "GET /search", RouteCall(query: "?q=Quillfeather"))
            #expect(found.contains(receipt.reference))
            let call = RouteCall(values: [receipt.reference])
            #expect(try await text(access, .sourceHandler, "GET /concerns/{reference}", call).contains("Ash Harcourt"))
            #expect(try await !text(access, .coordinator, "GET /concerns/{reference}", call).contains("Ash Harcourt"))
        }
    }

    /// Whoever runs, leads or audits the system reports like everybody, reads what came of it, and nobody else's report.
    @Test(arguments: [Caller.leader, .auditor, .administrator]) func reportsAndHearsWhatCameOfIt(_ caller: Caller) async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            let (mine, other) = (try await scenes.concern(by: caller), try await scenes.concern(by: .officer))
            try await access.house.feedback.reply(
                try access.actor(.coordinator), mine.concern, chosen: nil, words: "Thank you. It is being acted on.")
            let page = try await text(access, caller, "GET /my-reports/{reference}", RouteCall(values: [mine.reference]))
            #expect(page.contains("It is being acted on."))
            let own = try #require(Routes.all.first { $0.name == "GET /my-reports/{reference}" })
            #expect(try await access.ask(caller, own, RouteCall(values: [other.reference])).status == 404)
        }
    }
}
