// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Synchronization

/// The facts of each concern in the match index, by the tag that the index holds: so that the index can be filtered by the access policy.
final class ConcernTags: Sendable {
    private struct State {
        var facts: [ConcernFacts] = []
        var tags: [RecordID: UInt32] = [:]
    }

    private let state = Mutex(State())

    /// Keeps the facts of a concern and returns its tag.
    func set(_ facts: ConcernFacts) -> UInt32 {
        state.withLock { state in
            if let tag = state.tags[facts.id] {
                state.facts[Int(tag)] = facts
                return tag
            }
            let tag = UInt32(state.facts.count)
            state.facts.append(facts)
            state.tags[facts.id] = tag
            return tag
        }
    }

    /// A filter for the index: whether a tag's concern is in scope. One lock a query.
    func filter(_ scope: ConcernScope) -> (UInt32) -> Bool {
        let facts = state.withLock { $0.facts }
        return { tag in Int(tag) < facts.count && scope.allows(facts[Int(tag)]) }
    }
}
