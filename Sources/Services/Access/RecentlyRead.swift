// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Synchronization

/// Sessions or tokens read from the store a moment ago, by their secret's hash, so that not every request asks the store.
///
/// What this process ends is dead at once; what another ends is dead when the moment is over.
final class RecentlyRead<Entry: Sendable>: Sendable {
    private struct State {
        var entries: [[UInt8]: (entry: Entry, id: RecordID, readAt: Instant)] = [:]
        /// Ended here: a reading that began before must not bring them back.
        var ended: Set<RecordID> = []
    }

    /// Seconds for which an entry is believed (SECURITY row 28: dead within a second on all servers).
    static var seconds: Double { 1 }
    /// Entries held at most.
    static var most: Int { 20_000 }

    private let state = Mutex(State())

    /// The entry, if it was read within the last second.
    func entry(_ hash: [UInt8], at now: Instant) -> Entry? {
        state.withLock { state in
            guard let held = state.entries[hash], !state.ended.contains(held.id) else { return nil }
            let age = now.seconds(since: held.readAt)
            return age >= 0 && age < Self.seconds ? held.entry : nil
        }
    }

    /// Keeps what was just read. False where it was ended meanwhile: then it must not be used.
    func keep(_ entry: Entry, id: RecordID, under hash: [UInt8], at now: Instant) -> Bool {
        state.withLock { state in
            guard !state.ended.contains(id) else { return false }
            if state.entries.count >= Self.most { state.entries.removeAll() }
            state.entries[hash] = (entry, id, now)
            return true
        }
    }

    /// Ends these at once.
    func end(_ ids: some Sequence<RecordID>) {
        state.withLock { state in
            // Kept long enough for any reading under way; after that the store itself says so.
            if state.ended.count >= Self.most { state.ended.removeAll() }
            state.ended.formUnion(ids)
            state.entries = state.entries.filter { !state.ended.contains($0.value.id) }
        }
    }
}
