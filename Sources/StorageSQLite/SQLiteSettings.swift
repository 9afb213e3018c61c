// SPDX-License-Identifier: Apache-2.0

/// How the embedded database is opened.
public struct SQLiteSettings: Sendable, Hashable {
    /// The folder of the store, made with mode 0700 where it is missing. It holds the database, its write-ahead log and the lock file.
    public var folder: String
    /// Connections that read at the same time, 1 to 64.
    public var readers = 8
    /// The most write closures that share one COMMIT, 1 to 1,024.
    public var groupSize = 64
    /// How long a group waits for writers who were there a moment ago, in microseconds. A lone writer never waits.
    public var gatherMicroseconds = 1000
    /// How long a statement waits for a lock of the operating system, in milliseconds.
    public var busyMilliseconds = 5000
    /// Pages of the write-ahead log (4 KiB each) after which its content is carried over into the database file.
    public var checkpointPages = 1000
    /// Pages of the write-ahead log after which the writer waits for readers to let go of it, so that it stays bounded.
    public var longestLogPages = 16_000

    /// The usual settings for a folder.
    public init(folder: String) {
        self.folder = folder
    }

    /// The database file.
    public var databasePath: String { folder + "/sentinel.sqlite" }

    /// The file whose lock says that a process serves the store.
    public var lockPath: String { folder + "/sentinel.lock" }
}
