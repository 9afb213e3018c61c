// SPDX-License-Identifier: Apache-2.0

/// What each level is worth, and how often it occurs among pairs of one person (m) and among others (u).
struct LevelCharts {
    let html: String

    /// Levels rarer than this on both sides are left out of the charts; model.json has them all.
    private static let least = 0.001
    /// Bits at which a bar is full.
    private static let full = 14.0

    init(_ model: PairModel, _ figures: ReportFigures) {
        var html = """
            <h2>What agreement is worth</h2>
            <p>How often a level occurs among pairs of one person (m, <span class="key k0"></span>upper bar) and among the other pairs that \
            were compared (u, <span class="key k1"></span>lower bar), and what it is worth in bits. The weight of a pair is not the plain sum \
            of these: each step counts given those before it. Levels below one in a thousand on both sides are left out.</p>

            """
        for feature in figures.features {
            let rows = Self.rows(model, feature, figures)
            if rows.isEmpty { continue }
            let name = LevelWords.name(feature)
            html += "<h3>\(name.prefix(1).uppercased() + name.dropFirst())</h3>\n"
            html +=
                BarTable(
                    caption: "\(name): match weight of its levels", headers: ["level", "bits"], barHeader: "against or for",
                    rows: rows.map {
                        BarTable.Row(cells: [$0.words, ChartMarkup.bits($0.bits, decimals: 1)], bars: [$0.bits / Self.full])
                    }, isTwoSided: true
                ).html
            html +=
                BarTable(
                    caption: "\(name): m and u", headers: ["level", "m", "u"], barHeader: "m above, u below",
                    rows: rows.map {
                        BarTable.Row(
                            cells: [$0.words, ChartMarkup.percent($0.match), ChartMarkup.percent($0.other)], bars: [$0.match, $0.other])
                    }
                ).html
        }
        self.html = html
    }

    private struct LevelRow {
        let words: String
        let match: Double
        let other: Double
        var bits: Double { binaryLogarithm(max(match, 1e-12)) - binaryLogarithm(max(other, 1e-12)) }
    }

    private static func rows(_ model: PairModel, _ feature: PairFeature, _ figures: ReportFigures) -> [LevelRow] {
        func share(_ row: PairModel.LevelRow, isMatch: Bool) -> Double {
            var (sum, all) = (0.0, 0.0)
            for (kind, probability) in zip(model.kinds, row.probabilities) where kind.isMatch == isMatch {
                sum += kind.share * probability
                all += kind.share
            }
            return all > 0 ? sum / all : 0
        }
        let rows = model.levels.filter { $0.feature == feature && figures.isPossible(feature, $0.level) }.map {
            LevelRow(words: $0.words, match: share($0, isMatch: true), other: share($0, isMatch: false))
        }.filter { max($0.match, $0.other) >= least }
        // the place has a level for every combination of its parts: the most frequent are enough
        return feature == .place ? Array(rows.sorted { max($0.match, $0.other) > max($1.match, $1.other) }.prefix(16)) : rows
    }
}
