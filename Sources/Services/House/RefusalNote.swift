// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Synchronization

/// What one request has been refused so far. A use case writes a refusal to the ledger where it knows most about it; whatever reaches the
/// web layer as a refusal and stands in no entry yet is written there, in one place for every route (SECURITY row 57).
public final class RefusalNote: Sendable {
    @TaskLocal static var current: RefusalNote?

    private struct State {
        var isRecorded = false
        var concern: RecordID?
    }
    private let state = Mutex(State())

    /// Nothing has been refused.
    public init() {}

    /// Runs a request; what is refused in it is noted here.
    public func watching<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        try await Self.$current.withValue(self, operation: body)
    }

    /// Whether an entry says so already.
    var isRecorded: Bool { state.withLock { $0.isRecorded } }
    /// The concern that was said not to be there, if it was asked for by its id or reference.
    var concern: RecordID? { state.withLock { $0.concern } }

    static func noteRecorded() { current?.state.withLock { $0.isRecorded = true } }
    static func noteAbout(_ concern: RecordID) { current?.state.withLock { $0.concern = concern } }
}

extension House {
    /// Writes a refused request to the ledger, unless a use case has done so.
    /// - Parameters:
    ///   - action: what the route is for.
    ///   - hidden: whether it was said that there is no such thing: the two are told apart nowhere but in the ledger, and not even there
    ///     where nothing is known by that id.
    public func recordRefusal(_ actor: Actor, _ action: Action, hidden: Bool, unless note: RefusalNote) async throws {
        guard !note.isRecorded else { return }
        try await recordRefusal(actor, action, concern: note.concern, outcome: hidden ? "not_found" : "refused")
    }
}
