// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@testable import Linkage

/// Training that goes on with labels.
struct LabelledPairsTests {
    private static func labels(_ text: String) async throws -> LabelledPairs {
        try await TemporaryFolder.with { folder in
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/l.csv"))
            return try LabelledPairs(PlainTable(path: folder + "/l.csv"))
        }
    }

    @Test func labelsMoveTheModelTheWayTheySay() async throws {
        let linked = try TownRegister.linked.get()
        // a doubtful pattern called one person two hundred times, and two people two hundred times
        let doubtful = try #require(linked.pairs.min { abs($0.probability - 0.5) < abs($1.probability - 0.5) })
        let ids = [doubtful.left, doubtful.right].compactMap { linked.members($0).first.map { linked.register.id(Int($0)) } }
        func taught(_ answer: String) async throws -> PairModel {
            let rows = Array(repeating: "\(ids[0]),\(ids[1]),\(answer)", count: 200)
            return try linked.model.taught(await Self.labels((["id_l,id_r,is_match"] + rows).joined(separator: "\n")), of: linked.register)
        }
        let (yes, no) = (try await taught("yes"), try await taught("0"))
        #expect(yes.tables.probability(doubtful.pattern) > no.tables.probability(doubtful.pattern))
        #expect(yes.levels.allSatisfy { $0.source.contains("then 200 labelled pairs of one person and 0 of two") })
        #expect(no.kinds == linked.model.kinds)
        #expect(try PairModel(json: yes.json) == yes)
        // labels move shares between levels and add none
        for feature in PairFeature.allCases {
            for group in LevelShares.groups(of: feature) {
                for kind in yes.kinds.indices {
                    func sum(_ model: PairModel) -> Double {
                        model.levels.filter { $0.feature == feature && group.contains(feature.base + $0.level) }
                            .reduce(0) { $0 + $1.probabilities[kind] }
                    }
                    let before = sum(linked.model)
                    if abs(before - 1) < 1e-6 { #expect(abs(sum(yes) - 1) < 1e-6) }
                }
            }
        }
    }

    @Test func wholeGroupsTeachTheSharesToo() async throws {
        let linked = try TownRegister.linked.get()
        let rows = TownRegister.small.truth.map { "\($0.key),\($0.value)" }.sorted()
        let taught = try linked.model.taught(await Self.labels((["id,cluster"] + rows).joined(separator: "\n")), of: linked.register)
        #expect(taught.kinds != linked.model.kinds)
        #expect(abs(taught.kinds.reduce(0) { $0 + $1.share } - 1) < 1e-3)
        #expect(taught.kinds.allSatisfy { $0.source.contains("labelled") })
    }

    @Test func labelsThatAreNoneAreRefused() async throws {
        await #expect(throws: RegisterError.self) { try await Self.labels("a,b\n1,2") }
        await #expect(throws: RegisterError.self) { try await Self.labels("id_l,id_r,is_match\n1,2,perhaps") }
        let strangers = try await Self.labels("id_l,id_r,is_match\nX1,X2,yes")
        let linked = try TownRegister.linked.get()
        #expect(throws: RegisterError.self) { try linked.model.taught(strangers, of: linked.register) }
    }
}
