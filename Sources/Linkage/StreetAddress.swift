// SPDX-License-Identifier: Apache-2.0

/// Addresses as words: abbreviations written out, so that "Flat 2, 14 Stn Rd." and "2/14 Station Road" can meet.
enum StreetAddress {
    private static let written: [[UInt8]: [UInt8]] = {
        let pairs = """
            rd:road st:street str:street ave:avenue av:avenue ln:lane cl:close dr:drive gr:grove gro:grove pl:place terr:terrace ter:terrace
            cres:crescent cr:crescent ct:court crt:court gdns:gardens gdn:gardens vw:view mt:mount wk:walk sq:square pk:park hse:house
            apt:flat apartment:flat bldg:buildings stn:station
            """
        var table: [[UInt8]: [UInt8]] = [:]
        for pair in pairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let sides = pair.split(separator: ":")
            if sides.count == 2 { table[Array(sides[0].utf8)] = Array(sides[1].utf8) }
        }
        return table
    }()

    /// Words that say little by themselves: kinds of street, and "flat".
    static let common: Set<UInt64> = {
        let words =
            "road street avenue lane close drive grove place terrace crescent court gardens view mount walk square park house flat way rise the of and near"
        return Set(words.split(separator: " ").map { KeyHash.of(Array($0.utf8)) })
    }()

    /// The words of an address, folded, each once, parted by spaces; at most 14 words and 200 bytes.
    static func normalised(_ text: String) -> [UInt8]? {
        let bytes = Fold.bytes(text, limit: 200)
        var out: [UInt8] = []
        var seen: [[UInt8]] = []
        let ranges = Fold.words(bytes)
        for (place, range) in ranges.enumerated() where seen.count < 14 {
            let raw = Array(bytes[range])
            // "St Mary's" begins with a saint; "Station St" ends with a street
            let word = place == 0 && raw == Array("st".utf8) ? raw : written[raw] ?? raw
            if seen.contains(word) || out.count + word.count > 200 { continue }
            seen.append(word)
            if !out.isEmpty { out.append(Fold.space) }
            out += word
        }
        return out.isEmpty ? nil : out
    }

    /// Whether a word is a number, perhaps with a letter: 14, 14a.
    static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool { word.first.map { (0x30...0x39).contains($0) } ?? false }
}
