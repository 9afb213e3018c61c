// SPDX-License-Identifier: Apache-2.0

/// A chart that is a table: every number stands there as text, with a bar beside it for the eye. It can be read aloud, copied, printed,
/// and fits a telephone.
struct BarTable {
    struct Row {
        let cells: [String]
        /// Bars as shares of the greatest, -1...1; several stand one below the other.
        let bars: [Double]
    }

    let caption: String
    let headers: [String]
    /// What the bars show, for those who see them.
    let barHeader: String
    let rows: [Row]
    /// Whether bars go both ways from the middle.
    var isTwoSided = false
    /// Whether what stands beside the first cell is words, not numbers.
    var isWords = false

    var html: String {
        var html = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(ChartMarkup.escaped(caption))\"><table>"
        html += "<caption>\(ChartMarkup.escaped(caption))</caption><thead><tr>"
        for (place, header) in headers.enumerated() {
            html += "<th scope=\"col\"\(place > 0 && !isWords ? " class=\"n\"" : "")>\(ChartMarkup.escaped(header))</th>"
        }
        if !barHeader.isEmpty { html += "<th scope=\"col\" class=\"b\">\(ChartMarkup.escaped(barHeader))</th>" }
        html += "</tr></thead><tbody>\n"
        for row in rows {
            html += "<tr>"
            for (place, cell) in row.cells.enumerated() {
                let text = ChartMarkup.escaped(cell)
                html += place == 0 ? "<th scope=\"row\">\(text)</th>" : "<td\(isWords ? "" : " class=\"n\"")>\(text)</td>"
            }
            if !barHeader.isEmpty { html += "<td class=\"b\">\(bars(row.bars))</td>" }
            html += "</tr>\n"
        }
        return html + "</tbody></table></div>\n"
    }

    private func bars(_ bars: [Double]) -> String {
        let height = bars.count > 1 ? 7 : 12
        var svg = "<svg viewBox=\"0 0 200 \(bars.count * height)\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        if isTwoSided { svg += "<rect class=\"axis\" x=\"99.5\" width=\"1\" height=\"\(height * bars.count)\"/>" }
        for (place, bar) in bars.enumerated() {
            let share = min(max(bar, -1), 1)
            let length = abs(share) * (isTwoSided ? 100 : 200)
            let x = isTwoSided ? (share < 0 ? 100 - length : 100) : 0
            let kind = isTwoSided ? (share < 0 ? "no" : "yes") : "s\(place)"
            svg +=
                "<rect class=\"\(kind)\" x=\"\(Self.text(x))\" y=\"\(place * height + 1)\" width=\"\(Self.text(length))\" height=\"\(height - 2)\"/>"
        }
        return svg + "</svg>"
    }

    private static func text(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
