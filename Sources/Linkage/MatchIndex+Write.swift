// SPDX-License-Identifier: Apache-2.0
import Synchronization

extension MatchIndex {
    /// So many records of one call go into one run, which bounds the memory that a large call takes.
    private static let runRows = 8_192

    /// Adds records, replacing those with the same id, and advances to a feed position (never back). Of two records with one id
    /// in the same call the later holds.
    public func upsert(_ records: [IndexRecord], position: UInt64) {
        var start = 0
        repeat {
            let end = min(start + Self.runRows, records.count)
            // encoded before the lock is taken: other writers go on meanwhile
            let draft = SegmentDraft(records: records[start..<end])
            let segment = draft.segment()
            change(position: end == records.count ? position : nil) { snapshot, writer in
                for id in draft.ids { snapshot.kill(id) }
                snapshot.segments.removeAll { $0.liveCount == 0 }
                snapshot.add(SegmentState(segment: segment, number: writer.number(), tags: draft.tags))
            }
            start = end
        } while start < records.count
    }

    /// Takes records out: they are found no more from the next question on. Their bytes leave memory with `purge`.
    public func remove(_ ids: [RecordKey], position: UInt64? = nil) {
        change(position: position) { snapshot, _ in
            for id in ids { snapshot.kill(id) }
            snapshot.segments.removeAll { $0.liveCount == 0 }
        }
    }

    /// Takes all records of a group out, as `remove`.
    public func removeGroup(_ group: RecordKey, position: UInt64? = nil) {
        change(position: position) { snapshot, _ in snapshot.kill(group: group) }
    }

    /// Gives all records of a group another tag.
    public func setTag(group: RecordKey, tag: UInt32, position: UInt64? = nil) {
        setTags([(group: group, tag: tag)], position: position)
    }

    /// Gives the records of many groups other tags, in one change.
    public func setTags(_ tags: [(group: RecordKey, tag: UInt32)], position: UInt64? = nil) {
        change(position: position) { snapshot, _ in
            for (group, tag) in tags { snapshot.setTag(tag, group: group) }
        }
    }

    /// Says that the feed was read to here, though nothing in it concerned the index.
    public func advance(to position: UInt64) {
        change(position: position) { _, _ in }
    }

    /// Rewrites every segment that still holds bytes of replaced or removed records. Call it, then `save`, when records were
    /// disposed of: after both, neither memory nor store holds them.
    public func purge() {
        change(position: nil) { snapshot, writer in
            for state in snapshot.segments where state.deadCount > 0 { writer.merge([state.number], in: &snapshot) }
        }
    }

    /// One change by one writer; readers see all of it or nothing.
    private func change(position: UInt64?, _ body: (inout Snapshot, inout WriterState) -> Void) {
        writer.withLock { writer in
            var next = snapshot
            body(&next, &writer)
            if let position { next.position = max(next.position, position) }
            while true {
                let merging = Compaction.next(next.segments)
                if merging.isEmpty { break }
                writer.merge(merging, in: &next)
            }
            publish(next)
        }
    }

    func publish(_ next: Snapshot) {
        // the old snapshot is let go of outside the lock: freeing segments takes time
        let old = published.withLock { current in
            let old = current
            current = next
            return old
        }
        _ = consume old
    }
}
