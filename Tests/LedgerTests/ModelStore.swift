// SPDX-License-Identifier: Apache-2.0
import TestSupport

@testable import Ledger

/// A store in memory: rows, entries, leaves, nodes and checkpoints, written as the real one writes them. Tests tamper with
/// its parts and ask the verifier.
struct ModelStore: Sendable {
    typealias Columns = [String: ColumnValue]
    let signer: CheckpointSigner
    var rows: [String: [String: Columns]] = [:]
    var entries: [(id: Int64, body: [UInt8])] = []
    var leaves: [Int64] = []
    var nodes = NodeStore()
    var checkpoints: [(size: Int, note: String)] = []
    private var nextID: Int64 = 1

    init() throws { signer = try CheckpointSigner(origin: "test.example.org/ledger", privateKey: [UInt8](repeating: 7, count: 32)) }

    /// 300 acts with a checkpoint after every 100: rows are written, changed, read and erased; one act is not in sequence.
    static func filled() throws -> ModelStore {
        var store = try ModelStore()
        var random = SplitMix(seed: 11)
        for number in 0..<300 {
            let id = "c\(number % 80)"
            switch number % 10 {
            case 7: store.record(.consult, [ObjectRef(kind: "concern", id: id)])
            case 9: store.erase("concern", id)
            default:
                store.write(
                    "concern", id, ["area": .text("A\(number % 7)"), "sealed": .blob(random.bytes(20)), "version": .integer(1)], &random)
            }
            if number % 10 == 0 { store.sequence() }
            if number % 100 == 99 {
                store.sequence()
                try store.sign()
            }
        }
        store.write("person", "p1", ["sealed": .blob([1, 2, 3])], &random)
        return store
    }

    mutating func record(_ act: LedgerEntry.Act, _ objects: [ObjectRef]) {
        let entry = LedgerEntry(
            act: act, at: nextID * 1000, actor: "u\(nextID % 5)", agency: "a", role: "triage", purpose: "safeguarding", outcome: "done",
            objects: objects)
        entries.append((nextID, entry.canonicalBytes()))
        nextID += 1
    }

    mutating func write(_ table: String, _ id: String, _ columns: Columns, _ random: inout SplitMix) {
        let salt = random.bytes(RowDigest.saltLength)
        var row = columns
        row["id"] = .text(id)
        row["salt"] = .blob(salt)
        rows[table, default: [:]][id] = row
        record(.alter, [ObjectRef(kind: table, id: id, digest: RowDigest.digest(table: table, columns: Self.list(row), salt: salt))])
    }

    mutating func erase(_ table: String, _ id: String) {
        rows[table]?[id] = nil
        record(.erase, [ObjectRef(kind: table, id: id)])
    }

    mutating func sequence() {
        let placed = Set(leaves)
        for entry in entries where !placed.contains(entry.id) {
            leaves.append(entry.id)
            nodes.append([MerkleTree.leafHash(entry.body)])
        }
    }

    mutating func sign() throws {
        let size = leaves.count
        let previous = checkpoints.last
        let bodies = bodies(from: previous?.size ?? 0)
        checkpoints.append((size, try signer.sign(size: size, previous: previous?.note, bodies: bodies, read: nodes.read)))
    }

    func bodies(from start: Int) -> [[UInt8]] { leaves[start...].compactMap { body($0) } }

    func body(_ id: Int64) -> [UInt8]? { entries.first { $0.id == id }?.body }

    /// What an insider with the whole database does: put these bodies in sequence and compute everything anew.
    mutating func rebuild(_ change: (inout [[UInt8]]) -> Void) {
        let placed = Set(leaves)
        let rest = entries.filter { !placed.contains($0.id) }.map(\.body)
        var bodies = bodies(from: 0)
        change(&bodies)
        entries = (bodies + rest).enumerated().map { (Int64($0.offset + 1), $0.element) }
        leaves = bodies.indices.map { Int64($0 + 1) }
        nodes = NodeStore()
        nodes.append(bodies.map { MerkleTree.leafHash($0) })
    }

    func verify(outside: [String] = [], limit: Int = 1000) -> VerificationReport {
        var verifier = LedgerVerifier(key: signer.verifierKey, stored: checkpoints, outside: outside, limit: limit)
        for (seq, id) in leaves.enumerated() { verifier.entry(seq: seq, entryID: id, body: body(id)) }
        for (level, hashes) in nodes.nodes.enumerated() {
            for (index, hash) in hashes.enumerated() { verifier.node(level: level, index: index, hash: hash) }
        }
        let placed = Set(leaves)
        for entry in entries where !placed.contains(entry.id) { verifier.unsequenced(entryID: entry.id, body: entry.body) }
        for (table, rows) in rows { for (id, row) in rows { verifier.row(table: table, id: id, columns: Self.list(row)) } }
        return verifier.report()
    }

    static func list(_ columns: Columns) -> [(name: String, value: ColumnValue)] { columns.map { ($0.key, $0.value) } }
}
