// SPDX-License-Identifier: Apache-2.0

/// How the database server is reached.
public struct PostgresSettings: Sendable, Hashable {
    /// libpq's connection string or URI. The password belongs in a password file or in the environment, and is never logged from here.
    public var connection: String
    /// Connections kept, 1 to 256; each serves one transaction at a time.
    public var connections = 8
    /// The longest that one statement may take, in milliseconds.
    public var statementMilliseconds = 30_000
    /// How often a write closure is tried when transactions are in each other's way, 1 to 100.
    public var attempts = 60
    /// Whether to refuse a server that may lose what it acknowledged (`fsync`, `full_page_writes` or `synchronous_commit` off). Off in tests only.
    public var requiresDurability = true

    /// The usual settings for a server.
    public init(connection: String) {
        self.connection = connection
    }
}
