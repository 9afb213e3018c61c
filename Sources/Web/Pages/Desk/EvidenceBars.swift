// SPDX-License-Identifier: Apache-2.0
import Linkage
import Services

/// Why two records matched: a bar a field, its weight in bits as a figure, and how well it agrees in words.
enum EvidenceBars {
    /// Bits that fill a bar.
    private static let full = 14.0

    static func html(_ evidence: [Evidence]) -> HTML {
        guard !evidence.isEmpty else { return "<p>\(say: "No reasons are kept for this match.")</p>" }
        let lines: [HTML] = evidence.map { one in
            let width = Int((min(1, abs(one.bits) / full) * 100).rounded())
            return """
                <span>\(field(one.field)): \(level(one.level))\(one.damped ? " (\(say: "counts for less: many share it"))" as HTML : nil)</span>\
                <svg class="bar-line" viewBox="0 0 100 10" height="12" preserveAspectRatio="none" aria-hidden="true">\
                <rect class="bar\(one.bits < 0 ? " against" : "")" width="\(width)" height="10"/></svg>\
                <span class="figure">\(figure(one.bits))</span>
                """
        }
        return """
            <div class="why">\(lines)</div>\
            <p class="soft">\(say: "A weight of 1 doubles the odds that they are the same, −1 halves them. It is advice: you decide.")</p>
            """
    }

    /// A weight with its sign and one decimal.
    static func figure(_ bits: Double) -> String {
        let tenths = Int((bits * 10).rounded())
        return "\(tenths < 0 ? "−" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    private static func field(_ name: String) -> Sentence { FieldWords.field(named: name).map(FieldWords.name) ?? Sentence(verbatim: name) }

    private static func level(_ name: String) -> Sentence { Level(rawValue: name).map(FieldWords.level) ?? Sentence(verbatim: name) }
}
