// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// The one executable: it puts the rooms together and does nothing else.
@main
struct Sentinel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentinel", abstract: "Report signs of hidden crime to one standard, join every piece, and act on it together.",
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, SetupCommand.self, DemoCommand.self, ImportCommand.self, LedgerCommand.self, BackupCommand.self,
            RestoreCommand.self,
            DoctorCommand.self, LinkCommand.self, StandardCommand.self, TokenCommand.self, UserCommand.self, KeyCommand.self,
            ConfigCommand.self,
        ])
}

/// The options that every command on a store takes.
struct StoreOptions: ParsableArguments {
    @Option(help: "The folder of the store. SENTINEL_DATA says the same.")
    var data: String?

    @Option(help: "A file of lines SENTINEL_NAME=value. SENTINEL_CONFIG says the same.")
    var config: String?

    func configuration(port: Int? = nil, host: String? = nil) throws -> Configuration {
        try Configuration.read(file: config, data: data, port: port, host: host)
    }
}
