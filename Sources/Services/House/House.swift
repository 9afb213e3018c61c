// SPDX-License-Identifier: Apache-2.0
public import Linkage
public import Safeguarding
public import Standard
public import Storage
import Synchronization

/// Everything that the use cases share: store, standards, match index, directory. Each use case authorises, applies the rules, stores,
/// writes to the ledger and queues its jobs in ONE transaction. The only door to the store.
public final class House: Sendable {
    /// The store.
    public let store: Store
    /// All versions of the common standard.
    public let standards: StandardLibrary
    /// Who this house is: region, whether it is a demo, costs.
    public let settings: HouseSettings
    /// What is known, in memory.
    public let index: MatchIndex
    /// Agencies, areas, teams, people and duty as they stand now.
    public let directory: DirectoryCache
    /// What the access policy sees of each concern in the index.
    let tags: ConcernTags
    /// Wakes the runner of jobs.
    let jobBell = CommitBell()
    /// Who waits at the public door.
    let doorLine = DoorLine()

    /// Puts the house together. `open` must be called before it is used.
    public init(store: Store, standards: StandardLibrary, settings: HouseSettings, index: MatchIndex) {
        self.store = store
        self.standards = standards
        self.settings = settings
        self.index = index
        directory = DirectoryCache()
        tags = ConcernTags()
    }

    /// Now, by the store's clock.
    public var now: Instant { store.now() }

    /// The standard in which new concerns are reported.
    public var standard: Standard { standards.version(settings.standard) ?? .empty }

    /// The standard that a record was made under; today's where that version is no longer there.
    public func standard(_ id: String) -> Standard { standards.version(StandardID(rawValue: id)) ?? standard }
}

/// What one installation is told at its start.
public struct HouseSettings: Sendable {
    /// The region's code.
    public var region: String
    /// Whether everything in the store is invented: every page says so, and one-time sign-in links are printed.
    public var isDemo: Bool
    /// The standard in which new concerns are reported.
    public var standard: StandardID
    /// What hashing a password costs.
    public var passwordCost: PasswordWork
    /// Minutes without use after which a session ends.
    public var sessionIdleMinutes: Int
    /// Hours after which a session ends whatever its use.
    public var sessionHours: Int

    /// The cost of password hashing, by name so that no caller names a number.
    public enum PasswordWork: Sendable {
        /// OWASP's.
        case standard
        /// For tests only.
        case cheapForTests
    }

    /// Settings with the usual lengths of session (SECURITY row 27: idle 15 minutes, 8 hours in all).
    public init(
        region: String, isDemo: Bool, standard: StandardID, passwordCost: PasswordWork = .standard, sessionIdleMinutes: Int = 15,
        sessionHours: Int = 8
    ) {
        self.region = region
        self.isDemo = isDemo
        self.standard = standard
        self.passwordCost = passwordCost
        self.sessionIdleMinutes = sessionIdleMinutes
        self.sessionHours = sessionHours
    }
}
