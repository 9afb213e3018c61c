// SPDX-License-Identifier: Apache-2.0

/// Checks a whole store against its log, from a copy, without the master key. Streaming: feed it, in this order,
/// 1. `entry` for every `ledger_leaf` by ascending `seq`,
/// 2. `node` for every `ledger_node` by ascending level, then index,
/// 3. `unsequenced` for every `ledger_entry` without a leaf, by ascending id,
/// 4. `row` for every row of every table with a `salt` column,
/// then ask for the `report`. It keeps 32 bytes for each entry and the last digest of each row.
///
/// What it can't see: an act that never reached our code, and a rewrite with the stolen signing key unless a checkpoint
/// kept outside is given (SECURITY §4).
public struct LedgerVerifier: Sendable {
    private var edge = MerkleAppender()
    /// False once the sequence is broken: no root can be computed from there on.
    private var whole = true
    private var nextSeq = 0
    private var bodies: Set<Int64> = []
    private var checkpoints: CheckpointCheck
    private var nodes = NodeCheck()
    private var rows = RowCheck()
    private var findings: FindingList
    private var result = VerificationReport()

    /// - Parameters:
    ///   - key: the log's public key, from outside the store.
    ///   - stored: `(size, note)` of every `ledger_checkpoint`.
    ///   - outside: notes kept elsewhere: printed, mailed, held by a partner.
    ///   - limit: findings to keep; the rest are counted.
    public init(key: VerifierKey, stored: [(size: Int, note: String)], outside: [String] = [], limit: Int = 1000) {
        findings = FindingList(limit: limit)
        checkpoints = CheckpointCheck(key: key, stored: stored, outside: outside, findings: &findings)
    }

    /// One leaf with its entry.
    /// - Parameter body: nil when `ledger_entry` has no row of that id.
    public mutating func entry(seq: Int, entryID: Int64, body: [UInt8]?) {
        result.entries += 1
        if seq != nextSeq {
            findings.add(.sequenceGap, seq: nextSeq, "Entry \(nextSeq) is missing: after it comes \(seq).")
            whole = false
        }
        // A number out of the store must not be able to stop us.
        nextSeq = seq == .max ? seq : seq + 1
        if !bodies.insert(entryID).inserted {
            findings.add(.entryRepeated, seq: seq, "Entry \(seq) is one that stands in the sequence already (entry id \(entryID)).")
        }
        guard let body else {
            findings.add(
                .entryMissing, seq: seq, "Entry \(seq) (entry id \(entryID)) was deleted; its place in the sequence is still there.")
            whole = false
            return
        }
        let leaf = MerkleTree.leafHash(body)
        nodes.leaf(leaf, at: seq)
        if whole {
            edge.append(leaf) { _ in }
            if checkpoints.wants(edge.size) { checkpoints.reached(size: edge.size, root: edge.root, findings: &findings, report: &result) }
        }
        read(body, seq: seq, entryID: entryID)
    }

    /// One stored node. Level 0 is the leaf hashes.
    public mutating func node(level: Int, index: Int, hash: LedgerHash) {
        nodes.compare(level: level, index: index, hash: hash, findings: &findings)
    }

    /// One committed entry that the sequencer hasn't placed yet.
    public mutating func unsequenced(entryID: Int64, body: [UInt8]) {
        result.unsequenced.append(entryID)
        read(body, seq: nil, entryID: entryID)
    }

    /// One row of a ledgered table, as stored, with its salt.
    /// - Parameter id: its primary key as `PrimaryKeyText` writes it.
    public mutating func row(table: String, id: String, columns: [(name: String, value: ColumnValue)]) {
        result.rows += 1
        rows.compare(table: table, id: id, columns: columns, findings: &findings)
    }

    /// What was found. Call once, at the end.
    public mutating func report() -> VerificationReport {
        nodes.finish(findings: &findings)
        checkpoints.finish(size: nextSeq, whole: whole, findings: &findings)
        rows.finish(findings: &findings)
        result.root = whole ? edge.root : nil
        result.findings = findings.kept
        result.furtherFindings = findings.further
        if !checkpoints.hasOutside {
            result.remarks.append("No checkpoint kept outside was compared: a rewrite with the stolen signing key would not be seen.")
        }
        if result.signedSize < nextSeq {
            result.remarks.append("The last \(nextSeq - result.signedSize) entries are not yet signed for by a checkpoint that fits.")
        }
        if !result.unsequenced.isEmpty {
            result.remarks.append("\(result.unsequenced.count) committed entries have no place in the sequence yet.")
        }
        return result
    }

    private mutating func read(_ body: [UInt8], seq: Int?, entryID: Int64) {
        guard let entry = try? LedgerEntry(canonicalBytes: body) else {
            findings.add(.entryUnreadable, seq: seq, "The entry with id \(entryID) is not in the form that Sentinel writes.")
            return
        }
        rows.apply(entry, seq: seq)
    }
}

/// The findings so far, bounded: a store rewritten as a whole must not fill the memory.
struct FindingList: Sendable {
    private(set) var kept: [Finding] = []
    private(set) var further = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func add(
        _ kind: Finding.Kind, table: String? = nil, id: String? = nil, seq: Int? = nil, checkpoint: Int? = nil, outside: Bool = false,
        _ sentence: String
    ) {
        guard kept.count < limit else {
            further += 1
            return
        }
        kept.append(Finding(kind: kind, table: table, id: id, seq: seq, checkpoint: checkpoint, outside: outside, sentence: sentence))
    }
}
