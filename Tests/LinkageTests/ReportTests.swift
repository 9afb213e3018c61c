// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// Waterfalls and the report: exact, readable without seeing, and without the values of records.
struct ReportTests {
    private func explanation(_ place: Int = 0) throws -> PairExplanation {
        let linked = try TownRegister.linked.get()
        return PairExplanation(left: "T<1>", right: "T&2", pattern: linked.pairs[place].pattern, linked.tables)
    }

    @Test func aWaterfallSaysEveryTermAndTheSum() throws {
        for place in [0, 40, 90] {
            let explanation = try explanation(place)
            let svg = WaterfallChart(explanation).svg
            for term in explanation.terms {
                #expect(svg.contains("\(ChartMarkup.escaped(term.words)): \(MatchWeight.text(term.microbits)) bits."))
            }
            #expect(svg.contains("Sum: \(MatchWeight.text(explanation.microbits)) bits."))
            #expect(explanation.terms.reduce(0) { $0 + $1.microbits } == explanation.microbits)
            #expect(svg.contains("T&lt;1&gt;") && svg.contains("T&amp;2") && !svg.contains("T<1>"))
            #expect(svg.contains("role=\"img\"") && svg.contains("<title") && svg.contains("<desc"))
        }
    }

    @Test func wordsNameWhatDecidesAndWhatIsNotKnown() throws {
        let explanation = try explanation()
        let words = explanation.words
        let most = explanation.terms.filter { $0.feature != nil }.max { $0.microbits < $1.microbits }
        #expect(most.map { words.contains("(\($0.words))") } ?? false)
        #expect(words.contains("Not known on one side or both"))
        #expect(words.contains(explanation.likeliest.words))
    }

    @Test(arguments: [
        (0.0, "1.0 to 1 for"), (1, "2.0 to 1 for"), (-1.5, "2.8 to 1 against"), (10, "1,000 to 1 for"), (15.9, "61,000 to 1 for"),
    ])
    func oddsAreSaid(_ bits: Double, _ words: String) { #expect(PairExplanation.odds(bits) == words) }

    @Test func theReportHoldsNoValueOfARecordAndNoScript() throws {
        let linked = try TownRegister.linked.get()
        let html = LinkReport(linked).html
        let values = InventedNames.given + InventedNames.family + InventedNames.streets
        for value in values where value.count > 3 { #expect(!html.lowercased().contains(value.lowercased())) }
        for line in TownRegister.small.lines.prefix(300) {
            for field in line.split(separator: ",").dropFirst() where field.count > 5 { #expect(!html.contains(field)) }
        }
        #expect(!html.contains("<script") && !html.contains("http:") && !html.contains("https:"))
        for column in linked.register.columns { #expect(html.contains(column.name)) }
        for count in PairReport.joined(linked.counts) { #expect(html.contains(ChartMarkup.grouped(count.pairs))) }
    }

    @Test func whatTheReportCountsIsAllThereIs() throws {
        let linked = try TownRegister.linked.get()
        let figures = ReportFigures(linked)
        #expect(figures.weights.reduce(0) { $0 + $1.count } == linked.pairs.count)
        #expect(figures.bands.reduce(0) { $0 + $1.count } == linked.pairs.count)
        #expect(figures.sizes.reduce(0) { $0 + $1.count } == linked.clusterCount)
        let expected = linked.pairs.reduce(0) { $0 + $1.probability }
        #expect(abs(figures.bands.reduce(0) { $0 + $1.expected } - expected) < 1e-6)
        #expect(abs(Double(figures.linkedPairs) - figures.expectedWrong + figures.expectedMissed - expected) < 1e-6)
    }

    @Test(arguments: [(0.0, "0%"), (0.5, "50%"), (0.0123, "1.2%"), (0.00012, "0.012%"), (1, "100%")])
    func shares(_ share: Double, _ text: String) { #expect(ChartMarkup.percent(share) == text) }
}
