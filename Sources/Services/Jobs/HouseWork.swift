// SPDX-License-Identifier: Apache-2.0
import Storage

/// All that a serving house does beside its use cases: it puts the ledger in sequence, feeds the match index, runs the jobs and climbs the
/// chain. One for each process.
public final class HouseWork: Sendable {
    private let house: House
    private let sequencer: LedgerSequencer
    let feeder: IndexFeeder
    let runner: JobRunner
    private let climbing: Climbing
    private let housekeeping: Housekeeping
    private let lookUps: LookUpCounting
    let outbox: OutboxSender

    /// The work of a house. Without a folder the match index lives in memory alone; with one, the house's `MatchIndex` must have been made
    /// with that folder's `storage`.
    /// Without a `mail` messages wait in the outbox.
    public init(
        _ house: House, ledger: LedgerSettings = LedgerSettings(), indexFolder: IndexFolder? = nil, mail: MailDelivery? = nil
    ) {
        self.house = house
        outbox = OutboxSender(house, delivery: mail ?? .none)
        sequencer = LedgerSequencer(store: house.store, settings: ledger)
        feeder = IndexFeeder(house, folder: indexFolder)
        climbing = Climbing(house: house)
        housekeeping = Housekeeping(house: house)
        lookUps = LookUpCounting(house: house)
        runner = JobRunner(
            house,
            handlers: [
                PieceLinker(house: house, feeder: feeder, names: LikelyNames()), climbing, housekeeping, lookUps,
                AccountShutOuts(house: house),
            ])
    }

    /// Works until the task is cancelled or the store is closed; then `stop` finishes. The index is loaded first, beside everything else:
    /// jobs begin once it is there, so that the later of two pieces sees the earlier.
    public func run() async {
        await withTaskGroup { group in
            group.addTask { await self.sequencer.run() }
            group.addTask { await self.outbox.run() }
            group.addTask { await self.watchClock() }
            group.addTask {
                guard await self.begin() else { return }
                await withTaskGroup { inner in
                    inner.addTask { await self.feeder.run() }
                    // Two, so that one finds links while the other's are written.
                    for _ in 0..<2 { inner.addTask { await self.runner.run() } }
                }
            }
        }
    }

    /// Does everything that is due now: jobs, index, sequence. For imports, for making a demo, and for tests.
    public func catchUp() async throws {
        if !feeder.isReady { try await feeder.start() }
        while try await runner.drain() > 0 {}
        try await sequencer.sequence()
        try await feeder.advance()
    }

    /// Puts the rest in sequence, signs for it and saves the index. Call it once `run` has returned, before the store is closed.
    public func stop() async throws {
        try await sequencer.stop()
        guard feeder.isReady else { return }
        try await feeder.advance()
        try await feeder.save()
    }

    /// Signs for what is in sequence. Returns the newest note; nil in an empty store.
    public func checkpoint() async throws -> String? {
        try await sequencer.sequence()
        return try await sequencer.checkpoint()
    }

    /// Whether the match index is loaded and followed. Intake, queue and exact look-up do not wait for it.
    public var indexIsReady: Bool { feeder.isReady }

    /// Figures of the jobs, for `/metrics`.
    public var jobFigures: JobFigures { runner.figures }

    /// Figures of the ledger, for `/metrics`; its alarm is for a person at once.
    public var ledgerFigures: LedgerFigures { sequencer.figures }

    /// Figures of the messages, for `/metrics`.
    public var mailFigures: MailFigures { outbox.figures }

    /// A clock that was ahead and is put right must not leave the next round of climbing in a far future: every minute that really passes,
    /// the round is drawn back to now.
    private func watchClock() async {
        while (try? await Task.sleep(for: .seconds(Climbing.seconds))) != nil { try? await climbing.begin() }
    }

    private func begin() async -> Bool {
        while !Task.isCancelled {
            do {
                try await runner.releaseLeases()
                try await climbing.begin()
                try await housekeeping.begin()
                try await lookUps.begin()
                try await house.door.resume()
                try await feeder.start()
                return true
            } catch let error as StorageError where error.code == .closed { return false } catch {
                try? await Task.sleep(for: .seconds(1))
            }
        }
        return false
    }
}
