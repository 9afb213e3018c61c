// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The directory as last read from the store. It is read anew after each change.
public final class DirectoryCache: Sendable {
    private struct State {
        var snapshot = DirectorySnapshot()
        var opened = OpenedEntries()
        var begun = 0
        var shown = 0
    }

    /// One reading of the directory.
    struct Turn: Sendable {
        let number: Int
        var opened: OpenedEntries
        var snapshot = DirectorySnapshot()
    }

    private let state = Mutex(State())
    /// What sign-in and tokens keep in memory: it holds only as long as the directory bears it out.
    let access = AccessMemory()

    init() {}

    /// The directory now.
    public var snapshot: DirectorySnapshot { state.withLock { $0.snapshot } }

    /// Begins a reading: everything read from here on is newer than what any earlier turn began with.
    func begin() -> Turn {
        state.withLock { state in
            state.begun += 1
            return Turn(number: state.begun, opened: state.opened)
        }
    }

    /// Shows what was read, unless a turn that began later is shown already: that one has seen all that this one has.
    func finish(_ turn: Turn) {
        state.withLock { state in
            guard turn.number > state.shown else { return }
            state.shown = turn.number
            state.snapshot = turn.snapshot
            state.opened = turn.opened
        }
    }
}
