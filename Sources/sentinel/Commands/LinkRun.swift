// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

/// What `dedupe` and `join` take besides the options on reading.
struct LinkRun: ParsableArguments {
    @Option(help: "The folder for clusters.csv, pairs.csv, model.json, card.md and report.html.") var out: String?
    @Option(help: "A model.json of an earlier run; without it, one is trained.") var model: String?
    @Flag(help: "Say how much memory it takes and how many pairs every rule makes, and stop before any is compared.") var dryRun = false

    func validate() throws {
        if out == nil, !dryRun { throw ValidationError("Name the folder for the results with --out, or ask for --dry-run.") }
    }

    func link(_ files: [String], _ reading: LinkOptions, oneToOne: Bool) throws {
        let paths = try reading.spool(files)
        defer { reading.unspool(paths, files) }
        let bar = LinkProgress()
        defer { bar.clear() }
        var linking = reading.linking(oneToOne: oneToOne, bar)
        guard let out, !dryRun else {
            linking.progress = { _ in }
            linking.pairLimit = .max
            let counts = try linking.count(try reading.read(paths: paths))
            bar.line(PairReport(counts).text)
            let all = counts.reduce(0) { $0 + $1.pairs }
            if all > reading.pairLimit { throw ValidationError("That is more than the \(reading.pairLimit) pairs of --pair-limit.") }
            return
        }
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let settings = "\(reading.columns) \(oneToOne)"
        let run = UnfinishedRun(folder: out, inputs: paths + [model].compactMap { $0 }, settings: settings)
        linking.kept = run
        if !reading.quiet, run.isBegun { bar.line("Goes on with the run that was broken off.") }
        let register = try reading.read(paths: paths)
        let linked = try model.map { try linking.link(register, by: try LinkOptions.model($0)) } ?? linking.link(register)
        linking.advance(.writing, 0)
        try linked.write(to: out)
        try linked.writeReport(to: out)
        run.finish()
        let answers = linked.answers()
        bar.line(
            "\(linked.clusterCount) clusters, the largest of \(linked.largestCluster) records; \(answers.link) pairs linked, "
                + "\(answers.review) for a person to look at. Written to \(out).")
    }
}
