// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

extension LinkCommand {
    /// `sentinel link names`
    struct Names: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say for pairs of names (columns left and right) whether they are evidence for one name.")

        @Argument(help: "A CSV file with the columns left and right.") var file: String

        func run() async throws {
            let table = try PlainTable(path: file)
            guard let left = table.column("left"), let right = table.column("right") else {
                throw ValidationError("The file needs the columns left and right.")
            }
            let pairs = table.rows.map { (left: $0.count > left ? $0[left] : "", right: $0.count > right ? $0[right] : "") }
            Say.line("left,right,answer,weight")
            for (pair, evidence) in zip(pairs, NameEvidence.compare(pairs)) {
                Say.line("\(PlainTable.field(pair.left)),\(PlainTable.field(pair.right)),\(evidence.answer.rawValue),\(evidence.weight)")
            }
        }
    }

    /// `sentinel link review`
    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pick pairs for a person to look at, evenly over the doubtful probabilities, from the pairs.csv of a run.")

        @Argument(help: "The pairs.csv.") var pairs: String
        @Option(help: "How many.") var count = 100
        @Option(help: "The least probability.") var from = 0.05
        @Option(help: "The greatest probability.") var to = 0.95

        func run() async throws {
            let table = try PlainTable(path: pairs)
            guard let place = table.column("match_probability") else { throw ValidationError("This is no pairs.csv.") }
            let doubtful = table.rows.filter { $0.count > place && (Double($0[place]).map { $0 >= from && $0 <= to } ?? false) }
                .sorted { ($0[place], $0[0], $0[1]) < ($1[place], $1[0], $1[1]) }
            Say.line(table.header.joined(separator: ","))
            let wanted = min(count, doubtful.count)
            for pick in 0..<max(wanted, 0) {
                Say.line(doubtful[pick * doubtful.count / wanted].map(PlainTable.field).joined(separator: ","))
            }
        }
    }
}
