// SPDX-License-Identifier: Apache-2.0

/// Brings the finds of all terms together: the groups that answer most terms, and in them the records, best first.
struct SearchRanking {
    private struct Hit {
        var score = 0.0
        var matches: [SearchMatch] = []
    }

    private var hits: [RowPlace: Hit] = [:]
    private var answered: [RecordKey: UInt64] = [:]
    private let snapshot: Snapshot
    private let population: Double

    init(_ snapshot: Snapshot, population: Int) {
        self.snapshot = snapshot
        self.population = Double(max(population, 1))
    }

    /// How much a level is worth beside an exact find.
    static func quality(_ level: Level) -> Double {
        switch level {
        case .exact: 1
        case .variant, .close, .partial: 0.75
        case .sound: 0.6
        default: 0.4
        }
    }

    private func group(_ place: RowPlace) -> RecordKey { snapshot.segments[place.segment].segment.group(place.row) }

    /// Takes in what a term found.
    mutating func add(_ found: TermSearch.Found, term: Int) {
        let rarity = binaryLogarithm(1 + population / Double(max(1, found.matches.count)))
        for (place, match) in found.matches {
            let group = group(place)
            answered[group, default: 0] |= 1 << UInt64(term)
            hits[place, default: Hit()].score += rarity * Self.quality(match.level)
            hits[place, default: Hit()].matches.append(SearchMatch(term: term, field: match.field, level: match.level))
        }
    }

    /// The best hits and how many there are in all.
    func ranked(limit: Int) -> (hits: [SearchHit], total: Int) {
        let most = answered.values.reduce(0) { max($0, $1.nonzeroBitCount) }
        var kept: [SearchHit] = []
        for (place, hit) in hits {
            let group = group(place)
            let terms = answered[group, default: 0].nonzeroBitCount
            if terms < most { continue }
            let segment = snapshot.segments[place.segment].segment
            kept.append(
                SearchHit(
                    id: segment.id(place.row), group: group, kind: RecordKind(rawValue: segment.kinds[place.row]), score: hit.score,
                    termsInGroup: terms, matches: hit.matches))
        }
        kept.sort { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
        return (Array(kept.prefix(max(0, limit))), kept.count)
    }
}
