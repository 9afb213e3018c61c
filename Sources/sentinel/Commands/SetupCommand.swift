// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Services
import Storage
import Vault

/// `sentinel setup`
struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: "Make a new store: master key, recovery sheet, first agency, and a one-time link for its administrator.",
        discussion: "There is no default password, and no secret is taken on the command line.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The name of the first agency.") var agency: String
    @Option(help: "Its kind, a code of the standard such as police or council.") var kind = "council"
    @Option(help: "The law its records are held under, a code of the standard.") var legalRegime = "uk_gdpr"
    @Option(help: "The administrator's name.") var name: String
    @Option(help: "The administrator's work e-mail address.") var email: String

    func run() async throws {
        let configuration = try store.configuration()
        let key: MasterKey
        if FileManager.default.fileExists(atPath: configuration.masterKeyFile) {
            // A key without a founded store: a set-up that was broken off.
            key = try MasterKeyFile.read(configuration)
        } else {
            key = try MasterKey.generate()
            try MasterKeyFile.write(key, configuration)
        }
        let opened = try await OpenHouse.make(configuration, master: key, isDemo: false)
        do {
            let founding = try await opened.house.found(
                agency: AgencyFields(
                    name: agency, kind: kind, legalRegime: legalRegime, shareRule: "summary", retentionClass: "undecided"),
                administrator: AccountFields(name: name, email: email, post: "Administrator", phone: ""))
            try LedgerKeyFile(path: configuration.verifierKey).write(opened.house.store.keys)
            try await opened.close()
            Say.line(
                "The store stands in \(configuration.data). The master key is \(configuration.masterKeyFile): keep it apart from the store and its backups."
            )
            Say.line("\nRECOVERY SHEET: print it, lock it away, and do not keep it on this machine.\n")
            Say.line(RecoverySheet.text(of: key))
            Say.line("Within 30 minutes, the administrator opens this link once (after `sentinel serve`):")
            Say.line("\(configuration.origin)/link/\(founding.link)")
        } catch {
            await opened.engine.close()
            throw error
        }
    }
}
