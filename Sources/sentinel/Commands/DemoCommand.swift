// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Demo
import Foundation
import Services
import Storage
import Vault

/// `sentinel demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make the fictional region if it is not there, serve it, and print a one-time sign-in link for each role.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The port to listen on.") var port: Int?
    @Option(help: "The address to listen on.") var host: String?
    @Option(help: "How many concerns to invent.") var concerns = 5000
    @Option(help: "The seed: the same seed invents the same region.") var seed: UInt64 = 20_141_017
    @Flag(help: "Make the region and stop.") var onlyMake = false

    func run() async throws {
        var configuration = try store.configuration(port: port, host: host)
        if store.data == nil { configuration.data = "./data/demo" }
        if ProcessInfo.processInfo.environment["SENTINEL_MASTER_KEY_FILE"] == nil {
            configuration.masterKeyFile = configuration.data + ".key"
        }
        configuration.region = "fictional"
        let opened = try await region(configuration)
        if onlyMake { return try await opened.close() }
        let settings = configuration
        let links = try await Self.links(opened.house)
        try await ServeHouse.run(opened) { port in
            let address = settings.address(port: port)
            Say.line("\nSentinel serves the fictional region at \(address)/\n\nSign in once by link:")
            for (role, secret) in links { Say.line("  Role \(role)  \(address)/link/\(secret)") }
            Say.line("\nOr take the tour of five minutes at \(address)/tour")
            Say.line("\nNew links: start again. Stop: Ctrl-C.")
        }
    }

    /// The region as it stands, or newly made.
    private func region(_ configuration: Configuration) async throws -> OpenHouse {
        if FileManager.default.fileExists(atPath: configuration.masterKeyFile) {
            do { return try await OpenHouse.open(configuration, isDemo: true) } catch HouseOpeningError.notFounded {}
        } else {
            try MasterKeyFile.write(try MasterKey.generate(), configuration)
        }
        let clock = DemoClock()
        let opened = try await OpenHouse.make(
            configuration, master: try MasterKeyFile.read(configuration), isDemo: true, now: { clock.now() })
        do {
            let work = Task { await opened.work.run() }
            try await DemoRegion.make(opened.house, clock: clock, seed: seed, concerns: concerns) { part, words in
                Say.line("  \(Int(part * 100)) %  \(words)")
            }
            clock.release()
            try LedgerKeyFile(path: configuration.verifierKey).write(opened.house.store.keys)
            work.cancel()
            await work.value
            try await opened.work.catchUp()
            // Opened anew, so that from now on nothing but the real time is told.
            try await opened.close()
            if !onlyMake { Self.beginAnew() }
            return try await OpenHouse.open(configuration, isDemo: true)
        } catch {
            await opened.engine.close()
            throw error
        }
    }

    /// Starts this same command in this process's place: what making two years took stays with nobody. Returns only where it can't.
    private static func beginAnew() {
        var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) } + [nil]
        execv("/proc/self/exe", &arguments)
        for argument in arguments { free(argument) }
    }

    private static func links(_ house: House) async throws -> [(role: String, secret: String)] {
        var links: [(role: String, secret: String)] = []
        for (role, account) in DemoRegion.roles(house) {
            links.append((role, try await house.signIn.makeLink(nil, account: account, purpose: .demoSignIn)))
        }
        return links
    }
}
