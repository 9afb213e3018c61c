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
    static func take(_ engine: SQLiteEngine, verifierKey: String, into folder: String, at now: Instant) async throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let stamp = now.date.formatted(.iso8601.timeSeparator(.omitted).dateSeparator(.omitted))
        let data = "\(folder)/sentinel-\(stamp).data.sqlite"
        let keys = "\(folder)/sentinel-\(stamp).keys.sqlite"
        try await engine.backUp(to: data)
        try SplitBackup.split(copy: data, keys: keys, verifierKey: verifierKey)
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
    @Option(help: "The ledger's public key as you keep it elsewhere, to verify with; without it, the one in the key file.") var ledgerKey:
        String?
    @Option(help: "Checkpoints kept elsewhere, to verify with.") var checkpoints: String?
    @Flag(help: "Verify what was restored: pages, ledger, every row.") var verify = false

    func run() async throws {
        let configuration = try store.configuration()
        try FileManager.default.createDirectory(
            atPath: configuration.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let kept = try ledgerKey.map { try LedgerKeyFile(path: $0).read() }
        let key = try VerifierChoice(kept: kept, carried: try SplitBackup.verifierKey(keys: keyFile))
        try SplitBackup.join(data: dataFile, keys: keyFile, into: configuration.database)
        if let line = key.key?.description, !FileManager.default.fileExists(atPath: configuration.verifierKey) {
            try Data((line + "\n").utf8).write(to: URL(fileURLWithPath: configuration.verifierKey), options: .atomic)
        }
        Say.line("Restored into \(configuration.data).")
        guard verify else { return }
        guard let verifier = key.key else {
            throw Configuration.Fault(
                description: "This key file is from before it held the ledger's public key: name the one you keep, --ledger-key FILE.")
        }
        if let warning = key.warning { Say.line(warning) }
        let copy = try SQLiteCopy(path: configuration.database)
        let faults = try await copy.integrityFaults()
        for fault in faults { Say.line("damaged: \(fault)") }
        let notes = try checkpoints.map { try CheckpointFile(path: $0).notes() } ?? []
        let report = try await LedgerVerification.verify(
            copy, key: verifier, outside: notes)
        await copy.close()
        LedgerWords.say(report)
        if !report.isClean || !faults.isEmpty { throw ExitCode(1) }
    }
}

/// With which public key a restored store is held against its ledger: one that was kept elsewhere before the one of the backup.
struct VerifierChoice {
    let key: VerifierKey?
    /// What the check is not worth, in words; nil where the key was kept elsewhere.
    var warning: String?

    /// - Parameters:
    ///   - kept: the key that was kept elsewhere, if one was named.
    ///   - carried: the line in the backup's key file, if there is one.
    /// - Throws: where the two differ, or the line is no key.
    init(kept: VerifierKey?, carried: String?) throws {
        let carried = try carried.map { try VerifierKey(parsing: $0) }
        if let kept, let carried, kept.description != carried.description {
            throw Configuration.Fault(
                description: "The key file of the backup holds another ledger key than the one named with --ledger-key: "
                    + "it is of another store, or somebody has changed it. Nothing was restored.")
        }
        key = kept ?? carried
        guard kept == nil else { return }
        warning =
            "Note: verified with the ledger key that lies in the backup's own key file. Whoever could rewrite both files could have "
            + "changed it with them: the stronger check is --ledger-key with a copy kept elsewhere, and --checkpoints kept elsewhere."
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
