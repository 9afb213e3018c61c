// SPDX-License-Identifier: Apache-2.0
import TestSupport

@testable import Ledger

/// Entries and hashes of the ledger, by chance.
extension SplitMix {
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
