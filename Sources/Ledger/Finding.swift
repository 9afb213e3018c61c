// SPDX-License-Identifier: Apache-2.0

/// One thing that is not as the log says. Holds ids and numbers, never a row's content.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong. The words are shared with the verifier in `tools/`.
    public enum Kind: String, Sendable, CaseIterable {
        /// A number in the sequence is missing or out of order.
        case sequenceGap = "sequence-gap"
        /// A leaf stands for an entry that is gone.
        case entryMissing = "entry-missing"
        /// A stored body doesn't hash to its stored leaf.
        case entryChanged = "entry-changed"
        /// One entry stands in the sequence twice.
        case entryRepeated = "entry-repeated"
        /// A body is not an entry.
        case entryUnreadable = "entry-unreadable"
        /// A stored inner node is missing, wrong or too many.
        case nodeWrong = "node-wrong"
        /// A note isn't a checkpoint of this log signed by the given key.
        case checkpointUnreadable = "checkpoint-unreadable"
        /// The entries don't give the root that was signed.
        case checkpointMismatch = "checkpoint-mismatch"
        /// More entries were signed for than there are.
        case logShorter = "log-shorter"
        /// A row is not as the last entry about it says.
        case rowChanged = "row-changed"
        /// An entry tells of a row that is gone without an entry of its erasure.
        case rowMissing = "row-missing"
        /// No entry tells of this row.
        case rowWithoutEntry = "row-without-entry"
        /// A row stands there although the log says that it was erased.
        case erasedRowPresent = "erased-row-present"
    }

    /// What is wrong.
    public let kind: Kind
    /// The ledgered table, for findings about a row.
    public var table: String?
    /// The row's primary key as `PrimaryKeyText` writes it.
    public var id: String?
    /// The sequence number concerned.
    public var seq: Int?
    /// The size of the checkpoint concerned.
    public var checkpoint: Int?
    /// Whether the checkpoint concerned was kept outside the store.
    public var outside = false
    /// One plain sentence.
    public let sentence: String

    /// The kind and the sentence.
    public var description: String { "\(kind.rawValue): \(sentence)" }
}

/// What a verification found.
public struct VerificationReport: Sendable, Hashable {
    /// Entries in sequence.
    public internal(set) var entries = 0
    /// Ids of committed entries that have no place in the sequence yet. Not a finding: the sequencer runs a moment behind.
    public internal(set) var unsequenced: [Int64] = []
    /// Ledgered rows compared.
    public internal(set) var rows = 0
    /// Checkpoints of the store that fitted.
    public internal(set) var checkpoints = 0
    /// Checkpoints kept outside that fitted.
    public internal(set) var outsideCheckpoints = 0
    /// The largest size that a fitting checkpoint signs for.
    public internal(set) var signedSize = 0
    /// The root over all entries; nil when the sequence is broken.
    public internal(set) var root: LedgerHash?
    /// What is wrong, in the order found; at most the limit asked for.
    public internal(set) var findings: [Finding] = []
    /// Findings beyond that limit.
    public internal(set) var furtherFindings = 0
    /// What this verification could not know, in plain sentences.
    public internal(set) var remarks: [String] = []

    /// Whether nothing is wrong.
    public var isClean: Bool { findings.isEmpty && furtherFindings == 0 }
}
