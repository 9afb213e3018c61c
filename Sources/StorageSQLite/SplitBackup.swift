// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Storage

/// A backup as two files, data and keys: whoever finds one can read nothing, and a newer key file opens older data, so that disposal
/// reaches every backup (DESIGN rule 1). The match index is never in it: it is made again.
public enum SplitBackup {
    /// The tables that go into the key file.
    static let keyTables = ["agency_key", "record_key"]

    /// The table of the key file that holds the ledger's public key. It goes with the keys, which are kept apart from the data: whoever can
    /// only write to the data can't put a key of their own beside a ledger of their own.
    static let verifierTable = "ledger_verifier"

    /// Splits a whole copy, as `backUp` made it, into data (which stays in the copy) and keys (a new file, mode 0600).
    /// - Parameter verifierKey: the ledger's public key as its one line of text; no secret.
    public static func split(copy: String, keys: String, verifierKey: String) throws {
        do {
            let queue = try open(copy)
            try makePrivate(keys)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "ATTACH DATABASE ? AS keys", arguments: [keys])
                for table in keyTables {
                    let sql = try String.fetchOne(
                        database, sql: "SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?", arguments: [table])
                    guard let sql else { throw StorageError(.corrupt, detail: "the table \(table) is missing") }
                    try database.execute(sql: sql.replacingOccurrences(of: "CREATE TABLE \(table)", with: "CREATE TABLE keys.\(table)"))
                    try database.execute(sql: "INSERT INTO keys.\(table) SELECT * FROM main.\(table)")
                    try database.execute(sql: "DELETE FROM main.\(table)")
                }
                try database.execute(sql: "CREATE TABLE keys.\(Self.verifierTable) (line TEXT NOT NULL)")
                try database.execute(sql: "INSERT INTO keys.\(Self.verifierTable) VALUES (?)", arguments: [verifierKey])
                try database.execute(sql: "DETACH DATABASE keys")
                // What is deleted is overwritten too, and then given back.
                try database.execute(sql: "VACUUM")
            }
            try queue.close()
        } catch let error as DatabaseError { throw StorageError(grdb: error) }
    }

    /// Puts data and keys together again, in a file that must not be there yet. The keys may be newer than the data.
    public static func join(data: String, keys: String, into path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw StorageError(.unavailable, detail: "there is a store already: \(path)")
        }
        do {
            try FileManager.default.copyItem(atPath: data, toPath: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            let queue = try open(path)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "ATTACH DATABASE ? AS keys", arguments: [keys])
                for table in keyTables { try database.execute(sql: "INSERT INTO main.\(table) SELECT * FROM keys.\(table)") }
                try database.execute(sql: "DETACH DATABASE keys")
            }
            try queue.close()
        } catch let error as DatabaseError { throw StorageError(grdb: error) }
    }

    /// The ledger's public key, as its one line, in a key file; nil in one from before it was kept there.
    public static func verifierKey(keys: String) throws -> String? {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: keys, configuration: configuration).read { database in
                guard try database.tableExists(verifierTable) else { return nil }
                return try String.fetchOne(database, sql: "SELECT line FROM \(Self.verifierTable)")
            }
        } catch let error as DatabaseError { throw StorageError(grdb: error) }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "sentinel.backup"
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func makePrivate(_ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StorageError(.unavailable, detail: "the key file of the backup")
        }
    }
}
