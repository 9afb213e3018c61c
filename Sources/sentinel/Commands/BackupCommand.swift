// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ledger
import Safeguarding
import Services
import Storage
import StorageSQLite

/// `sentinel backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Back up a store, also while it serves, as two files: data and keys. Keep them apart.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The folder to write to.") var to: String

    func run() async throws { Say.line(try await StoreCommand.run("backup", ["to": to], try store.configuration())) }
}

/// Taking a backup.
enum Backup {
    static func take(_ engine: SQLiteEngine, into folder: String, at now: Instant) async throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let stamp = now.date.formatted(.iso8601.timeSeparator(.omitted).dateSeparator(.omitted))
        let data = "\(folder)/sentinel-\(stamp).data.sqlite"
        let keys = "\(folder)/sentinel-\(stamp).keys.sqlite"
        try await engine.backUp(to: data)
        try SplitBackup.split(copy: data, keys: keys)
        return "Data: \(data)\nKeys: \(keys)\nKeep the two apart, and delete key files after 35 days: that is how disposal reaches backups."
    }
}

/// `sentinel restore`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup into an empty folder, and hold it against its ledger.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The data file of the backup.") var dataFile: String
    @Option(help: "The key file: the newest you have.") var keyFile: String
    @Option(help: "The ledger's public key, to verify with.") var ledgerKey: String?
    @Option(help: "Checkpoints kept elsewhere, to verify with.") var checkpoints: String?
    @Flag(help: "Verify what was restored: pages, ledger, every row.") var verify = false

    func run() async throws {
        let configuration = try store.configuration()
        try FileManager.default.createDirectory(
            atPath: configuration.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try SplitBackup.join(data: dataFile, keys: keyFile, into: configuration.database)
        if let ledgerKey, !FileManager.default.fileExists(atPath: configuration.verifierKey) {
            try FileManager.default.copyItem(atPath: ledgerKey, toPath: configuration.verifierKey)
        }
        Say.line("Restored into \(configuration.data).")
        guard verify else { return }
        let copy = try SQLiteCopy(path: configuration.database)
        let faults = try await copy.integrityFaults()
        for fault in faults { Say.line("damaged: \(fault)") }
        let notes = try checkpoints.map { try CheckpointFile(path: $0).notes() } ?? []
        let report = try await LedgerVerification.verify(
            copy, key: try LedgerKeyFile(path: ledgerKey ?? configuration.verifierKey).read(), outside: notes)
        await copy.close()
        LedgerWords.say(report)
        if !report.isClean || !faults.isEmpty { throw ExitCode(1) }
    }
}

/// A verification in words.
enum LedgerWords {
    static func say(_ report: VerificationReport) {
        for finding in report.findings { Say.line(finding.description) }
        if report.furtherFindings > 0 { Say.line("and \(report.furtherFindings) more") }
        for remark in report.remarks { Say.line("Note: \(remark)") }
        let what = "\(report.rows) rows, \(report.checkpoints) checkpoints in the store and \(report.outsideCheckpoints) kept outside"
        Say.line(report.isClean ? "Everything agrees: \(what), signed to entry \(report.signedSize)." : "NOT as the ledger says (\(what)).")
    }
}
