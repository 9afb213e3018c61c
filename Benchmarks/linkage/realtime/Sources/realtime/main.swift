// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Synchronization

/// `realtime measure RECORDS TRUTH [--pairs BATCH.csv] [--new RECORDS TRUTH] [--questions N] [--model FILE]`
/// `realtime fit --out FILE (RECORDS TRUTH)…`
struct Options {
    private(set) var rest = Array(CommandLine.arguments.dropFirst())

    /// Takes an option with its values out.
    mutating func take(_ name: String, count: Int = 1) -> [String]? {
        guard let place = rest.firstIndex(of: name), place + count < rest.count else { return nil }
        let values = Array(rest[(place + 1)...(place + count)])
        rest.removeSubrange(place...(place + count))
        return values
    }
}

var options = Options()
let questions = options.take("--questions").flatMap { Int($0[0]) } ?? 20_000
let pairs = options.take("--pairs")?.first
let new = options.take("--new", count: 2)
let modelFile = options.take("--model")?.first
let model = try modelFile.map { try LinkageModel(json: [UInt8](Data(contentsOf: URL(fileURLWithPath: $0)))) } ?? .standard
let arguments = options.rest
switch arguments.first {
case "measure" where arguments.count == 3:
    let people = try People(records: arguments[1], truth: arguments[2])
    let measuring = Measuring(people, model: model, questions: questions)
    measuring.load()
    measuring.ask()
    if let pairs { try measuring.compare(batch: pairs) }
    if let new { try measuring.askWhileFeeding(try People(records: new[0], truth: new[1])) }
    try measuring.save()
default:
    print("realtime measure RECORDS TRUTH [--pairs BATCH.csv] [--new RECORDS TRUTH] [--questions N] [--model FILE]")
    exit(2)
}
