// SPDX-License-Identifier: Apache-2.0

/// Addresses as numbers first, then words with their abbreviations written out: "Flat 19, 84 Wibsey Cres." and "19/84 Wibsey Crescent"
/// are both "19 84 wibsey crescent".
struct AddressWords {
    /// Short forms of kinds of street, packed, to their long forms.
    private let written: [UInt64: [UInt8]]
    /// Words that are left out: flat, apartment.
    private let dropped: Set<UInt64>

    init() {
        let pairs = """
            rd:road st:street str:street ave:avenue av:avenue ln:lane cl:close dr:drive gr:grove gro:grove pl:place terr:terrace ter:terrace
            cres:crescent cr:crescent ct:court crt:court gdns:gardens gdn:gardens vw:view mt:mount wk:walk sq:square pk:park hse:house
            stn:station
            """
        var table: [UInt64: [UInt8]] = [:]
        for pair in pairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let sides = pair.split(separator: ":")
            if sides.count == 2 { table[Self.packed(Array(sides[0].utf8)[...])] = Array(sides[1].utf8) }
        }
        written = table
        dropped = Set(["flat", "apt", "apartmen", "unit", "no"].map { Self.packed(Array($0.utf8)[...]) })
    }

    private static func packed(_ word: ArraySlice<UInt8>) -> UInt64 { word.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

    /// The address in one form; `scratch` is room for its words.
    func normalise(_ value: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8], into out: inout [UInt8]) {
        RowValue.words(value, into: &scratch)
        out.removeAll(keepingCapacity: true)
        for wanted in [true, false] {
            var start = 0
            for end in 0...scratch.count where end == scratch.count || scratch[end] == 0x20 {
                defer { start = end + 1 }
                let word = scratch[start..<end]
                guard let first = word.first, (0x30...0x39).contains(first) == wanted else { continue }
                let packed = Self.packed(word)
                if !wanted, dropped.contains(packed) { continue }
                if !out.isEmpty { out.append(0x20) }
                if !wanted, word.count <= 4, let long = written[packed], start > 0 {
                    out.append(contentsOf: long)
                } else {
                    out.append(contentsOf: word)
                }
            }
        }
    }
}
