// SPDX-License-Identifier: Apache-2.0

/// One question for candidates, put to one snapshot.
struct CandidateSearch {
    let walk: RowWalk
    let weights: Weights
    private(set) var query: PreparedRecord
    private var counts: [UInt64: Int] = [:]

    init(_ query: PreparedRecord, walk: RowWalk, weights: Weights) {
        self.query = query
        self.walk = walk
        self.weights = weights
    }

    /// The places of all rows that share a telling key with the query.
    mutating func places() -> [RowPlace] {
        let probes = Probes(query)
        var places: [RowPlace] = []
        let weakLimit = Int(weights.limit(.weakKeyRecords))
        let strongLimit = Int(weights.limit(.strongKeyRecords))
        for key in probes.strong { counts[key] = walk.rows(of: key, limit: strongLimit, into: &places) }
        let looseLimit = Int(weights.limit(.looseKeyRecords))
        for key in probes.loose { walk.rows(of: key, limit: looseLimit, into: &places) }
        for key in probes.weak { counts[key] = walk.rows(of: key, limit: weakLimit, into: &places) }
        places.sort()
        var kept = 0
        for index in places.indices where index == 0 || places[index] != places[kept - 1] {
            places[kept] = places[index]
            kept += 1
        }
        places.removeSubrange(kept...)
        return places
    }

    /// Learns how common the query's own names and values are among what the caller may see.
    mutating func weigh() {
        let people = Double(walk.snapshot.visiblePopulation(of: .person, walk.visibility))
        let span = weights.limit(.frequencyBits)
        let pseudo = weights.limit(.frequencyRecords)
        let typical = (given: weights.limit(.typicalGivenShare), family: weights.limit(.typicalFamilyShare))
        for word in query.words {
            let share = word.word.field == .familyName ? typical.family : typical.given
            func rarity(_ count: Int, _ share: Double) -> Double {
                let found = (Double(count) + pseudo * share) / (people + pseudo)
                return max(-span, min(span, binaryLogarithm(share / found)))
            }
            let hash = KeyHash.of(word.letters)
            word.rarity = rarity(walk.count(of: KeyHash.key(.nameToken, hash)), share)
            // three spellings to a sound, or so
            word.soundRarity = rarity(walk.count(of: KeyHash.key(.nameSound, word.sound.code)), share * 3)
        }
        query.bytes.withUnsafeBufferPointer { bytes in
            for (place, item) in query.items.enumerated() {
                let part = bytes.part(item)
                if let key = Probes.strongKey(item, part) {
                    query.standsOn[place] = counts[key] ?? 0
                } else if item.field == .address {
                    query.standsOn[place] = IndexKeys.address(part).compactMap { counts[$0] }.min() ?? 0
                }
            }
        }
    }
}
