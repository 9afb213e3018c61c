// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Storage
import Synchronization

extension LedgerSequencer {
    /// The most entries that one checkpoint adds: their bodies are held in memory while they are hashed again.
    private static let most = 10_000

    /// Signs for what stands in sequence, if there is something new. Returns the newest note, nil while there are no entries.
    ///
    /// Every body since the last checkpoint is read and hashed again first. Throws `CheckpointError` where store and log disagree: the alarm
    /// stands from then on and nothing more is signed until a person has looked.
    @discardableResult
    public func checkpoint() async throws -> String? { try await one.run { try await self.signAll() } }

    /// Signs if so many entries or so much time has passed. Returns whether it looked.
    func checkpointIfDue() async throws -> Bool {
        let now = store.now().microseconds
        let due = state.withLock { state in
            let waited = state.signedAt.map { now - $0 >= Int64(settings.checkpointSeconds * 1_000_000) } ?? true
            return waited || state.figures.size - state.signedSize >= settings.checkpointEntries
        }
        if due { try await checkpoint() }
        return due
    }

    private func signAll() async throws -> String? {
        if let alarm = figures.alarm { throw StorageError(.corrupt, detail: alarm) }
        var newest = try await lastNote()
        while true {
            let previous = newest
            do {
                guard let note = try await sign(after: previous) else { break }
                try await keep(note)
                newest = note.text
            } catch let error as CheckpointError {
                raise(error.description)
                throw error
            }
        }
        let now = store.now().microseconds
        state.withLock { $0.signedAt = now }
        return newest
    }

    private struct Note: Sendable {
        let size: Int
        let text: String
    }

    private func lastNote() async throws -> String? {
        try await store.read { session in
            try session.first("SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1").map { try $0.text("note") }
        }
    }

    private func sign(after previous: String?) async throws -> Note? {
        let signer = try store.keys.checkpointSigner()
        let start = try previous.map { try signer.verifierKey.open($0).size } ?? 0
        return try await store.read { session in
            let count = try LedgerFeed.count(session)
            guard count != start else { return nil }
            let size = min(count, start + Self.most)
            let bodies = try LedgerFeed.sequenced(session, from: start, limit: max(0, size - start)).map(\.body)
            let text = try signer.sign(size: size, previous: previous, bodies: bodies) { level, index in
                try Self.node(session, level, index)
            }
            return Note(size: size, text: text)
        }
    }

    private func keep(_ note: Note) async throws {
        try await store.writeWithoutEntry { session in
            try session.execute(
                "INSERT INTO ledger_checkpoint (size, note) VALUES ($1, $2) ON CONFLICT (size) DO NOTHING",
                [.integer(note.size), .text(note.text)])
        }
        state.withLock { state in
            state.signedSize = note.size
            state.figures.checkpoints += 1
        }
        if let path = settings.checkpointFile { try CheckpointFile(path: path).append(note.text) }
    }

    /// An old copy put back in the place of the store: the newest checkpoint kept outside signs for more than there is.
    func findRollback() async throws -> String? {
        guard let path = settings.checkpointFile, let note = try CheckpointFile(path: path).notes().last else { return nil }
        let signed = try store.keys.ledgerVerifierKey().open(note).size
        let count = try await store.read { session in try LedgerFeed.count(session) }
        return count < signed ? CheckpointError.wouldShrink(from: signed, to: count).description : nil
    }
}
