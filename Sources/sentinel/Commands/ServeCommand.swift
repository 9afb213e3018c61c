// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// `sentinel serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve a store that was set up.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The port to listen on.") var port: Int?
    @Option(help: "The address to listen on.") var host: String?

    func run() async throws {
        let configuration = try store.configuration(port: port, host: host)
        let opened = try await OpenHouse.open(configuration, isDemo: false)
        try await ServeHouse.run(opened) { port in Say.line("Sentinel serves at \(configuration.address(port: port))/") }
    }
}

/// Lines on standard output, flushed at once: other programs read them.
enum Say {
    static func line(_ text: String) {
        print(text)
        fflush(nil)
    }
}
