// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Safeguarding
import Services
import Storage
import StorageSQLite

/// The commands that write to a store, by name: run in the server that holds it or in this process, never beside it.
enum HouseCommands {
    /// Runs a command and returns what is to be printed.
    static func run(_ command: String, _ arguments: [String: String], _ opened: OpenHouse) async throws -> String {
        switch command {
        case "token": try await token(arguments, opened.house)
        case "link": try await link(arguments, opened.house)
        case "import": try await ConcernImport.run(arguments, opened.house)
        case "backup": try await backup(arguments, opened)
        case "checkpoint": try await opened.work.checkpoint() ?? "There is nothing in the ledger yet."
        default:
            throw Configuration.Fault(description: "The running server does not know the command '\(command)'. Is it of another version?")
        }
    }

    /// A bearer token for an agency's system: the first system account, or the one of the agency named.
    private static func token(_ arguments: [String: String], _ house: House) async throws -> String {
        let snapshot = house.directory.snapshot
        let systems = snapshot.accounts.values.filter { $0.isSystem && $0.state == .active }.sorted { $0.id < $1.id }
        let wanted = arguments["agency"]
        guard let system = systems.first(where: { wanted == nil || snapshot.name(ofAgency: $0.agency) == wanted }) else {
            throw Configuration.Fault(description: "No agency's system has an account here. Add one on the page Directory.")
        }
        // Whoever has the machine may act for each of its agencies.
        let administrator = try administrator(house)
        let acting = Actor(account: administrator.account, agency: system.agency, grants: administrator.grants)
        let (secret, _) = try await house.tokens.make(
            acting, label: "command line", scopes: ["concerns:write", "concerns:read-own", "standard:read"], days: 30, forSystem: system.id)
        return secret
    }

    /// A one-time link by which a person chooses a new password and enrols an authenticator.
    private static func link(_ arguments: [String: String], _ house: House) async throws -> String {
        let email = arguments["email"] ?? ""
        guard let account = house.directory.snapshot.accounts.values.first(where: { $0.email.lowercased() == email.lowercased() }) else {
            throw Configuration.Fault(description: "No account has this e-mail address.")
        }
        return "/link/" + (try await house.signIn.makeLink(nil, account: account.id, purpose: .setPassword))
    }

    private static func backup(_ arguments: [String: String], _ opened: OpenHouse) async throws -> String {
        guard let engine = opened.engine as? SQLiteEngine else {
            throw Configuration.Fault(description: "This store is on PostgreSQL: back it up with its own tools.")
        }
        guard let folder = arguments["to"] else { throw Configuration.Fault(description: "Name a folder: sentinel backup --to FOLDER") }
        let verifierKey = try opened.house.store.keys.ledgerVerifierKey().description
        return try await Backup.take(engine, verifierKey: verifierKey, into: folder, at: opened.house.now)
    }

    static func administrator(_ house: House) throws -> Actor {
        let snapshot = house.directory.snapshot
        let actors = snapshot.accounts.keys.sorted().lazy.compactMap { snapshot.actor($0, at: house.now) }
        guard let actor = actors.first(where: { $0.holds(.administrator) }) else {
            throw Configuration.Fault(
                description:
                    "There is no active administrator. Open the administrator's link, or make one: sentinel user link --email ADDRESS")
        }
        return actor
    }
}
