// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ledger
import Services
import Storage
import StoragePostgres
import StorageSQLite

/// `sentinel ledger`
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Verify the ledger, or sign for it now.", subcommands: [Verify.self, Checkpoint.self])

    /// `sentinel ledger verify`
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold every row of a store, or of a copy of it, against its ledger. Needs no master key.")

        @OptionGroup var store: StoreOptions
        @Option(help: "The ledger's public key; without it, ledger.vkey in the folder.") var key: String?
        @Option(help: "Checkpoints kept elsewhere; without it, checkpoints.txt in the folder.") var checkpoints: String?

        func run() async throws {
            let configuration = try store.configuration()
            let verifier = try LedgerKeyFile(path: key ?? configuration.verifierKey).read()
            let notes = try CheckpointFile(path: checkpoints ?? configuration.checkpoints).notes()
            let engine: any SQLEngine =
                if let connection = configuration.postgres { try await PostgresEngine(PostgresSettings(connection: connection)) } else {
                    try SQLiteCopy(path: configuration.database)
                }
            let report = try await LedgerVerification.verify(engine, key: verifier, outside: notes)
            await engine.close()
            LedgerWords.say(report)
            if !report.isClean { throw ExitCode(1) }
        }
    }

    /// `sentinel ledger checkpoint`
    struct Checkpoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Sign for everything in the ledger now, and print the note.")

        @OptionGroup var store: StoreOptions

        func run() async throws { Say.line(try await StoreCommand.run("checkpoint", [:], try store.configuration())) }
    }
}
