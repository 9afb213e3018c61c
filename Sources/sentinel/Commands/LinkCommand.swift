// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

/// `sentinel link`
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Find the records of one person in registers: CSV in, clusters and pairs with their reasons out.",
        subcommands: [Dedupe.self, Join.self, Train.self, Explain.self, Names.self, Review.self, Splink.self])

    /// `sentinel link dedupe`
    struct Dedupe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Find the records of one person within a register.")

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The CSV file; - for standard input.") var file: String
        @Option(help: "The folder for clusters.csv, pairs.csv, model.json and card.md.") var out: String
        @Option(help: "A model.json of an earlier run; without it, one is trained.") var model: String?

        func run() async throws { try reading.link([file], to: out, model: model, oneToOne: false) }
    }

    /// `sentinel link join`
    struct Join: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find the records of one person across two registers of the same columns.")

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The first CSV file.") var left: String
        @Argument(help: "The second CSV file.") var right: String
        @Option(help: "The folder for clusters.csv, pairs.csv, model.json and card.md.") var out: String
        @Option(help: "A model.json of an earlier run; without it, one is trained.") var model: String?
        @Flag(help: "Each record has at most one partner in the other register.") var oneToOne = false

        func run() async throws { try reading.link([left, right], to: out, model: model, oneToOne: oneToOne) }
    }

    /// `sentinel link train`
    struct Train: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Train a model on a register, without labels.")

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The CSV file; - for standard input.") var file: String
        @Option(help: "The model's file.") var model: String

        func run() async throws {
            let register = try reading.read([file])
            let trained = try reading.linking(oneToOne: false).train(register)
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

        func run() async throws {
            let register = try reading.read([file])
            guard let explanation = register.explain(left, right, by: try LinkOptions.model(model)) else {
                throw ValidationError("There is no record with one of these ids.")
            }
            Say.line(explanation.text)
        }
    }
}
