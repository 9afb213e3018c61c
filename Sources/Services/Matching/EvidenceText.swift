// SPDX-License-Identifier: Apache-2.0
import Linkage

/// Why two records matched, as codes in one column: `field:level:bits` with `:damped` where it counts for less, parted by semicolons. No
/// word about a person stands in it.
enum EvidenceText {
    /// The column's text.
    static func of(_ contributions: [Contribution]) -> String {
        contributions.map { "\($0.field):\($0.level.rawValue):\(hundredths($0.bits))\($0.isDamped ? ":damped" : "")" }.joined(
            separator: ";")
    }

    /// The lines in a column's text; what does not fit is left out.
    static func lines(_ text: String) -> [Evidence] {
        text.split(separator: ";").compactMap { line in
            let parts = line.split(separator: ":")
            guard parts.count >= 3, let bits = Int(parts[2]) else { return nil }
            return Evidence(field: String(parts[0]), level: String(parts[1]), bits: Double(bits) / 100, damped: parts.count > 3)
        }
    }

    /// Bits as they are stored: in hundredths, because nothing in the store is a floating-point number.
    static func hundredths(_ bits: Double) -> Int { Int((bits.isFinite ? bits : 0) * 100) }
}
