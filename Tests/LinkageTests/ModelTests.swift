// SPDX-License-Identifier: Apache-2.0
import Linkage
import Testing

struct ModelTests {
    @Test func theModelComesBackFromItsJSON() throws {
        #expect(try LinkageModel(json: LinkageModel.standard.json) == .standard)
    }

    @Test func everyNumberHasASource() {
        #expect(LinkageModel.standard.weights.allSatisfy { !$0.source.isEmpty && Field(named: $0.field) != nil })
        #expect(LinkageModel.standard.limits.allSatisfy { !$0.source.isEmpty })
        #expect(Set(LinkageModel.standard.limits.map(\.name)) == Set(LinkageModel.LimitName.allCases))
    }

    @Test(arguments: [
        #"{"#, #"{"name":"a","version":1,"weights":[]}"#,
        #"{"name":"a","version":1,"limits":[],"weights":[{"subject":"person","field":"shoe","level":"exact","bits":1,"source":"x"}]}"#,
        #"{"name":"a","version":1,"limits":[],"weights":[{"subject":"person","field":"phone","level":"exact","bits":99,"source":"x"}]}"#,
        #"{"name":"a","version":1,"limits":[],"weights":[{"subject":"person","field":"phone","level":"exact","bits":1,"source":""}]}"#,
        #"{"name":"a","version":1,"limits":[],"weights":[{"subject":"person","field":"phone","level":"best","bits":1,"source":"x"}]}"#,
    ]) func aBadModelIsRefusedWithAReason(_ text: String) {
        #expect(throws: IndexError.self) { try LinkageModel(json: Array(text.utf8)) }
    }

    @Test func aModelOfOnesOwnIsUsed() throws {
        var model = LinkageModel.standard
        model.weights = model.weights.map { weight in
            var weight = weight
            if weight.field == "dateOfBirth", weight.level == .exact { weight.bits = 20 }
            return weight
        }
        let index = MatchIndex(model: model)
        let record = Sample.record(1, .givenNames("Amira"), .familyName("Testwell"), Sample.born(2010, 3, 14))
        index.upsert([record], position: 1)
        var asked = record
        asked.id = Sample.key(2)
        let found = try #require(Sample.candidates(index, asked).first)
        #expect(found.contributions.first { $0.field == .dateOfBirth }?.bits == 20)
    }

    @Test func keysKeepTheirBytes() {
        let bytes = (0..<16).map { UInt8($0 * 16 + 3) }
        #expect(RecordKey(bytes: bytes)?.bytes == bytes)
        #expect(RecordKey(bytes: bytes.dropLast()) == nil)
        #expect(RecordKey(bytes: bytes + [1]) == nil)
    }
}
