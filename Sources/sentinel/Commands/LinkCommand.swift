// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

/// `sentinel link`
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Find the records of one person in registers: CSV in, clusters and pairs with their reasons out.",
        subcommands: [Dedupe.self, Join.self, Train.self, Explain.self, Names.self, Review.self, Splink.self, Serve.self])

    /// `sentinel link dedupe`
    struct Dedupe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Find the records of one person within a register.")

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The CSV file; - for standard input.") var file: String
        @OptionGroup var result: LinkRun

        func run() async throws { try result.link([file], reading, oneToOne: false) }
    }

    /// `sentinel link join`
    struct Join: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find the records of one person across two registers of the same columns.")

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The first CSV file.") var left: String
        @Argument(help: "The second CSV file.") var right: String
        @OptionGroup var result: LinkRun
        @Flag(help: "Each record has at most one partner in the other register.") var oneToOne = false

        func run() async throws { try result.link([left, right], reading, oneToOne: oneToOne) }
    }

    /// `sentinel link train`
    struct Train: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Train a model on a register, without labels or with some.")

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The CSV file; - for standard input.") var file: String
        @Option(help: "The model's file.") var model: String
        @Option(help: "A CSV file of labels: id_l,id_r,is_match for pairs, or id,cluster for whole groups.") var labels: String?

        func run() async throws {
            let register = try reading.read([file])
            let bar = LinkProgress()
            defer { bar.clear() }
            var trained = try reading.linking(oneToOne: false, bar).train(register)
            if let labels { trained = try trained.taught(LabelledPairs(PlainTable(path: labels)), of: register) }
            bar.clear()
            try Data(trained.json).write(to: URL(fileURLWithPath: model))
            Say.line("\(model): \(trained.kinds.count) kinds of pairs, trained on \(trained.trainingPairs) pairs.")
        }
    }

    /// `sentinel link explain`
    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say term by term why two records are taken for one person or for two.")

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The CSV file.") var file: String
        @Option(help: "The model.json that scored the pair.") var model: String
        @Argument(help: "The id of one record.") var left: String
        @Argument(help: "The id of the other.") var right: String
        @Option(help: "Also write the explanation as a waterfall, an SVG file.") var svg: String?
        @Flag(help: "Print JSON instead of lines.") var json = false

        func run() async throws {
            let register = try reading.read([file])
            guard let explanation = register.explain(left, right, by: try LinkOptions.model(model)) else {
                throw ValidationError("There is no record with one of these ids.")
            }
            if let svg { try Data(WaterfallChart(explanation).svg.utf8).write(to: URL(fileURLWithPath: svg)) }
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
                Say.line(String(decoding: try encoder.encode(explanation), as: UTF8.self))
            } else {
                Say.line(explanation.text + "\n" + explanation.words)
            }
        }
    }
}
