// SPDX-License-Identifier: Apache-2.0

/// E-mail addresses laid out for comparing: the letters before the @, and what they begin and end with.
struct EmailBook: Sendable {
    private let table: ValueTable
    private let masks: [UInt64]
    let counts: [UInt32]

    init(_ table: ValueTable) {
        self.table = table
        counts = table.counts
        var masks: [UInt64] = [0]
        for number in 1..<UInt32(table.count + 1) {
            masks.append(table.value(number) { $0.reduce(0) { $0 | 1 << UInt64($1 & 63) } })
        }
        self.masks = masks
    }

    /// Level of two known addresses: 1...3 the same (few records to many), 4 a slip or two, 5 the same before the @, 6 differs.
    func level(_ left: UInt32, _ right: UInt32) -> Int {
        if left == right { return PackedCodes.step(counts[Int(left)], [6, 24]) + 1 }
        return table.value(left) { first in
            table.value(right) { second in
                let away = (masks[Int(left)] ^ masks[Int(right)]).nonzeroBitCount
                if away <= 4, editDistance(first, second, bound: 2) <= 2 { return 4 }
                let one = first.prefix { $0 != 0x40 }
                let two = second.prefix { $0 != 0x40 }
                return one.count >= 3 && one.elementsEqual(two) ? 5 : 6
            }
        }
    }

    /// A hash of the first letters of an address: those of a slip are mostly the same.
    func beginning(_ number: UInt32) -> UInt32 {
        table.value(number) { UInt32(truncatingIfNeeded: ValueTable.hash($0.part(0, min($0.count, 4)))) }
    }
}
