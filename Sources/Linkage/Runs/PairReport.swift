// SPDX-License-Identifier: Apache-2.0

/// How many pairs every rule makes, as lines for people: known before anything is compared.
public struct PairReport: Sendable {
    /// The report.
    public let text: String

    /// The report of counts.
    public init(_ counts: [BlockingCount]) {
        let all = counts.reduce(0) { $0 + $1.pairs }
        let counts = Self.joined(counts)
        var lines = ["pairs           of all  left out  records that agree in"]
        for count in counts {
            let share = all > 0 ? ChartMarkup.percent(Double(count.pairs) / Double(all)) : "–"
            lines.append(
                Self.padded(ChartMarkup.grouped(count.pairs), 13) + "  " + Self.padded(share, 7) + "  "
                    + Self.padded(ChartMarkup.grouped(count.leftOut), 8) + "  " + LinkReport.words(count.rule)
                    + (count.finer > 0 ? " (\(ChartMarkup.grouped(count.finer)) blocks too large, parted further)" : ""))
        }
        lines.append(Self.padded(ChartMarkup.grouped(all), 13) + "  together, at most: a pair that several rules make is compared once")
        text = lines.joined(separator: "\n")
    }

    /// Rules that make pairs, those of one name (they differ in how large blocks are parted) together.
    static func joined(_ counts: [BlockingCount]) -> [BlockingCount] {
        var joined: [BlockingCount] = []
        for count in counts where count.pairs > 0 || count.leftOut > 0 {
            if let place = joined.firstIndex(where: { $0.rule == count.rule }) {
                let other = joined[place]
                joined[place] = BlockingCount(
                    rule: count.rule, pairs: other.pairs + count.pairs, blocks: other.blocks + count.blocks,
                    leftOut: other.leftOut + count.leftOut, finer: other.finer + count.finer)
            } else {
                joined.append(count)
            }
        }
        return joined
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
