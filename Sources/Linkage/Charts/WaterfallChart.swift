// SPDX-License-Identifier: Apache-2.0

/// An explanation as a picture: each step begins where the one before it ended, the last bar is the sum. Readable without colours, in
/// the dark, on paper, and by a screen reader: the description holds every step in words.
public struct WaterfallChart: Sendable {
    /// The picture, an SVG file.
    public let svg: String

    private static let width = 720.0
    private static let labels = 300.0
    private static let values = 84.0

    /// The picture of an explanation.
    public init(_ explanation: PairExplanation) {
        struct Row {
            let label: [String]
            let from: Int
            let to: Int
            let isSum: Bool
        }
        var rows: [Row] = []
        var sum = 0
        for term in explanation.terms {
            let name = term.feature.map { LevelWords.name($0) + ": " } ?? ""
            rows.append(Row(label: ChartMarkup.lines(name + term.words, width: 37), from: sum, to: sum + term.microbits, isSum: false))
            sum += term.microbits
        }
        rows.append(Row(label: ["weight, probability \(Self.probability(explanation.probability))"], from: 0, to: sum, isSum: true))
        let low = Double(min(0, rows.map { min($0.from, $0.to) }.min() ?? 0))
        let high = Double(max(1, rows.map { max($0.from, $0.to) }.max() ?? 1))
        let left = Self.labels + 12
        let room = Self.width - left - Self.values
        func place(_ microbits: Int) -> Double { left + (Double(microbits) - low) / (high - low) * room }
        func text(_ value: Double) -> String { ChartMarkup.number(value).replacing("−", with: "-").replacing(",", with: "") }
        var body = ""
        var top = 14.0
        for (index, row) in rows.enumerated() {
            let height = max(26, Double(row.label.count) * 16 + 8)
            let middle = top + height / 2
            for (line, words) in row.label.enumerated() {
                let base = middle + 4.5 + (Double(line) - Double(row.label.count - 1) / 2) * 16
                body +=
                    "<text class=\"\(row.isSum ? "sum" : "label")\" x=\"\(text(Self.labels))\" y=\"\(text(base))\" text-anchor=\"end\">"
                    + "\(ChartMarkup.escaped(words))</text>\n"
            }
            let ends = (min(place(row.from), place(row.to)), max(place(row.from), place(row.to)))
            let kind = row.isSum ? "whole" : row.to >= row.from ? "for" : "against"
            body +=
                "<rect class=\"\(kind)\" x=\"\(text(ends.0))\" y=\"\(text(middle - 8))\" width=\"\(text(max(ends.1 - ends.0, 1)))\" "
                + "height=\"16\"/>\n"
            body +=
                "<text class=\"\(row.isSum ? "sum" : "value")\" x=\"\(text(ends.1 + 6))\" y=\"\(text(middle + 4.5))\">"
                + "\(ChartMarkup.bits(Double(row.to - row.from) / 1_000_000))</text>\n"
            if index + 1 < rows.count {
                let next = max(26, Double(rows[index + 1].label.count) * 16 + 8)
                body +=
                    "<line class=\"step\" x1=\"\(text(place(row.to)))\" x2=\"\(text(place(row.to)))\" y1=\"\(text(middle + 8))\" "
                    + "y2=\"\(text(top + height + next / 2 - 8))\"/>\n"
            }
            top += height
        }
        let zero = text(place(0))
        let bottom = text(top + 4)
        let foot = text(top + 22)
        let described = explanation.terms.map { term in
            "\(term.feature.map { LevelWords.name($0) + ", " } ?? "")\(term.words): \(MatchWeight.text(term.microbits)) bits."
        }
        svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(top + 32))" width="\(Int(Self.width))" \
            height="\(Int(top + 32))" role="img" aria-labelledby="waterfall-title waterfall-words">
            <title id="waterfall-title">Why \(ChartMarkup.escaped(explanation.left)) and \(ChartMarkup.escaped(explanation.right)) are \
            taken for \(ChartMarkup.escaped(explanation.likeliest.words))</title>
            <desc id="waterfall-words">\(ChartMarkup.escaped(described.joined(separator: " "))) Sum: \
            \(MatchWeight.text(explanation.microbits)) bits. \(ChartMarkup.escaped(explanation.words))</desc>
            <style>\(Self.style)</style>
            <rect class="ground" width="100%" height="100%"/>
            <line class="zero" x1="\(zero)" x2="\(zero)" y1="10" y2="\(bottom)"/>
            <text class="note" x="\(zero)" y="\(foot)" text-anchor="middle">as likely as not</text>
            \(body)</svg>

            """
    }

    private static func probability(_ value: Double) -> String {
        value > 0.99995 ? "over .9999" : value < 0.00005 ? "under .0001" : ChartMarkup.number(value, decimals: 4)
    }

    private static let style = """
        svg{font:14px system-ui,"Noto Sans","DejaVu Sans",sans-serif}.ground{fill:#fff}.label,.value,.sum{fill:#1b1f23}\
        .sum{font-weight:700}.note{fill:#57606a;font-size:12px}.for{fill:#1f6f54}.against{fill:#fff;stroke:#a3341b;stroke-width:2}\
        .whole{fill:#3b4a5a}.zero{stroke:#57606a;stroke-dasharray:3 3}.step{stroke:#8b949e}\
        @media screen and (prefers-color-scheme:dark){.ground{fill:#14181c}.label,.value,.sum{fill:#e8ecf0}.note{fill:#aab4be}\
        .for{fill:#5cc29d}.against{fill:#14181c;stroke:#ff9d80}.whole{fill:#c3ced9}.zero{stroke:#aab4be}.step{stroke:#6b7580}}\
        @media(forced-colors:active){.ground{fill:Canvas}.label,.value,.sum,.note{fill:CanvasText}.for,.whole{fill:CanvasText}\
        .against{fill:Canvas;stroke:CanvasText}.zero,.step{stroke:CanvasText}}
        """
}
