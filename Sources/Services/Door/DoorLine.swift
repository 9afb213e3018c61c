// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Synchronization

/// Who waits at the door, in a fair order: in turns by where they come from, so that whoever sends thousands from one place holds up only
/// themselves; and those who have done a piece of work in a lane of their own. Nobody is ever turned away: there is no most.
///
/// Where somebody comes from stands here only, in memory, as long as they wait.
final class DoorLine: Sendable {
    /// How many are stored at once: what one commit takes.
    static let most = 64
    /// Turns of the lane of those who worked, before one of the others is let in.
    private static let workedTurns = 3

    private struct Lane {
        var ids: [RecordID] = []
        var next = 0

        var first: RecordID? { next < ids.count ? ids[next] : nil }

        mutating func take() -> RecordID? {
            guard let id = first else { return nil }
            next += 1
            if next > 256, next * 2 > ids.count {
                ids.removeFirst(next)
                next = 0
            }
            return id
        }
    }

    private struct State {
        /// Everybody who waits, and whether they have worked.
        var waiting: [RecordID: Bool] = [:]
        var worked = Lane()
        var sources: [String: Lane] = [:]
        /// The sources in turn.
        var turns: [String] = []
        var turn = 0
        var workedInARow = 0
        var running: Set<RecordID> = []
        var whenDone: [RecordID: [Int: CheckedContinuation<Void, Never>]] = [:]
        var tickets = 0
    }

    private let state = Mutex(State())

    /// How many wait.
    var count: Int { state.withLock { $0.waiting.count } }

    /// Lets one in at once, where nobody waits and there is room. `leave` must follow.
    func passesAtOnce(_ id: RecordID) -> Bool {
        state.withLock { state in
            guard state.waiting.isEmpty, state.running.count < Self.most, !state.running.contains(id) else { return false }
            state.running.insert(id)
            return true
        }
    }

    /// Puts one into the line; whoever is in it already only changes lanes, where they have worked.
    /// - Returns: whether there is room, so that somebody must ask for `next`.
    func enter(_ id: RecordID, from source: String, hasWorked: Bool) -> Bool {
        state.withLock { state in
            guard !state.running.contains(id) else { return false }
            if let worked = state.waiting[id] {
                if hasWorked, !worked {
                    state.waiting[id] = true
                    state.worked.ids.append(id)
                }
            } else {
                state.waiting[id] = hasWorked
                if hasWorked {
                    state.worked.ids.append(id)
                } else {
                    if state.sources[source] == nil { state.turns.append(source) }
                    state.sources[source, default: Lane()].ids.append(id)
                }
            }
            return state.running.count < Self.most
        }
    }

    /// The next to be let in; nil where nobody waits or there is no room. `leave` must follow.
    func next() -> RecordID? {
        state.withLock { state in
            guard state.running.count < Self.most, let id = Self.take(&state) else { return nil }
            state.waiting[id] = nil
            state.running.insert(id)
            return id
        }
    }

    /// One has been stored, or could not be: those who wait for it are told.
    func leave(_ id: RecordID) {
        let told = state.withLock { state in
            state.running.remove(id)
            return state.whenDone.removeValue(forKey: id) ?? [:]
        }
        for one in told.values { one.resume() }
    }

    /// Whether somebody has worked already.
    func hasWorked(_ id: RecordID) -> Bool { state.withLock { $0.waiting[id] ?? false } }

    /// Waits until one has left the line, and no longer than so many seconds; returns at once where it is not in it.
    func wait(for id: RecordID, seconds: Double) async {
        await withCheckedContinuation { continuation in
            let ticket: Int? = state.withLock { state in
                guard state.running.contains(id) || state.waiting[id] != nil else { return nil }
                state.tickets += 1
                state.whenDone[id, default: [:]][state.tickets] = continuation
                return state.tickets
            }
            guard let ticket else { return continuation.resume() }
            Task {
                try? await Task.sleep(for: .seconds(seconds))
                state.withLock { $0.whenDone[id]?.removeValue(forKey: ticket) }?.resume()
            }
        }
    }

    /// Three of those who worked, then one of the others, as long as there are both.
    private static func take(_ state: inout State) -> RecordID? {
        let fromWorked = state.workedInARow < workedTurns
        if fromWorked, let id = takeWorked(&state) {
            state.workedInARow += 1
            return id
        }
        state.workedInARow = 0
        return takeInTurn(&state) ?? takeWorked(&state)
    }

    private static func takeWorked(_ state: inout State) -> RecordID? {
        while let id = state.worked.take() {
            if state.waiting[id] != nil { return id }
        }
        return nil
    }

    /// One of the next source. Those of it who have left by the other lane are passed over.
    private static func takeInTurn(_ state: inout State) -> RecordID? {
        while !state.turns.isEmpty {
            if state.turn >= state.turns.count { state.turn = 0 }
            let source = state.turns[state.turn]
            guard let id = state.sources[source]?.take() else {
                state.sources[source] = nil
                state.turns.swapAt(state.turn, state.turns.count - 1)
                state.turns.removeLast()
                continue
            }
            // Worked meanwhile: it has a place in the other lane.
            if state.waiting[id] == false {
                state.turn += 1
                return id
            }
        }
        return nil
    }
}
