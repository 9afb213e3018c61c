// SPDX-License-Identifier: Apache-2.0

/// The report on a result, with charts: for the person who decides by it. Holds the names of columns, and no value of any record.
public struct LinkReport: Sendable {
    /// The page, one HTML file.
    public let html: String

    /// The report on a result.
    public init(_ linked: LinkedRegister) {
        let figures = ReportFigures(linked)
        let sections = [
            Self.head(linked, figures), Self.weights(figures), Self.statement(figures), Self.clusters(figures), Self.rules(linked),
            Self.kinds(linked), Self.unknown(linked, figures), Self.columns(linked), LevelCharts(linked.model, figures).html,
            Self.model(linked),
        ]
        html = ReportPage.page(title: "Linkage report", body: sections.joined())
    }

    private static func head(_ linked: LinkedRegister, _ figures: ReportFigures) -> String {
        let answers = linked.answers()
        let cards = [
            ("records", ChartMarkup.grouped(linked.register.count)), ("of them different", ChartMarkup.grouped(linked.prepared.count)),
            ("clusters", ChartMarkup.grouped(linked.clusterCount)), ("largest cluster", ChartMarkup.grouped(linked.largestCluster)),
            ("pairs at .95 or more", ChartMarkup.grouped(answers.link)),
            ("pairs for a person to look at", ChartMarkup.grouped(answers.review)),
        ]
        var html = "<h1>Which records are of one person</h1>\n<dl>"
        for (name, value) in cards { html += "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
        html += "</dl>\n"
        for warning in LinkCard.warnings(linked) { html += "<p class=\"wary\">Be wary: \(ChartMarkup.escaped(warning)).</p>\n" }
        return html
    }

    private static func weights(_ figures: ReportFigures) -> String {
        let most = Double(figures.weights.map(\.count).max() ?? 1)
        let table = BarTable(
            caption: "Pairs by match weight, in bits: each bit doubles the odds", headers: ["weight", "pairs"], barHeader: "how many",
            rows: figures.weights.map { bin in
                BarTable.Row(cells: [bin.words, ChartMarkup.grouped(bin.count)], bars: [Double(bin.count) / max(most, 1)])
            })
        return
            "<h2>Weights of the pairs</h2>\n<p>Pairs less likely than one in a hundred are not kept. A good register shows two hills with "
            + "a valley around 0; pairs in the valley are for a person to look at.</p>\n" + table.html
    }

    private static func statement(_ figures: ReportFigures) -> String {
        let bands = BarTable(
            caption: "Stated probability", headers: ["probability", "pairs", "expected to be of one person"], barHeader: "share expected",
            rows: figures.bands.map { band in
                BarTable.Row(
                    cells: [band.words, ChartMarkup.grouped(band.count), ChartMarkup.number(band.expected, decimals: 0)],
                    bars: [band.count > 0 ? band.expected / Double(band.count) : 0])
            })
        return """
            <h2>How sure the answers are</h2>
            <p>Of the \(ChartMarkup.grouped(figures.linkedPairs)) pairs that were found likely and stand in one cluster, the model expects \
            \(ChartMarkup.number(figures.expectedWrong, decimals: 0)) to be wrong; of the pairs that were compared and not put together, it \
            expects \(ChartMarkup.number(figures.expectedMissed, decimals: 0)) to be of one person. Pairs that no rule brought together are \
            not counted.</p>
            <p>These are the model's own statements, made without knowing the truth. How true they are was measured on published registers \
            whose truth is known (Benchmarks/linkage); on another register it has to be checked: look at a sample of every band by hand \
            (sentinel link review).</p>

            """ + bands.html
    }

    private static func clusters(_ figures: ReportFigures) -> String {
        let most = Double(figures.sizes.map(\.count).max() ?? 1)
        let table = BarTable(
            caption: "Clusters by the number of their records", headers: ["records", "clusters"], barHeader: "how many",
            rows: figures.sizes.map {
                BarTable.Row(cells: [$0.words, ChartMarkup.grouped($0.count)], bars: [Double($0.count) / max(most, 1)])
            })
        return """
            <h2>Clusters</h2>
            <p>Threshold: two groups of records join where the mean evidence of all pairs across them is above even odds, contradictions \
            counted. No truth was used to choose it.</p>

            """ + table.html
    }

    private static func rules(_ linked: LinkedRegister) -> String {
        let used = PairReport.joined(linked.counts)
        let most = Double(used.map(\.pairs).max() ?? 1)
        let table = BarTable(
            caption: "Pairs per blocking rule, counted before any was compared; a pair is compared once",
            headers: ["records that agree in", "pairs", "left to other rules"], barHeader: "pairs",
            rows: used.map {
                BarTable.Row(
                    cells: [words($0.rule), ChartMarkup.grouped($0.pairs), ChartMarkup.grouped($0.leftOut)],
                    bars: [Double($0.pairs) / max(most, 1)])
            })
        return "<h2>Which records were compared</h2>\n" + table.html
    }

    /// "givenSound + year" as words.
    static func words(_ rule: String) -> String {
        var words = ""
        for character in rule {
            if character.isUppercase, let last = words.last, last != " " { words += " " }
            words += character.lowercased()
        }
        return words
    }

    private static func kinds(_ linked: LinkedRegister) -> String {
        let table = BarTable(
            caption: "Share of each kind among the pairs that were compared", headers: ["kind of pair", "share"], barHeader: "share",
            rows: linked.model.kinds.map {
                BarTable.Row(cells: [$0.name.words + ($0.isMatch ? " (match)" : ""), ChartMarkup.percent($0.share)], bars: [$0.share])
            })
        return "<h2>Kinds of pairs</h2>\n<p>Pairs that are not of one person are of several kinds: a household shares family name, address "
            + "and telephone together, and must not be counted three times for it.</p>\n" + table.html
    }

    private static func unknown(_ linked: LinkedRegister, _ figures: ReportFigures) -> String {
        let table = BarTable(
            caption: "Share of the records that don't say it", headers: ["what", "not known"], barHeader: "not known",
            rows: figures.unknown.map { BarTable.Row(cells: [$0.name, ChartMarkup.percent($0.share)], bars: [$0.share]) })
        let faults = linked.register.faults.sorted { $0.key < $1.key }.map { "\(ChartMarkup.grouped($0.value)) \($0.key)" }
        let found = faults.isEmpty ? "" : "<p>Found while reading: \(ChartMarkup.escaped(faults.joined(separator: "; "))).</p>\n"
        return "<h2>What is not known</h2>\n<p>What is not known on one side adds nothing, neither for nor against.</p>\n" + found
            + table.html
    }

    private static func columns(_ linked: LinkedRegister) -> String {
        let table = BarTable(
            caption: "What each column was taken for; --column ROLE=HEADER says otherwise", headers: ["column", "taken for", "why"],
            barHeader: "",
            rows: linked.register.columns.map { BarTable.Row(cells: [$0.name, words($0.role.rawValue), $0.reason], bars: []) },
            isWords: true)
        return "<h2>Columns</h2>\n" + table.html
    }

    private static func model(_ linked: LinkedRegister) -> String {
        let sources = Set(linked.model.kinds.map(\.source) + linked.model.levels.map(\.source)).sorted()
        return """
            <h2>The model</h2>
            <p>Trained on \(ChartMarkup.grouped(linked.model.trainingPairs)) pairs in \(linked.model.rounds) rounds; log likelihood \
            \(ChartMarkup.number(linked.model.logLikelihood)). Where its numbers came from: \
            \(ChartMarkup.escaped(sources.joined(separator: "; "))). All of them stand in model.json.</p>
            <p class="soft">No value of any record stands in this report.</p>

            """
    }
}
