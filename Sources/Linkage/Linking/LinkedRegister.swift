// SPDX-License-Identifier: Apache-2.0

/// What linking found.
public struct LinkedRegister: Sendable {
    let register: Register
    let prepared: PreparedRegister
    /// The model that scored the pairs.
    public let model: PairModel
    let tables: ClassTables
    let pairs: [ScoredPair]
    let groups: [UInt32]
    /// What each rule made.
    public let counts: [BlockingCount]

    /// How many clusters, those of one record included.
    public var clusterCount: Int { groups.enumerated().count { $0.offset == Int($0.element) } }

    /// How many records the largest cluster has.
    public var largestCluster: Int {
        var sizes = [Int](repeating: 0, count: prepared.count)
        for (unit, group) in groups.enumerated() { sizes[Int(group)] += prepared.units.size(unit) }
        return sizes.max() ?? 0
    }

    /// Pairs in three answers at two probabilities: linked, for a person to look at, not linked.
    public func answers(review: Double = 0.05, link: Double = 0.95) -> (link: Int, review: Int) {
        (pairs.count { $0.probability >= link }, pairs.count { $0.probability >= review && $0.probability < link })
    }

    /// What speaks for and against two records being of one person; nil when there is no such record.
    public func explain(_ left: String, _ right: String) -> PairExplanation? {
        guard let one = register.record(withID: left), let two = register.record(withID: right) else { return nil }
        return PairExplanation(left: left, right: right, pattern: pattern(one, two), tables)
    }

    private func pattern(_ left: Int, _ right: Int) -> UInt64 {
        register.rows.withUnsafeBufferPointer { rows in
            rows.baseAddress.map {
                PairComparer(register: prepared).pattern($0 + left * RowLayout.width, $0 + right * RowLayout.width)
            } ?? 0
        }
    }

    /// The pattern of a unit beside itself: what its records show that are equal in every column.
    func ownPattern(_ unit: Int) -> UInt64 {
        prepared.rows.withUnsafeBufferPointer { rows in
            rows.baseAddress.map {
                PairComparer(register: prepared).pattern($0 + unit * RowLayout.width, $0 + unit * RowLayout.width)
            } ?? 0
        }
    }

    func members(_ unit: UInt32) -> ArraySlice<UInt32> {
        prepared.units.members[Int(prepared.units.starts[Int(unit)])..<Int(prepared.units.starts[Int(unit) + 1])]
    }

    func idBytes(_ record: Int) -> ArraySlice<UInt8> {
        register.idBytes[Int(register.idEnds[record])..<Int(register.idEnds[record + 1])]
    }
}
