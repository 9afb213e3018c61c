// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

extension LinkCommand {
    /// `sentinel link splink`
    struct Splink: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Exchange models with Splink: score pairs by its settings JSON, or write one.",
            discussion: """
                score gives the weight that Splink gives on DuckDB. It understands exact agreement, Jaro, Jaro-Winkler, Levenshtein and \
                Damerau-Levenshtein at thresholds, differences of dates, substr, lower, upper, trim, length, nullif, regular expressions \
                without groups, AND, OR, NOT, and adjustment for frequencies; anything else is refused by name.

                export writes the projection of a model to two classes, for registers too large for one machine: Splink runs it on Spark. \
                What a model of two classes can't say is printed.
                """,
            subcommands: [Score.self, Export.self])

        /// `sentinel link splink score`
        struct Score: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Score pairs of records by a settings JSON of Splink.")

            @Argument(help: "The CSV files of records; their columns are named as in the settings.") var files: [String]
            @Option(help: "The settings JSON.") var settings: String
            @Option(help: "A CSV file of pairs with the columns id_l and id_r.") var pairs: String

            func run() async throws {
                guard let data = FileManager.default.contents(atPath: settings) else { throw RegisterError.unreadable(path: settings) }
                let model = try SplinkModel(SplinkSettings(json: [UInt8](data)))
                let records = try RecordTexts(paths: files, columns: model.columns, id: model.settings.idColumn ?? "unique_id")
                let scorer = try SplinkScorer(model, records: records)
                let table = try PlainTable(path: pairs)
                guard let left = table.column("id_l"), let right = table.column("id_r") else {
                    throw ValidationError("The file of pairs needs the columns id_l and id_r.")
                }
                Say.line("id_l,id_r,match_weight,match_probability")
                for row in table.rows where row.count > max(left, right) {
                    let weight = scorer.weight(row[left], row[right])
                    let probability = weight.map { 1 / (1 + exp2(-$0)) }
                    Say.line(
                        "\(PlainTable.field(row[left])),\(PlainTable.field(row[right])),\(weight.map { "\($0)" } ?? ""),"
                            + (probability.map { "\($0)" } ?? ""))
                }
            }
        }

        /// `sentinel link splink export`
        struct Export: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Write a model as a settings JSON of Splink, and say what is lost.")

            @OptionGroup var reading: LinkOptions
            @Argument(help: "The CSV file or files that the model is of.") var files: [String]
            @Option(help: "The model.json; without it, one is trained.") var model: String?
            @Option(help: "The settings JSON to write.") var out: String

            func run() async throws {
                let register = try reading.read(files)
                let linking = reading.linking(oneToOne: false)
                let linked = try model.map { try linking.link(register, by: try LinkOptions.model($0)) } ?? linking.link(register)
                let projection = try SplinkProjection(linked, paths: files)
                try Data(projection.settings.json).write(to: URL(fileURLWithPath: out))
                for loss in projection.losses { Say.line("Lost: \(loss)") }
                Say.line("Written to \(out).")
            }
        }
    }
}
