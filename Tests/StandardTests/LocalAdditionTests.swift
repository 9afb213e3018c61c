// SPDX-License-Identifier: Apache-2.0

import Foundation
import Standard
import Testing

@Suite("A question, a limit and a route are added without compiling")
struct LocalAdditionTests {
    static let local = """
        lists:
          hotel_sign:
            title: What hotel staff noticed
            source: local_agreement
            verified: false
            owner: Licensing
            codes:
              - {code: cash, label: Paid in cash at the door}
        questions:
          - {id: local.hotel, pages: [place], text: What did hotel staff notice?, kind: choices, list: hotel_sign, stored: clear_code, asked_of: [professional]}
        limits:
          - id: hotel_visit
            clock: hotel_visit
            what: Licensing visits the hotel
            starts: concern_received
            hard: {amount: 2, unit: working_days}
            pauses_out_of_hours: true
            applies: {settings: [hotel_or_short_let]}
            source: local_agreement
            verified: false
            owner: Licensing
        routes:
          - id: hotel_to_licensing
            sentence: Whatever happens in a hotel goes to the intelligence unit of the area.
            when: {settings: [hotel_or_short_let]}
            to: [{team: intelligence_unit, area: happened, as: must_receive}]
        """

    @Test("One small file more in the folder is all")
    func added() throws {
        let standard = try Shipped.withCopy { folder in
            try Self.local.write(to: folder.appending(path: "local.yaml"), atomically: true, encoding: .utf8)
            return try StandardLoader.load(folder)
        }
        #expect(standard.questions(on: "place", of: .professional).map(\.id).contains("local.hotel"))
        #expect(!standard.questions(on: "place", of: .public).map(\.id).contains("local.hotel"))
        #expect(standard.questions(of: .place).map(\.id).contains("local.hotel"))
        var facts = ConditionFacts()
        facts.settings = ["hotel_or_short_let"]
        facts.known = [.happened]
        facts.ageGroups = [.child]
        #expect(standard.limit(for: "hotel_visit", facts: facts)?.hard == Period(amount: 2, unit: .workingDays))
        #expect(standard.limits(startingAt: "concern_received", facts: facts).map(\.id).contains("hotel_visit"))
        #expect(standard.targets(for: facts).contains { $0.team == "intelligence_unit" && $0.place == .happened })
    }

    @Test("A changed limit changes what counts")
    func changed() throws {
        let standard = try Shipped.withCopy { folder in
            try Shipped.replace(
                "    hard: {amount: 45, unit: working_days}", with: "    hard: {amount: 35, unit: working_days}",
                in: folder.appending(path: "limits.yaml"))
            return try StandardLoader.load(folder)
        }
        #expect(standard.limit("assessment")?.hard?.description == "35 working days")
    }
}
