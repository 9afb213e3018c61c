// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Safeguarding
import Services
import Standard
import Storage
import StoragePostgres
import StorageSQLite
import Vault
import Web

/// A house with its engine and its work: the only place where the rooms are put together.
struct OpenHouse: Sendable {
    let house: House
    let work: HouseWork
    let engine: any SQLEngine
    let configuration: Configuration

    /// Opens the engine, brings its tables up to date and puts the house together. The store need not be founded yet.
    static func make(
        _ configuration: Configuration, master: MasterKey, isDemo: Bool, now: @escaping TimeSource = systemTime
    ) async throws -> OpenHouse {
        let standards = try StandardLibrary.load(URL(fileURLWithPath: configuration.standards))
        let standard = StandardID(rawValue: configuration.standard)
        guard standards.version(standard) != nil else {
            throw Configuration.Fault(
                description:
                    "There is no standard \(configuration.standard). SENTINEL_STANDARD can be: \(standards.ids.map(\.rawValue).joined(separator: ", "))."
            )
        }
        let engine = try await engine(configuration)
        try await engine.migrate(Schema.migrations)
        let random = SystemRandomness.bytes
        let keys = KeyStore(master: master, region: configuration.region, random: random)
        let store = Store(engine: engine, keys: keys, now: now, random: random)
        let folder = IndexFolder(path: configuration.index)
        let house = House(
            store: store, standards: standards,
            settings: HouseSettings(region: configuration.region, isDemo: isDemo, standard: standard),
            index: MatchIndex(storage: folder.storage(master)))
        let work = HouseWork(
            house, ledger: LedgerSettings(checkpointFile: configuration.checkpoints), indexFolder: folder,
            mail: MailDelivery(
                relay: configuration.relay.map { SMTPRelay($0) }, origin: configuration.origin, words: MessageWords.of))
        return OpenHouse(house: house, work: work, engine: engine, configuration: configuration)
    }

    /// Opens a founded store.
    static func open(_ configuration: Configuration, isDemo: Bool) async throws -> OpenHouse {
        let now = await GuardedClock.source(configuration)
        let opened = try await make(configuration, master: try MasterKeyFile.read(configuration), isDemo: isDemo, now: now)
        do { try await opened.house.open() } catch {
            await opened.engine.close()
            throw error
        }
        return opened
    }

    /// What the store says of itself; nil where there is none that says.
    static func particulars(_ configuration: Configuration) async throws -> StoreParticulars? {
        if let connection = configuration.postgres {
            let engine = try await PostgresEngine(PostgresSettings(connection: connection))
            let particulars = try? await StoreParticulars.read(engine)
            await engine.close()
            return particulars
        }
        guard FileManager.default.fileExists(atPath: configuration.database) else { return nil }
        let copy = try SQLiteCopy(path: configuration.database)
        defer { Task { await copy.close() } }
        return try await StoreParticulars.read(copy)
    }

    /// Finishes what has begun and lets go of the store.
    func close() async throws {
        try await work.stop()
        await engine.close()
    }

    private static func engine(_ configuration: Configuration) async throws -> any SQLEngine {
        try FileManager.default.createDirectory(
            atPath: configuration.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let connection = configuration.postgres { return try await PostgresEngine(PostgresSettings(connection: connection)) }
        return try SQLiteEngine(SQLiteSettings(folder: configuration.data))
    }
}
