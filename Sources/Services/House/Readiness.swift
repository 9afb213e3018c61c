// SPDX-License-Identifier: Apache-2.0
import Storage

extension House {
    /// What keeps the house from taking work; nil when it can. The match index is not waited for: answers say what they did not search.
    public func readiness() async -> String? {
        if store.engine.failure != nil { return "The store can't be written. See the log, then start again." }
        do {
            _ = try await store.read { session in try session.integer("SELECT 1 AS n") }
            return nil
        } catch { return "The store can't be read at this moment." }
    }

    /// Figures of the store since the start, for metrics.
    public var storeFigures: StoreFigures {
        let figures = store.engine.figures
        return StoreFigures(writes: figures.writes, commits: figures.commits, failures: figures.failures)
    }
}

/// Figures of the store since the start.
public struct StoreFigures: Sendable, Hashable {
    /// Writes that were stored.
    public let writes: Int
    /// Commits; fewer than writes where several shared one.
    public let commits: Int
    /// Writes that failed.
    public let failures: Int
}
