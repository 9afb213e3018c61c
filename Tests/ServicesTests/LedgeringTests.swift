// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Safeguarding
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Services

/// The ledger of a store: put in sequence, signed for, and held against the rows.
struct LedgeringTests {
    private func settled(
        _ engine: TestStores, _ settings: LedgerSettings = LedgerSettings(), _ body: (TestHouse, LedgerSequencer) async throws -> Void
    ) async throws {
        try await TestHouse.with(engine) { test in
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            try await body(test, LedgerSequencer(store: test.house.store, settings: settings))
        }
    }

    private func verify(_ test: TestHouse, outside: [String] = []) async throws -> VerificationReport {
        try await LedgerVerification.verify(test.house.store.engine, key: try test.house.store.keys.ledgerVerifierKey(), outside: outside)
    }

    @Test(arguments: TestStores.each) func everythingCommittedStandsInSequenceAndFits(_ engine: TestStores) async throws {
        try await settled(engine) { test, sequencer in
            let before = try await verify(test)
            #expect(before.isClean && before.entries == 0 && !before.unsequenced.isEmpty)
            #expect(try await sequencer.sequence() == before.unsequenced.count)
            #expect(try await sequencer.sequence() == 0)
            let note = try #require(try await sequencer.checkpoint())
            let after = try await verify(test, outside: [note])
            #expect(after.findings == [] && after.entries == before.unsequenced.count && after.unsequenced.isEmpty)
            #expect(after.signedSize == after.entries && after.outsideCheckpoints == 1 && after.rows > 20)
            // Nothing new, nothing signed.
            #expect(try await sequencer.checkpoint() == note && sequencer.figures.checkpoints == 1)
        }
    }

    @Test(arguments: TestStores.each) func twoSequencersAreOne(_ engine: TestStores) async throws {
        try await settled(engine) { test, sequencer in
            let other = LedgerSequencer(store: test.house.store)
            try await sequencer.sequence()
            for _ in 0..<5 {
                try await withThrowingTaskGroup { group in
                    for name in ["officer", "teacher"] {
                        group.addTask { _ = try await test.send(MatchingReports.child("R", "T"), as: name) }
                    }
                    for one in [sequencer, other] { group.addTask { try await one.sequence() } }
                    try await group.waitForAll()
                }
            }
            try await other.sequence(everything: true)
            try await sequencer.checkpoint()
            let report = try await verify(test)
            #expect(report.findings == [] && report.unsequenced.isEmpty)
        }
    }

    struct Tampering: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let statements: [String]
        let found: Set<Finding.Kind>

        init(_ name: String, _ statements: String..., found: Set<Finding.Kind>) {
            testDescription = name
            self.statements = statements
            self.found = found
        }
    }

    static let tamperings = [
        Tampering("a clear column", "UPDATE concern SET urgency = 'x'", found: [.rowChanged]),
        Tampering("a row deleted", "DELETE FROM concern", found: [.rowMissing]),
        Tampering(
            "an account put there past the log",
            "INSERT INTO role_grant (id, account_id, role, valid_from, salt) SELECT 'x', account_id, role, valid_from, salt FROM role_grant LIMIT 1",
            found: [.rowWithoutEntry]),
        Tampering(
            "an entry deleted", "DELETE FROM ledger_entry WHERE id = (SELECT entry_id FROM ledger_leaf WHERE seq = 3)",
            found: [.entryMissing, .checkpointMismatch]),
        Tampering("the end cut off", "DELETE FROM ledger_leaf WHERE seq > 5", found: [.logShorter, .nodeWrong]),
    ]

    @Test(arguments: TestStores.each, tamperings) func tamperingIsNamed(_ engine: TestStores, _ tampering: Tampering) async throws {
        try await settled(engine) { test, sequencer in
            try await sequencer.stop()
            for statement in tampering.statements { try await test.change(statement) }
            let kinds = Set(try await verify(test).findings.map(\.kind))
            #expect(tampering.found.isSubset(of: kinds), "\(kinds)")
        }
    }

    @Test(arguments: TestStores.each) func nothingIsSignedOverAChangedBody(_ engine: TestStores) async throws {
        try await settled(engine) { test, sequencer in
            try await sequencer.sequence()
            try await test.change(
                "UPDATE ledger_entry SET body = $1 WHERE id = (SELECT entry_id FROM ledger_leaf WHERE seq = 2)", [.blob([1])])
            await #expect(throws: CheckpointError.bodyChanged(seq: 2)) { try await sequencer.checkpoint() }
            #expect(sequencer.figures.alarm != nil)
            #expect(try await test.count("SELECT COUNT(*) AS n FROM ledger_checkpoint") == 0)
            await #expect(throws: StorageError.self) { try await sequencer.checkpoint() }
        }
    }

    @Test func checkpointsStandOutsideToo() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder + "/checkpoints.txt"
            try await settled(.sqlite, LedgerSettings(checkpointFile: path)) { test, sequencer in
                try await sequencer.stop()
                _ = try await test.send(MatchingReports.child("Another", "Testwell"))
                try await sequencer.stop()
                let notes = try CheckpointFile(path: path).notes()
                #expect(notes.count == 2)
                let report = try await verify(test, outside: notes)
                #expect(report.findings == [] && report.outsideCheckpoints == 2)
                #expect(try await sequencer.findRollback() == nil)

                // An older copy put back.
                try await test.change("DELETE FROM ledger_leaf WHERE seq > 5")
                #expect(try await sequencer.findRollback() != nil)
            }
        }
    }

    @Test func notesAreReadOneAfterAnother() {
        let note = "a/ledger\n3\nAAAA\n\n\u{2014} a/ledger AAAAAAAA\n"
        let cosigned = "a/ledger\n4\nAAAA\n\n\u{2014} a/ledger AAAAAAAA\n\u{2014} witness BBBBBBBB\n"
        #expect(CheckpointFile.notes(in: note + "\n" + cosigned + "\n") == [note, cosigned])
        #expect(CheckpointFile.notes(in: note + cosigned) == [note, cosigned])
        #expect(CheckpointFile.notes(in: "").isEmpty && CheckpointFile.notes(in: "a\nb\n").isEmpty)
    }

    /// A checkpoint is due by the clock or by the number of entries.
    @Test func checkpointsComeInTime() async throws {
        var settings = LedgerSettings()
        settings.checkpointEntries = 3
        try await settled(.sqlite, settings) { test, sequencer in
            try await sequencer.sequence()
            #expect(try await sequencer.checkpointIfDue())
            #expect(try await !sequencer.checkpointIfDue())
            _ = try await test.send(MatchingReports.child("Another", "Testwell"))
            try await sequencer.sequence()
            #expect(try await !sequencer.checkpointIfDue())
            test.clock.advance(minutes: 2)
            #expect(try await sequencer.checkpointIfDue() && sequencer.figures.checkpoints == 2)
            for _ in 0..<3 { _ = try await test.send(MatchingReports.child("One", "More")) }
            try await sequencer.sequence()
            #expect(try await sequencer.checkpointIfDue() && sequencer.figures.checkpoints == 3)
        }
    }

    @Test func theIndependentVerifierAgrees() async throws {
        try await TemporaryFolder.with { folder in
            let engine = try SQLiteEngine(SQLiteSettings(folder: folder + "/store"))
            try await engine.migrate(Schema.migrations)
            let test = try await TestHouse.make(on: engine)
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            let path = folder + "/checkpoints.txt"
            try await HouseWork(test.house, ledger: LedgerSettings(checkpointFile: path)).catchUpAndStop()
            let file = LedgerKeyFile(path: folder + "/ledger.vkey")
            try file.write(test.house.store.keys)
            #expect(try file.read() == test.house.store.keys.ledgerVerifierKey())
            await engine.close()
            let verify = Process()
            verify.executableURL = URL(filePath: "/usr/bin/env")
            let tool = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../tools/ledger_verify.py").standardized
                .path
            let environment = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.venv/bin/python").standardized
                .path
            let python = FileManager.default.isExecutableFile(atPath: environment) ? environment : "python3"
            verify.arguments = [
                python, tool, folder + "/store/sentinel.sqlite", "--key", folder + "/ledger.vkey", "--checkpoints", path,
            ]
            let output = Pipe()
            verify.standardOutput = output
            verify.standardError = output
            try verify.run()
            let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            verify.waitUntilExit()
            #expect(verify.terminationStatus == 0, "\(said)")
        }
    }
}

extension HouseWork {
    fileprivate func catchUpAndStop() async throws {
        try await catchUp()
        try await stop()
    }
}
