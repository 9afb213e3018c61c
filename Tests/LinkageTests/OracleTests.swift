// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// The index against brute force over all pairs: keys may miss little of what scoring would offer.
struct OracleTests {
    @Test(arguments: [101, 102] as [UInt64]) func theIndexFindsWhatBruteForceOffers(_ seed: UInt64) {
        let records = Population(people: 140, seed: seed).records
        let index = MatchIndex()
        index.upsert(records, position: 1)
        let snapshot = index.snapshot
        var offered = 0
        var found = 0
        for record in records {
            let walk = RowWalk(snapshot: snapshot, visibility: Visibility { _ in true })
            var search = CandidateSearch(PreparedRecord(record, variants: index.variants), walk: walk, weights: index.weights)
            _ = search.places()
            search.weigh()
            var judge = CandidateJudge(search)
            let answer = Set(Sample.candidates(index, record, limit: .max).filter { $0.relation == .samePerson }.map(\.id))
            for state in snapshot.segments {
                for row in 0..<state.segment.rowCount where state.segment.id(row) != record.id {
                    guard let candidate = judge.candidate(state.segment, row), candidate.relation == .samePerson else { continue }
                    offered += 1
                    if answer.contains(candidate.id) { found += 1 }
                }
            }
        }
        #expect(offered > 150)
        #expect(Double(found) >= 0.97 * Double(offered), "\(found) of \(offered)")
    }
}
