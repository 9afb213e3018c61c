// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Walks all pairs of a plan, each once: a pair belongs to the first rule under which both units have the same key.
struct PairWalk: Sendable {
    let plan: BlockingPlan
    let register: PreparedRegister

    /// Work of about the same size, cut the same way whatever the number of threads.
    struct Piece: Sendable {
        let rule: Int
        let blocks: Range<Int>
    }

    /// The plan in pieces of about `pairs` pairs.
    func pieces(pairs: Int = 1_000_000) -> [Piece] {
        var pieces: [Piece] = []
        for (rule, blocks) in plan.blocks.enumerated() {
            var start = 0
            var sum = 0
            for (place, block) in blocks.enumerated() {
                sum += Int(block.count) * Int(block.count - 1) / 2
                if sum >= pairs || place == blocks.count - 1 {
                    pieces.append(Piece(rule: rule, blocks: start..<place + 1))
                    start = place + 1
                    sum = 0
                }
            }
        }
        return pieces
    }

    /// Hands every pair of a piece to `body`: the two units, their rows.
    func walk(
        _ piece: Piece, every: UInt64, _ body: (UInt32, UInt32, UnsafePointer<UInt32>, UnsafePointer<UInt32>) -> Void
    ) {
        let members = plan.members[piece.rule]
        let blocks = plan.blocks[piece.rule][piece.blocks]
        let joins = register.units.isJoin
        let largest = blocks.reduce(0) { max($0, Int($1.count)) }
        let (lanes, width) = (BlockingPlan.lanes, RowLayout.width)
        // the keys and rows of a block are brought together first: each is then met many times near by, not far away
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: largest * (lanes + width) + 1) { near in
            guard let nearKeys = near.baseAddress else { return }
            let nearRows = nearKeys + largest * lanes
            let laneMask = Self.earlier(than: piece.rule)
            for block in blocks {
                let units = members[Int(block.start)..<Int(block.start + block.count)]
                gather(units, nearKeys, nearRows)
                let first = units.startIndex
                for left in 0..<units.count {
                    let one = units[first + left]
                    if every > 1, KeyHash.mix(UInt64(one) &+ 0xacce55) % every != 0 { continue }
                    let leftKeys = UnsafeRawPointer(nearKeys + left * lanes).loadUnaligned(as: SIMD16<UInt32>.self)
                    let leftRow = UnsafePointer(nearRows + left * width)
                    for right in left + 1..<units.count {
                        let rightKeys = UnsafeRawPointer(nearKeys + right * lanes).loadUnaligned(as: SIMD16<UInt32>.self)
                        if ((leftKeys ^ rightKeys) | laneMask).min() == 0 { continue }
                        let rightRow = UnsafePointer(nearRows + right * width)
                        if joins, leftRow[RowLayout.side] == rightRow[RowLayout.side] { continue }
                        body(one, units[first + right], leftRow, rightRow)
                    }
                }
            }
        }
    }

    /// Copies the keys and rows of units to where they stand one after the other.
    private func gather(_ units: ArraySlice<UInt32>, _ nearKeys: UnsafeMutablePointer<UInt32>, _ nearRows: UnsafeMutablePointer<UInt32>) {
        plan.keys.withUnsafeBufferPointer { keys in
            register.rows.withUnsafeBufferPointer { rows in
                guard let key = keys.baseAddress, let row = rows.baseAddress else { return }
                for (place, unit) in units.enumerated() {
                    (nearKeys + place * BlockingPlan.lanes).update(from: key + Int(unit) * BlockingPlan.lanes, count: BlockingPlan.lanes)
                    (nearRows + place * RowLayout.width).update(from: row + Int(unit) * RowLayout.width, count: RowLayout.width)
                }
            }
        }
    }

    /// All bits set in the lanes from a rule on, so that only earlier ones count.
    private static func earlier(than rule: Int) -> SIMD16<UInt32> {
        var mask = SIMD16<UInt32>.zero
        for lane in rule..<BlockingPlan.lanes { mask[lane] = .max }
        return mask
    }
}

/// Work shared out to threads. Each piece is done once, by whichever thread comes first; its result stands at its own place.
enum Threads {
    /// Runs `body` for every index on at most `threads` threads and gives the results in order.
    static func map<Result: Sendable>(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        if threads <= 1 || count < 2 { return (0..<count).map(body) }
        let results = ResultBox<Result>(count)
        let next = Counter()
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while let index = next.take(below: count) { results.put(body(index), at: index) }
        }
        return results.all
    }
}
