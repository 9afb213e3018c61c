// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Vault

/// `sentinel key`
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Put the master key back from its recovery sheet.", subcommands: [Restore.self])

    /// `sentinel key restore`
    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the master key file from the lines of the recovery sheet, typed on standard input.")

        @OptionGroup var store: StoreOptions

        func run() throws {
            let settings = try store.configuration()
            Say.line("Type the lines of the recovery sheet, an empty line after the last:")
            var lines: [String] = []
            while let line = readLine(), !line.isEmpty { lines.append(line) }
            try MasterKeyFile.write(try RecoverySheet.key(reading: lines.joined(separator: "\n")), settings)
            Say.line("The master key stands in \(settings.masterKeyFile). `sentinel doctor` says whether the store opens with it.")
        }
    }
}
