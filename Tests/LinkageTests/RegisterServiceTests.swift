// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@testable import Linkage

/// A register that answers line by line.
struct RegisterServiceTests {
    private static func with(_ body: (RegisterService) throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let path = folder + "/r.csv"
            let lines = [
                "id,first_name,surname,dob,phone", "T1,Amira,Testwell,2010-03-14,07700 900123", "T2,Jordan,Sampleton,1985-11-27,",
                "T3,Amira,Testwel,2010-03-14,07700 900123",
            ]
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
            try body(RegisterService(paths: [path]))
        }
    }

    private static func ids(_ answer: String) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
        return (object?["candidates"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    @Test func aLineIsAnsweredWithExplainedCandidates() async throws {
        try await Self.with { (service: RegisterService) throws in
            #expect(service.count == 3)
            let answer = service.answer(#"{"first_name": "Amira", "surname": "Testwell", "dob": "14/03/2010"}"#)
            #expect(try Self.ids(answer) == ["T1", "T3"])
            let object = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
            let first = (object?["candidates"] as? [[String: Any]])?.first
            let terms = first?["terms"] as? [[String: Any]] ?? []
            let sum = terms.reduce(0) { $0 + ($1["bits"] as? Double ?? 0) }
            #expect(terms.count == 3 && abs(sum - (first?["weight"] as? Double ?? 0)) < 1e-9)
            #expect((object?["model"] as? String)?.isEmpty == false)
        }
    }

    @Test func recordsComeAndGo() async throws {
        try await Self.with { (service: RegisterService) throws in
            let question = #"{"find": {"first_name": "Siobhan", "surname": "Fabler", "dob": "2001-05-05"}}"#
            #expect(try Self.ids(service.answer(question)) == [])
            let added = service.answer(#"{"add": {"id": "T9", "first_name": "Siobhan", "surname": "Fabler", "dob": "2001-05-05"}}"#)
            #expect(added == #"{"added":"T9"}"#)
            #expect(try Self.ids(service.answer(question)) == ["T9"])
            #expect(service.answer(#"{"remove": "T9"}"#) == #"{"removed":true}"#)
            #expect(try Self.ids(service.answer(question)) == [])
        }
    }

    @Test(arguments: ["", "[1]", "{", #"{"nome": "x"}"#, #"{"add": {"first_name": "Amira"}}"#])
    func aFaultyLineIsAnsweredAndEndsNothing(_ line: String) async throws {
        try await Self.with { (service: RegisterService) throws in
            #expect(service.answer(line).contains("\"error\""))
            #expect(try Self.ids(service.answer(#"{"surname": "Sampleton", "first_name": "Jordan"}"#)) == ["T2"])
        }
    }
}
