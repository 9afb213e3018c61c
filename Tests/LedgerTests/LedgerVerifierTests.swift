// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

/// Each tampering of SECURITY §4, by an insider who can write anything in the database, and in the last ones holds the key.
@Suite struct LedgerVerifierTests {
    let honest: ModelStore
    /// The newest checkpoint, as a partner kept it.
    let kept: String

    init() throws {
        honest = try ModelStore.filled()
        kept = try #require(honest.checkpoints.last?.note)
    }

    /// The kinds found with the store's own checkpoints only.
    func kinds(_ tamper: (inout ModelStore) throws -> Void) rethrows -> Set<Finding.Kind> { try Set(report(tamper).findings.map(\.kind)) }

    func report(outside: [String] = [], _ tamper: (inout ModelStore) throws -> Void) rethrows -> VerificationReport {
        var store = honest
        try tamper(&store)
        return store.verify(outside: outside)
    }

    @Test func anHonestStoreIsClean() {
        let report = honest.verify(outside: [kept])
        #expect(report.findings == [])
        #expect(
            report.isClean && report.entries == 300 && report.signedSize == 300 && report.outsideCheckpoints == 1 && report.checkpoints == 3
        )
        #expect(report.unsequenced == [301])
        #expect(report.rows == honest.rows.values.map(\.count).reduce(0, +))
        #expect(report.root == honest.nodes.appender.root)
        #expect(report.remarks == ["1 committed entries have no place in the sequence yet."])
    }

    @Test func anEmptyStoreIsClean() throws { #expect(try ModelStore().verify().isClean) }

    @Test func editedEntry() {
        let report = report { $0.edit(seq: 150) }
        #expect(report.findings.contains { $0.kind == .entryChanged && $0.seq == 150 })
        #expect(report.findings.contains { $0.kind == .checkpointMismatch && $0.checkpoint == 200 })
        #expect(report.findings.allSatisfy { $0.sentence.hasSuffix(".") })
    }

    @Test func editedAndRehashed() {
        let report = report { $0.rebuild { $0[150] = ModelStore.edited($0[150]) } }
        #expect(Set(report.findings.map(\.kind)) == [.checkpointMismatch])
        #expect(report.findings.first?.checkpoint == 200)
    }

    @Test func deleted() {
        let report = report { store in store.entries.removeAll { $0.id == store.leaves[150] } }
        #expect(report.findings.contains { $0.kind == .entryMissing && $0.seq == 150 })
    }

    @Test func deletedWithItsLeaf() {
        var verifier = LedgerVerifier(key: honest.signer.verifierKey, stored: honest.checkpoints)
        for (seq, id) in honest.leaves.enumerated() where seq != 150 { verifier.entry(seq: seq, entryID: id, body: honest.body(id)) }
        let findings = verifier.report().findings
        #expect(findings.contains { $0.kind == .sequenceGap && $0.seq == 150 })
        #expect(findings.contains { $0.kind == .checkpointMismatch })
    }

    @Test func deletedAndRenumbered() {
        #expect(kinds { $0.rebuild { $0.remove(at: 150) } }.contains(.checkpointMismatch))
    }

    @Test func swapped() { #expect(kinds { $0.rebuild { $0.swapAt(5, 6) } }.contains(.checkpointMismatch)) }

    @Test func inserted() {
        #expect(kinds { store in store.rebuild { $0.insert(ModelStore.edited($0[3]), at: 120) } }.contains(.checkpointMismatch))
    }

    @Test func truncated() { #expect(kinds { $0.rebuild { $0.removeLast(50) } }.contains(.logShorter)) }

    @Test func truncatedAndForged() {
        let found = kinds { store in
            store.rebuild { bodies in
                let forged = ModelStore.edited(bodies[3])
                bodies.replaceSubrange(250..., with: repeatElement(forged, count: 50))
            }
        }
        #expect(found.contains(.checkpointMismatch))
    }

    /// The one that the store itself can't show: hence the checkpoint outside.
    @Test func rewrittenAndSignedAnewWithTheStolenKey() throws {
        let tamper: (inout ModelStore) throws -> Void = { store in
            // A read that somebody wants forgotten: no row depends on it.
            store.rebuild { $0.remove(at: 157) }
            store.checkpoints = []
            try store.sign()
        }
        #expect(try report(tamper).isClean)
        #expect(try report(outside: [kept], tamper).findings.map(\.kind) == [.logShorter])
        let older = honest.checkpoints[1].note
        #expect(try report(outside: [older], tamper).findings.map(\.kind) == [.checkpointMismatch])
        #expect(try report(outside: [older], tamper).findings.first?.outside == true)
    }

    @Test func restoredOldCopy() throws {
        var old = try ModelStore()
        var random = SplitMix(seed: 2)
        for number in 0..<50 { old.write("concern", "c\(number)", [:], &random) }
        old.sequence()
        try old.sign()
        var newer = old
        newer.write("concern", "c50", [:], &random)
        newer.sequence()
        try newer.sign()
        let kept = try #require(newer.checkpoints.last?.note)
        #expect(old.verify().isClean)
        let report = old.verify(outside: [kept])
        #expect(report.findings.map(\.kind) == [.logShorter] && report.findings.first?.checkpoint == 51)
        #expect(newer.verify(outside: [kept, old.checkpoints[0].note]).isClean)
    }

    @Test func changedClearColumn() {
        let report = report { $0.rows["concern"]?["c3"]?["area"] = .text("elsewhere") }
        #expect(report.findings.map(\.kind) == [.rowChanged])
        #expect(report.findings.first?.table == "concern" && report.findings.first?.id == "c3" && report.findings.first?.seq == 243)
    }

    @Test func changedCiphertextSaltOrShape() {
        #expect(kinds { $0.rows["concern"]?["c3"]?["sealed"] = .blob([1]) } == [.rowChanged])
        #expect(kinds { $0.rows["concern"]?["c3"]?["salt"] = .blob([UInt8](repeating: 0, count: 16)) } == [.rowChanged])
        #expect(kinds { $0.rows["concern"]?["c3"]?["salt"] = .null } == [.rowChanged])
        #expect(kinds { $0.rows["concern"]?["c3"]?["extra"] = .text("") } == [.rowChanged])
        #expect(kinds { $0.rows["concern"]?["c3"]?["extra"] = .null } == [])
        #expect(kinds { $0.rows["concern"]?["c3"]?["area"] = .null } == [.rowChanged])
    }

    /// Salt and row are hashed without a mark between them: a salt of another length could lend its bytes to the row.
    @Test func aSaltOfAnotherLengthIsRefused() {
        let found = kinds { store in
            let row: ModelStore.Columns = ["id": .text("s"), "salt": .blob([1, 2, 3])]
            store.rows["concern"]?["s"] = row
            let digest = RowDigest.digest(table: "concern", columns: ModelStore.list(row), salt: [1, 2, 3])
            store.record(.alter, [ObjectRef(kind: "concern", id: "s", digest: digest)])
        }
        #expect(found == [.rowChanged])
    }

    @Test func removedRow() {
        #expect(kinds { $0.rows["concern"]?["c3"] = nil } == [.rowMissing])
        #expect(kinds { $0.rows["concern"] = nil } == [.rowMissing])
    }

    @Test func rowPastTheLog() { #expect(kinds { $0.rows["concern"]?["x"] = honest.rows["concern"]?["c3"] } == [.rowWithoutEntry]) }

    @Test func unsequencedEntryRemoved() { #expect(kinds { $0.entries.removeLast() } == [.rowWithoutEntry]) }

    @Test func unsequencedEntryOfAChangeRemoved() {
        var random = SplitMix(seed: 9)
        let found = kinds { store in
            store.write("concern", "c3", ["area": .text("A1")], &random)
            store.entries.removeLast()
        }
        #expect(found == [.rowChanged])
    }

    @Test func erasedRowsMustBeGone() {
        #expect(honest.rows["concern"]?["c9"] == nil)
        #expect(kinds { $0.rows["concern"]?["c9"] = honest.rows["concern"]?["c3"] } == [.erasedRowPresent])
    }

    @Test func anOldVersionPutBack() {
        var random = SplitMix(seed: 9)
        let found = kinds { store in
            let old = store.rows["concern"]?["c3"]
            store.write("concern", "c3", ["area": .text("A1")], &random)
            store.rows["concern"]?["c3"] = old
        }
        #expect(found == [.rowChanged])
    }

    @Test func aLeafTwiceAndABodyThatIsNone() {
        #expect(kinds { $0.leaves[20] = $0.leaves[19] }.contains(.entryRepeated))
        #expect(kinds { $0.entries[40].body = Array("{}".utf8) }.isSuperset(of: [.entryUnreadable, .entryChanged]))
    }

    @Test func forgedCheckpoints() throws {
        let stranger = try CheckpointSigner(origin: honest.signer.verifierKey.origin, privateKey: [UInt8](repeating: 8, count: 32))
        let forged = try stranger.sign(size: 300, previous: nil, bodies: honest.bodies(from: 0), read: honest.nodes.read)
        #expect(kinds { $0.checkpoints[2].note = forged } == [.checkpointUnreadable])
        #expect(kinds { $0.checkpoints[2].size = 299 } == [.checkpointUnreadable])
        #expect(report(outside: [forged]) { _ in }.findings.map(\.kind) == [.checkpointUnreadable])
    }

    @Test func storedNodes() {
        func found(_ change: (Int, Int, LedgerHash) -> LedgerHash?) -> Set<Finding.Kind> {
            var verifier = LedgerVerifier(key: honest.signer.verifierKey, stored: [])
            for (seq, id) in honest.leaves.enumerated() { verifier.entry(seq: seq, entryID: id, body: honest.body(id)) }
            for (level, hashes) in honest.nodes.nodes.enumerated() {
                for (index, hash) in hashes.enumerated() {
                    if let hash = change(level, index, hash) { verifier.node(level: level, index: index, hash: hash) }
                }
            }
            return Set(verifier.report().findings.map(\.kind)).subtracting([.rowMissing])
        }
        #expect(found { _, _, hash in hash } == [])
        #expect(found { $0 == 3 && $1 == 5 ? MerkleTree.emptyRoot : $2 } == [.nodeWrong])
        #expect(found { $0 == 3 && $1 == 5 ? nil : $2 } == [.nodeWrong])
        #expect(found { level, _, hash in level == 8 ? nil : hash } == [.nodeWrong])
        #expect(found { $0 == 0 && $1 == 299 ? nil : $2 } == [.nodeWrong])
        #expect(found { $0 == 0 && $1 == 7 ? MerkleTree.emptyRoot : $2 } == [.entryChanged])
    }

    @Test func numbersOutOfTheStoreCannotStopTheVerifier() {
        var verifier = LedgerVerifier(key: honest.signer.verifierKey, stored: [(.max, kept), (-1, "")])
        for seq in [Int.max, .min, 0, -1, .max] { verifier.entry(seq: seq, entryID: .min, body: []) }
        for level in [0, -1, Int.max] {
            for index in [0, -1, Int.max] { verifier.node(level: level, index: index, hash: MerkleTree.emptyRoot) }
        }
        verifier.row(table: "", id: "", columns: [])
        #expect(!verifier.report().isClean)
    }

    @Test func findingsAreBounded() {
        var store = honest
        for id in store.rows["concern", default: [:]].keys { store.rows["concern"]?[id]?["area"] = .null }
        let report = store.verify(limit: 10)
        #expect(report.findings.count == 10 && report.furtherFindings > 10 && !report.isClean)
    }
}

extension ModelStore {
    static func edited(_ body: [UInt8]) -> [UInt8] {
        guard let entry = try? LedgerEntry(canonicalBytes: body) else { return body }
        return LedgerEntry(
            act: entry.act, at: entry.at, actor: "somebody-else", agency: entry.agency, role: entry.role, purpose: entry.purpose,
            outcome: entry.outcome, objects: entry.objects, codes: entry.codes
        ).canonicalBytes()
    }

    mutating func edit(seq: Int) {
        for index in entries.indices where entries[index].id == leaves[seq] { entries[index].body = Self.edited(entries[index].body) }
    }
}
