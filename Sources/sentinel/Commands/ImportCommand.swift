// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Exchange
import Foundation
import Safeguarding
import Services
import Standard

/// `sentinel import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in what partners wrote in their own forms.", subcommands: [Concerns.self])

    /// `sentinel import concerns`
    struct Concerns: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Import concerns from a CSV file. Safe to run twice; a row that can't be read is kept in a list with an owner and a clock.")

        @OptionGroup var store: StoreOptions
        @Argument(help: "The CSV file.") var file: String
        @Option(help: "The mapping: a JSON file that says which column is which question.") var mapping: String
        @Option(
            name: .customLong("as"),
            help: "The e-mail address of the person who imports. Rows that can't be read are theirs if they are a desk, else a desk's.")
        var email: String
        @Option(help: "Where the report of unreadable rows is written; FILE.report.csv if not said.") var report: String?
        @Flag(help: "Say what would be done, and do nothing.") var dryRun = false

        func run() async throws {
            let folder = FileManager.default.currentDirectoryPath
            func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }
            let arguments = [
                "file": absolute(file), "mapping": absolute(mapping), "as": email, "report": absolute(report ?? file + ".report.csv"),
                "dry-run": dryRun ? "yes" : "no",
            ]
            Say.line(try await StoreCommand.run("import", arguments, try store.configuration()))
        }
    }
}

/// Importing, in the process that holds the store.
enum ConcernImport {
    private static let batch = 512

    static func run(_ arguments: [String: String], _ house: House) async throws -> String {
        let bytes = try read(arguments["file"] ?? "")
        let mapping = try ConcernMapping(json: try read(arguments["mapping"] ?? ""))
        let email = (arguments["as"] ?? "").lowercased()
        guard let account = house.directory.snapshot.accounts.values.first(where: { $0.email.lowercased() == email }),
            let actor = house.directory.snapshot.actor(account.id, at: house.now)
        else { throw Configuration.Fault(description: "No active account has the e-mail address given with --as.") }
        let isDryRun = arguments["dry-run"] == "yes"
        let version = mapping.standard.map(StandardID.init(rawValue:)) ?? house.standard.id
        guard let standard = house.standards.version(version) else { throw MappingFault.unknownStandard(version.rawValue) }
        try mapping.check(standard)
        var file = try ConcernFile(bytes, mapping: mapping, standard: standard.id.rawValue)
        var summary = ImportSummary()
        var rows: [ImportRow] = []
        while let row = file.next() {
            rows.append(row)
            if rows.count == batch {
                summary = try await house.importing.importConcerns(actor, rows, dryRun: isDryRun, into: summary)
                rows = []
            }
        }
        summary = try await house.importing.importConcerns(actor, rows, dryRun: isDryRun, into: summary)
        if let path = arguments["report"] { try writeReport(summary, path) }
        let would = isDryRun ? "Nothing was stored. It would be: " : ""
        return would
            + "\(summary.landed) new concerns, \(summary.newVersions) new versions, \(summary.unchanged) unchanged, "
            + "\(summary.unreadable) rows can't be read, \(summary.unreadableBefore) of those stood in the list before."
            + (summary.faults.isEmpty ? "" : "\nLine, column and reason of each: \(arguments["report"] ?? "")")
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Configuration.Fault(description: "The file can't be read: \(path)")
        }
        return Array(data)
    }

    private static func writeReport(_ summary: ImportSummary, _ path: String) throws {
        let lines = summary.faults.sorted { $0.line < $1.line }.map { "\($0.line),\"\($0.column)\",\($0.reason.rawValue)" }
        try Data((["line,column,reason"] + lines).joined(separator: "\n").appending("\n").utf8).write(to: URL(fileURLWithPath: path))
    }
}
