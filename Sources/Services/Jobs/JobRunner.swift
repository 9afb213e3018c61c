// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Synchronization

/// Runs what is queued: woken by each commit, a batch at a time, each job's effect and its end in one transaction. Several may run at once.
final class JobRunner: Sendable {
    private static let batch = 64
    private let house: House
    private let handlers: [String: any JobHandler]
    private let counts = Mutex(JobFigures())

    init(_ house: House, handlers: [any JobHandler]) {
        self.house = house
        self.handlers = Dictionary(handlers.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Figures since the start.
    var figures: JobFigures { counts.withLock { $0 } }

    /// Gives back what an earlier process had taken. Call it once at the start, before `run`.
    func releaseLeases() async throws {
        let now = house.now.microseconds
        try await house.store.writeWithoutEntry { session in try JobTable.release(session, now: now) }
    }

    /// Runs jobs until the task is cancelled or the store is closed.
    func run() async {
        for await _ in Wakes.from([house.store.engine.commits(), house.jobBell.listen()], every: .seconds(1)) {
            if Task.isCancelled { break }
            do { try await drain() } catch let error as StorageError where error.code == .closed || error.code == .poisoned { break } catch
            {
                counts.withLock { $0.rounds += 1 }
            }
        }
    }

    /// Runs everything that is due now, and what that makes due, and returns how many jobs were done.
    @discardableResult
    func drain() async throws -> Int {
        var done = 0
        while !Task.isCancelled {
            let now = house.now.microseconds
            guard try await house.store.read({ session in try JobTable.isDue(session, now: now) }) else { break }
            let jobs = try await house.store.writeWithoutEntry { session in try JobTable.take(session, now: now, most: Self.batch) }
            if jobs.isEmpty { break }
            for (kind, group) in Dictionary(grouping: jobs, by: \.kind).sorted(by: { $0.key < $1.key }) { done += await run(kind, group) }
        }
        return done
    }

    private func run(_ kind: String, _ jobs: [Job]) async -> Int {
        guard let handler = handlers[kind] else {
            for job in jobs { await putOff(job, reason: "no_handler") }
            return 0
        }
        do {
            try await handler.run(jobs)
            note(jobs)
            return jobs.count
        } catch let error where error is CancellationError || (error as? StorageError)?.code == .cancelled {
            // The process is ending: nothing is at fault, and the next start takes them up again.
            return 0
        } catch  where jobs.count > 1 {
            // One of them is at fault; alone, it holds up nobody.
            var done = 0
            for job in jobs { done += await run(kind, [job]) }
            return done
        } catch {
            for job in jobs { await putOff(job, reason: Self.code(error)) }
            return 0
        }
    }

    private func note(_ jobs: [Job]) {
        let now = house.now.microseconds
        counts.withLock { figures in
            figures.done += jobs.count
            for job in jobs where job.kind == JobKind.link { figures.note(lag: Double(now - job.queuedFor) / 1_000_000) }
        }
    }

    private func putOff(_ job: Job, reason: String) async {
        let now = house.now.microseconds
        counts.withLock { figures in
            figures.failed += 1
            if job.attempts >= JobTable.mostAttempts { figures.laidAside += 1 }
        }
        try? await house.store.writeWithoutEntry { session in try JobTable.putOff(session, job, now: now, reason: reason) }
    }

    /// What failed, as a code: an error's own text may not stand in the store.
    private static func code(_ error: any Error) -> String {
        switch error {
        case let error as ServiceError: error.code
        case let error as StorageError: "storage_\(error.code)".prefix { $0 != "(" }.description
        default: String(describing: type(of: error))
        }
    }
}

/// Figures of the runner since its start.
public struct JobFigures: Sendable, Hashable {
    /// Jobs done.
    public internal(set) var done = 0
    /// Attempts that failed.
    public internal(set) var failed = 0
    /// Jobs laid aside after too many attempts: a person must look.
    public internal(set) var laidAside = 0
    /// Rounds that the store broke off.
    public internal(set) var rounds = 0
    /// Seconds from a report's commit to its pieces linked, of the last one.
    public internal(set) var lastLag = 0.0
    /// The same, of the slowest.
    public internal(set) var greatestLag = 0.0

    mutating func note(lag: Double) {
        lastLag = max(0, lag)
        greatestLag = max(greatestLag, lastLag)
    }
}
