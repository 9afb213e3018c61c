// SPDX-License-Identifier: Apache-2.0

/// What can be computed of the hidden counts of one table by somebody who knows every count that is shown, exactly, and all sums of columns.
///
/// A table is a network: each count flows from its column to its row, each row's sum from the row to a common end, and what flows into a row
/// flows out of it. A hidden count can have any value to which the hidden ones around it can make room; that is a flow through them.
struct CellFlow {
    /// One count or one row's sum.
    struct Edge {
        let from: Int
        let to: Int
        let value: Int
        /// What hiding it costs.
        let cost: Int
        var isHidden = false
    }

    private(set) var edges: [Edge] = []
    let rows: Int
    let columns: Int
    private static let endless = 1 << 40

    init(_ counts: [[Int]]) {
        rows = counts.count
        columns = counts.first?.count ?? 0
        for (row, cells) in counts.enumerated() {
            for (column, value) in cells.enumerated() {
                // A zero names nobody and is the last to be hidden: it is worth more to a reader than a number.
                edges.append(Edge(from: rows + column, to: row, value: value, cost: value == 0 ? 1_000_000 : value))
            }
        }
        for (row, cells) in counts.enumerated() {
            let sum = cells.reduce(0, +)
            edges.append(Edge(from: row, to: rows + columns, value: sum, cost: 10_000 + sum))
        }
    }

    /// The place of a count among the edges.
    func cell(_ row: Int, _ column: Int) -> Int { row * columns + column }
    /// The place of a row's sum.
    func sum(_ row: Int) -> Int { rows * columns + row }

    /// The counts and sums from 1 to a limit.
    func small(upTo limit: Int) -> [Int] { edges.indices.filter { (1...limit).contains(edges[$0].value) } }

    mutating func hide(_ edge: Int) { edges[edge].isHidden = true }

    /// The largest value above its own, up to `enough`, that a hidden count may have for all that can be known.
    func largest(_ edge: Int, enough: Int) -> Int {
        var copy = self
        return copy.push(edge, to: enough, mayHide: false)
    }

    /// Hides more until this hidden count may be as large as `enough`; false where there is not enough to hide behind.
    mutating func cover(_ edge: Int, to enough: Int) -> Bool { push(edge, to: enough, mayHide: true) >= enough }

    private mutating func push(_ edge: Int, to enough: Int, mayHide: Bool) -> Int {
        var change = [Int](repeating: 0, count: edges.count)
        var value = edges[edge].value
        while value < enough {
            guard let path = path(from: edges[edge].to, to: edges[edge].from, without: edge, change, mayHide: mayHide) else { break }
            let free = path.map { room($0.edge, forward: $0.forward, change) }.min() ?? 0
            let amount = min(free, enough - value)
            for step in path {
                edges[step.edge].isHidden = true
                change[step.edge] += step.forward ? amount : -amount
            }
            value += amount
        }
        return value
    }

    /// By how much a count can grow, or shrink. Whoever reads knows that a hidden count is hardly ever 0: it never shrinks below 1.
    private func room(_ edge: Int, forward: Bool, _ change: [Int]) -> Int {
        forward ? Self.endless : edges[edge].value + change[edge] - min(edges[edge].value, 1)
    }

    private struct Step {
        let edge: Int
        let forward: Bool
    }

    /// The cheapest way through hidden counts, or, where more may be hidden, through what is shown as well.
    private func path(from start: Int, to end: Int, without own: Int, _ change: [Int], mayHide: Bool) -> [Step]? {
        var costs = [Int](repeating: Self.endless, count: rows + columns + 1)
        var steps = [Step?](repeating: nil, count: costs.count)
        costs[start] = 0
        var isSettled = false
        while !isSettled {
            isSettled = true
            for (place, edge) in edges.enumerated() where place != own && (edge.isHidden || mayHide) {
                let cost = edge.isHidden ? 0 : edge.cost
                for forward in [true, false] {
                    let (from, to) = forward ? (edge.from, edge.to) : (edge.to, edge.from)
                    guard costs[from] < Self.endless, room(place, forward: forward, change) > 0, costs[from] + cost < costs[to] else {
                        continue
                    }
                    costs[to] = costs[from] + cost
                    steps[to] = Step(edge: place, forward: forward)
                    isSettled = false
                }
            }
        }
        guard costs[end] < Self.endless else { return nil }
        var path: [Step] = []
        var node = end
        while node != start, let step = steps[node] {
            path.append(step)
            node = step.forward ? edges[step.edge].from : edges[step.edge].to
        }
        return path
    }
}
