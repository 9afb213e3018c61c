// SPDX-License-Identifier: Apache-2.0
import Synchronization

extension MatchIndex {
    /// Reads what was saved, in the place of what the index holds; answers grow segment by segment meanwhile and say so. Call it before
    /// feeding: writers wait. Without a saved index it stays empty, at position 0.
    ///
    /// - Throws: after any error the index is empty, at position 0. `damaged`, `unreadableVersion`: `clear` and feed from position 0.
    ///   `store`: mend the store (or the seal's key) and load again, or do the same.
    public func load() throws(IndexError) {
        guard let storage else { throw .noStorage }
        // always `saved` before `writer`, as `save` takes them
        try saved.withLock { saved throws(IndexError) in
            saved = []
            try writer.withLock { writer throws(IndexError) in
                publish(.empty)
                do throws(IndexError) {
                    try load(from: storage, &writer, &saved)
                } catch {
                    publish(.empty)
                    throw error
                }
            }
        }
    }

    private func load(from storage: SegmentStorage, _ writer: inout WriterState, _ saved: inout Set<UInt64>) throws(IndexError) {
        guard let bytes = try storage.unsealed(Manifest.fileName) else { return }
        let manifest = try Manifest(checking: bytes)
        var next = Snapshot.empty
        // the newest segments first: what came last is asked for most
        for (ready, entry) in manifest.entries.sorted(by: { $0.number > $1.number }).enumerated() {
            next.loading = (ready, manifest.entries.count)
            publish(next)
            let name = Manifest.fileName(entry.number)
            guard let bytes = try storage.unsealed(name) else { throw .damaged(name: name, reason: "missing") }
            let segment = try Segment(checking: bytes, name: name)
            let deadWords = (segment.rowCount + 63) / 64
            guard segment.checksum == entry.checksum, entry.tags.count == segment.rowCount, [0, deadWords].contains(entry.dead.count) else {
                throw .damaged(name: name, reason: "not the one in the manifest")
            }
            next.add(SegmentState(segment: segment, number: entry.number, tags: entry.tags, dead: entry.dead))
        }
        next.loading = nil
        next.position = manifest.position
        writer = WriterState(after: max(manifest.lastNumber, writer.last))
        publish(next)
        saved = Set(manifest.entries.map(\.number))
    }

    /// Saves what is new since the last save, sealed; then the feed need only be read from `position` on. Readers and writers go on
    /// meanwhile. The manifest is written last: a save that was cut off leaves the one before.
    public func save() throws(IndexError) {
        guard let storage else { throw .noStorage }
        try saved.withLock { saved throws(IndexError) in try save(to: storage, &saved) }
    }

    private func save(to storage: SegmentStorage, _ saved: inout Set<UInt64>) throws(IndexError) {
        let (snapshot, last) = writer.withLock { writer -> (Snapshot, UInt64) in (self.snapshot, writer.last) }
        for state in snapshot.segments where !saved.contains(state.number) {
            try storage.seal(Manifest.fileName(state.number), state.segment.bytes)
            saved.insert(state.number)
        }
        try storage.seal(Manifest.fileName, Manifest(snapshot, lastNumber: last).bytes)
        saved = Set(snapshot.segments.map { state in state.number })
        let live = Set(saved.map { number in Manifest.fileName(number) })
        try storage.delete { $0 != Manifest.fileName && !live.contains($0) }
    }

    /// Forgets everything, in memory and, with a storage, there too; position 0.
    public func clear() throws(IndexError) {
        try saved.withLock { saved throws(IndexError) in
            saved = []
            writer.withLock { _ in publish(.empty) }
            guard let storage else { return }
            // the manifest first: without it nothing else is read
            try storage.delete { $0 == Manifest.fileName }
            try storage.delete { _ in true }
        }
    }
}

extension SegmentStorage {
    fileprivate func unsealed(_ name: String) throws(IndexError) -> [UInt8]? {
        let sealed: [UInt8]?
        do { sealed = try store.read(name) } catch { throw .store(name: name, reason: "read") }
        guard let sealed else { return nil }
        do { return try open(sealed) } catch { throw .store(name: name, reason: "the seal does not open") }
    }

    fileprivate func seal(_ name: String, _ bytes: [UInt8]) throws(IndexError) {
        let sealed: [UInt8]
        do { sealed = try seal(bytes) } catch { throw .store(name: name, reason: "seal") }
        do { try store.write(name, sealed) } catch { throw .store(name: name, reason: "write") }
    }

    /// Deletes the index's own files that a test picks; others in the store are left alone.
    fileprivate func delete(where isPicked: (String) -> Bool) throws(IndexError) {
        let names: [String]
        do { names = try store.list() } catch { throw .store(name: "list", reason: "list") }
        for name in names where (name == Manifest.fileName || name.hasPrefix("segment-")) && isPicked(name) {
            do { try store.delete(name) } catch { throw .store(name: name, reason: "delete") }
        }
    }
}
