// SPDX-License-Identifier: Apache-2.0

@testable import Ledger

/// A seeded generator, so that a failing run can be repeated.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }

    mutating func hash() -> LedgerHash { MerkleTree.leafHash(bytes(8)) }

    mutating func text() -> String {
        let pool = Array("abc-09\"\\/\n\t\u{0}\u{7f}\u{1b} é\u{2028}\u{1F600}")
        return String((0..<Int.random(in: 0...8, using: &self)).map { _ in pool[Int.random(in: 0..<pool.count, using: &self)] })
    }

    mutating func entry() -> LedgerEntry {
        LedgerEntry(
            act: .init(rawValue: text()), at: Int64.random(in: .min ... .max, using: &self), actor: text(), agency: text(), role: text(),
            purpose: text(), outcome: text(),
            objects: (0..<Int.random(in: 0...3, using: &self)).map { _ in
                ObjectRef(kind: text(), id: text(), digest: Bool.random(using: &self) ? hash() : nil)
            },
            codes: Dictionary(
                (0..<Int.random(in: 0...3, using: &self)).map { _ in (text(), text()) }, uniquingKeysWith: { first, _ in first }))
    }
}
