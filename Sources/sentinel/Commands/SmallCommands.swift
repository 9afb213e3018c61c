// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Web

/// `sentinel token`
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make a bearer token for an agency's system; the last line printed is the token.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The agency's name; without it, the first with a system.") var agency: String?

    func run() async throws {
        let arguments = agency.map { ["agency": $0] } ?? [:]
        Say.line(try await StoreCommand.run("token", arguments, try store.configuration()))
    }
}

/// `sentinel user`
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Help a person back in.", subcommands: [Link.self])

    /// `sentinel user link`
    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a one-time link by which a person chooses a new password and enrols an authenticator.")

        @OptionGroup var store: StoreOptions
        @Option(help: "The person's e-mail address.") var email: String

        func run() async throws {
            let configuration = try store.configuration()
            Say.line(configuration.origin + (try await StoreCommand.run("link", ["email": email], configuration)))
        }
    }
}

/// `sentinel config`
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "config", abstract: "Print the settings in force, without secrets.")

    @OptionGroup var store: StoreOptions

    func run() throws {
        let settings = try store.configuration()
        Say.line("SENTINEL_DATA=\(settings.data)")
        Say.line("SENTINEL_MASTER_KEY_FILE=\(settings.masterKeyFile)")
        Say.line("SENTINEL_DATABASE_URL=\(settings.postgres == nil ? "(SQLite in SENTINEL_DATA)" : "(set)")")
        Say.line("SENTINEL_HOST=\(settings.host)\nSENTINEL_PORT=\(settings.port)")
        Say.line("SENTINEL_BEHIND_PROXY=\(settings.isBehindProxy ? "yes" : "no")\nSENTINEL_PUBLIC_ORIGIN=\(settings.publicOrigin ?? "")")
        Say.line("SENTINEL_TLS_CHAIN_FILE=\(settings.certificateChain ?? "")\nSENTINEL_TLS_KEY_FILE=\(settings.certificateKey ?? "")")
        Say.line("SENTINEL_METRICS_FOR_EVERYONE=\(settings.metricsForEveryone ? "yes" : "no")")
        Say.line("SENTINEL_SMTP_HOST=\(settings.relay?.host ?? "")\nSENTINEL_SMTP_PORT=\(settings.relay.map { String($0.port) } ?? "")")
        Say.line("SENTINEL_SMTP_FROM=\(settings.relay?.sender ?? "")\nSENTINEL_SMTP_USER=\(settings.relay?.user ?? "")")
        Say.line(
            "SENTINEL_SMTP_PASSWORD=\(settings.relay?.password == nil ? "" : "(set)")\nSENTINEL_SMTP_CA_FILE=\(settings.relay?.authority ?? "")"
        )
        Say.line("SENTINEL_PDF_PYTHON=\(settings.pdfPython ?? "")")
        Say.line("SENTINEL_REGION=\(settings.region)\nSENTINEL_STANDARD=\(settings.standard)")
        Say.line("SENTINEL_STANDARDS=\(settings.standards)\nSENTINEL_CONTENT=\(settings.content)\nSENTINEL_PUBLIC=\(settings.publicFiles)")
    }
}
