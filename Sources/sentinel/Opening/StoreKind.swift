// SPDX-License-Identifier: Apache-2.0
import Foundation
import Storage
import StorageSQLite

/// What a store says of itself, so that a command need not be told.
struct StoreKind: Sendable {
    /// Whether everything in it is invented.
    let isDemo: Bool
    /// Its region's code.
    let region: String

    /// Reads it; nil where there is no store that says.
    static func read(_ configuration: Configuration) async throws -> StoreKind? {
        guard configuration.postgres == nil, FileManager.default.fileExists(atPath: configuration.database) else { return nil }
        let copy = try SQLiteCopy(path: configuration.database)
        let rows = try await copy.read { session in try session.query("SELECT name, value FROM store_info") }
        await copy.close()
        let values = Dictionary(try rows.map { (try $0.text("name"), try $0.text("value")) }, uniquingKeysWith: { first, _ in first })
        guard let demo = values["demo"], let region = values["region"] else { return nil }
        return StoreKind(isDemo: demo == "yes", region: region)
    }
}
