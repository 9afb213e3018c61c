// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Synchronization

extension IndexFeeder {
    /// Keeps the facts of a concern and returns its tag. Only called while the feeder has its turn.
    @discardableResult
    func tag(_ facts: ConcernFacts) -> UInt32 {
        let tag = house.tags.set(facts)
        state.withLock { if $0.known.insert(facts.id).inserted { $0.tagged.append(facts.id) } }
        return tag
    }

    /// Whether the index knows the concern.
    func isTagged(_ concern: RecordID) -> Bool { state.withLock { $0.known.contains(concern) } }

    /// Takes a concern out: its records can't be found, and its tag lets nobody in.
    func forget(_ concern: RecordID) {
        house.index.removeGroup(concern.indexKey)
        if isTagged(concern) { tag(Self.nobodys(concern)) }
    }

    /// Gives the concerns the tags that they had when the index was saved. One that is no longer in the store lets nobody in.
    func restoreTags(_ concerns: [RecordID], _ facts: [RecordID: ConcernFacts]) {
        for concern in concerns { tag(facts[concern] ?? Self.nobodys(concern)) }
    }

    private static func nobodys(_ concern: RecordID) -> ConcernFacts {
        ConcernFacts(id: concern, reportingAgency: RecordID(high: 0, low: 0), restricted: true, isOpen: false)
    }
}
