// SPDX-License-Identifier: Apache-2.0
import Foundation
import Standard
import TestSupport
import Testing

@testable import Exchange

/// A partner's mapping: its own mistakes are told once, by name, before a row is read.
struct ConcernMappingTests {
    private func mapping(_ column: String, reference: String = "Ref") throws -> ConcernMapping {
        try ConcernMapping(json: Array("{\"reference\": \"\(reference)\", \"columns\": [\(column)]}".utf8))
    }

    private func standard() throws -> Standard { try #require(TestStandards.library().version(TestStandards.current)) }

    @Test(arguments: ["", "[]", "{}", "{\"reference\": 1, \"columns\": []}", "{\"reference\": \"a\"}", "not JSON"])
    func whatIsNoMapping(text: String) {
        #expect(throws: MappingFault.notAMapping) { try ConcernMapping(json: Array(text.utf8)) }
    }

    @Test(arguments: ["concern", "person/person.age", "victim/person.age", "/person.age", "", "subject person.age"])
    func whatIsNoPartOfAReport(to: String) {
        #expect(throws: MappingFault.unknownPart(to)) { try mapping("{\"column\": \"A\", \"to\": \"\(to)\"}") }
    }

    @Test(arguments: [
        ("subject/person.given_names", true), ("suspect.2/person.description", true), ("household/person.relationship", true),
        ("other/person.family_name", true), ("statement.3/statement.text", true), ("concern/crime", true), ("source/source.name", true),
        ("place/place.postcode", true), ("absence/absence.from", true), ("subject/person.given_nmes", false),
        ("concern/statement.text", false),
        ("household/person.description", false), ("phone/place.postcode", false),
    ])
    func aQuestionIsOneOfItsPart(to: String, isKnown: Bool) throws {
        let mapping = try mapping("{\"column\": \"A\", \"to\": \"\(to)\"}")
        if isKnown {
            try mapping.check(standard())
        } else {
            #expect(throws: MappingFault.unknownQuestion(to)) { try mapping.check(standard()) }
        }
    }

    @Test func codesAndReasonsAreThoseOfTheStandard() throws {
        let code = try mapping("{\"column\": \"A\", \"to\": \"concern/crime\", \"codes\": {\"x\": \"child_abuse\", \"y\": \"something\"}}")
        #expect(throws: MappingFault.unknownCode(column: "A", code: "something")) { try code.check(standard()) }
        let reason = try mapping("{\"column\": \"B\", \"to\": \"subject/person.age\", \"absent\": {\"-\": \"unknown\"}}")
        #expect(throws: MappingFault.unknownCode(column: "B", code: "unknown")) { try reason.check(standard()) }
    }

    @Test func theExampleInTheDocumentsFitsTheStandard() throws {
        let example = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/examples/school-form.mapping.json")
        let mapping = try ConcernMapping(json: Array(Data(contentsOf: example.standardized)))
        #expect(mapping.standard == TestStandards.current.rawValue && mapping.columns.count > 15)
        try mapping.check(standard())
    }

    @Test func everyFaultSaysWhatToMend() {
        let faults: [MappingFault] = [
            .notAMapping, .unknownPart("a"), .missingColumn("a"), .unknownQuestion("a"), .unknownCode(column: "a", code: "b"),
            .unknownStandard("a"),
        ]
        #expect(Set(faults.map(\.description)).count == faults.count)
        #expect(faults.allSatisfy { $0.description.hasPrefix("The ") && $0.description.hasSuffix(".") })
    }
}
