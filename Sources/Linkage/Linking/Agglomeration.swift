// SPDX-License-Identifier: Apache-2.0

/// Joins the groups of one component, the best pair of groups first, by the mean evidence of all pairs across.
struct Agglomeration {
    private let maker: ClusterMaker
    private var members: [[UInt32]]
    /// For each group, the sum of the evidence towards its neighbours.
    private var sums: [[Int: Double]]
    private var heap = CandidateHeap()
    private var versions: [Int]

    init(_ units: [UInt32], _ pairs: [ScoredPair], _ maker: ClusterMaker) {
        self.maker = maker
        members = units.map { [$0] }
        sums = [[Int: Double]](repeating: [:], count: units.count)
        versions = [Int](repeating: 0, count: units.count)
        var places: [UInt32: Int] = [:]
        for (place, unit) in units.enumerated() { places[unit] = place }
        for pair in pairs {
            guard let left = places[pair.left], let right = places[pair.right] else { continue }
            let evidence = maker.evidence(pair.probability)
            sums[left][right] = evidence
            sums[right][left] = evidence
        }
        for left in sums.indices { for right in sums[left].keys.sorted() where right > left { offer(left, right) } }
    }

    /// Units and the first unit of their group.
    var result: [(UInt32, UInt32)] {
        members.flatMap { group in
            let first = group.min() ?? 0
            return group.map { ($0, first) }
        }
    }

    mutating func run() {
        while let best = heap.pop() {
            guard versions[best.left] == best.leftVersion, versions[best.right] == best.rightVersion else { continue }
            merge(best.left, best.right)
        }
    }

    private func mean(_ left: Int, _ right: Int) -> Double {
        (sums[left][right] ?? 0) / Double(members[left].count * members[right].count)
    }

    private mutating func offer(_ left: Int, _ right: Int) {
        let mean = mean(left, right)
        if mean > maker.rules.threshold {
            heap.push(
                .init(
                    evidence: mean, left: left, right: right, leftVersion: versions[left], rightVersion: versions[right],
                    first: members[left][0], second: members[right][0]))
        }
    }

    private mutating func merge(_ left: Int, _ right: Int) {
        let neighbours = Set(sums[left].keys).union(sums[right].keys).subtracting([left, right]).sorted()
        for other in neighbours {
            let one = sums[left][other] ?? direct(left, other)
            let two = sums[right][other] ?? direct(right, other)
            sums[left][other] = one + two
            sums[other][left] = one + two
            sums[other][right] = nil
        }
        sums[left][right] = nil
        sums[right] = [:]
        members[left] = (members[left] + members[right]).sorted()
        members[right] = []
        versions[left] += 1
        versions[right] += 1
        for other in neighbours { left < other ? offer(left, other) : offer(other, left) }
    }

    /// Evidence of all pairs across two groups that no rule brought together.
    private func direct(_ left: Int, _ right: Int) -> Double {
        var sum = 0.0
        for one in members[left] { for two in members[right] { sum += maker.evidence(between: one, two) } }
        return sum
    }
}
