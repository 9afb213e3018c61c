// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Everything known, open to one question: who or what may this be? It is fed from a log and follows it: `position` says how far.
///
/// Shape: a stack of immutable segments of bytes, small ones merged into larger as they come (a log-structured merge tree
/// without a mutable part). A reader takes the current snapshot and never waits for a writer; writers go one at a time.
/// What a caller's filter does not let through is neither shown nor counted nor weighed: an answer is the same as that of an
/// index which holds only what the caller may see. The same content answers the same in whatever order it came.
public final class MatchIndex: Sendable {
    /// The weights in use.
    public let model: LinkageModel
    let weights: Weights
    let variants: NameVariants
    let storage: SegmentStorage?
    let published: Mutex<Snapshot>
    let writer: Mutex<WriterState>
    /// Numbers of the segments that stand in the store.
    let saved: Mutex<Set<UInt64>>

    /// An empty index. With a storage, `load` reads what was saved and `save` keeps it.
    public init(model: LinkageModel = .standard, variants: NameVariants = .standard, storage: SegmentStorage? = nil) {
        self.model = model
        weights = Weights(model)
        self.variants = variants
        self.storage = storage
        published = Mutex(.empty)
        writer = Mutex(WriterState())
        saved = Mutex([])
    }

    /// The feed position that the index has advanced to; 0 when nothing has come.
    public var position: UInt64 { snapshot.position }

    /// Whether `load` is still at work; answers meanwhile say what they did not search.
    public var isLoading: Bool { snapshot.loading != nil }

    /// Size and shape, for metrics. Counts everything: not for people.
    public var statistics: IndexStatistics { snapshot.statistics }

    var snapshot: Snapshot { published.withLock { $0 } }
}

/// Size and shape of an index.
public struct IndexStatistics: Hashable, Sendable {
    /// Records that live.
    public let records: Int
    /// Records replaced or removed whose bytes wait for a merge or `purge`.
    public let dead: Int
    /// Segments.
    public let segments: Int
    /// Bytes held by segments and their side tables.
    public let bytes: Int
}
