// SPDX-License-Identifier: Apache-2.0

/// Turns a comparison into an offer, or into none.
struct CandidateJudge {
    private var comparison: Comparison
    private let people: Double
    private let things: Double
    private let offerPerson: Double
    private let offerThing: Double

    init(_ search: CandidateSearch) {
        comparison = Comparison(query: search.query, weights: search.weights)
        let smallest = search.weights.limit(.smallestPopulation)
        func prior(_ kind: RecordKind) -> Double {
            let count = search.walk.snapshot.visiblePopulation(of: kind, search.walk.visibility)
            return -binaryLogarithm(max(Double(count), smallest))
        }
        people = prior(.person)
        things = prior(search.query.kind)
        offerPerson = search.weights.limit(.offerPersonBits)
        offerThing = search.weights.limit(.offerThingBits)
    }

    /// The candidate at a row, if it is worth offering.
    mutating func candidate(_ segment: Segment, _ row: Int) -> Candidate? {
        let bytes = segment.value(row)
        let kind = RecordKind(rawValue: segment.kinds[row])
        func candidate(_ relation: Relation, _ reason: HouseholdReason?, _ bits: Double) -> Candidate {
            Candidate(
                id: segment.id(row), group: segment.group(row), kind: kind, relation: relation, reason: reason, weight: comparison.weight,
                probability: probability(ofBits: bits), contributions: comparison.lines)
        }
        if kind == .person, comparison.query.kind == .person {
            comparison.comparePeople(bytes)
            let reason = HouseholdGuard.verdict(comparison.findings, generationYears: comparison.limits.generationYears)
            let odds = comparison.weight + people
            if reason == nil, odds >= offerPerson { return candidate(.samePerson, nil, odds) }
            let shared = sharedWeight + people
            if reason != nil || HouseholdGuard.isHousehold(comparison.findings), shared >= offerThing {
                return candidate(.sameHousehold, reason, shared)
            }
            // two people share a thing only if one of its fields agreed just now
            if !comparison.lines.contains(where: { $0.level == .exact && Comparison.own.contains($0.field) }) { return nil }
        }
        comparison.compareThings(bytes, kind: kind)
        let odds = comparison.weight + things
        return odds >= offerThing && comparison.lines.contains { $0.bits > 0 } ? candidate(.sameThing, nil, odds) : nil
    }

    /// What speaks for one household: family name, place and lines, and a birthday shared by twins.
    private var sharedWeight: Double {
        comparison.lines.reduce(0) { sum, line in
            switch line.field {
            case .familyName, .postcode, .address, .phone: sum + max(0, undamped(line))
            case .dateOfBirth: sum + max(0, line.level == .exact ? line.bits : 0)
            default: sum
            }
        }
    }

    /// A family name is damped because the place already says household; for the household itself it counts whole.
    private func undamped(_ line: Contribution) -> Double {
        line.field == .familyName && line.damping == .household ? line.bits / max(0.1, comparison.limits.householdShare) : line.bits
    }

    /// Best first, without ties.
    static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        let ranks = (rank(left.relation), rank(right.relation))
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        return left.weight != right.weight ? left.weight > right.weight : left.id < right.id
    }

    private static func rank(_ relation: Relation) -> Int {
        switch relation {
        case .samePerson: 0
        case .sameThing: 1
        case .sameHousehold: 2
        }
    }
}
