// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Safeguarding
import Storage
import StorageSQLite
import TestSupport
import Testing
import Vault

@testable import Services

/// The match index across a restart: saved sealed, loaded, caught up, and made anew where nothing usable was saved.
struct MatchingIndexTests {
    /// A house on an engine, as a process that starts finds it, with its index in a folder.
    private func open(
        _ engine: any SQLEngine, _ folder: IndexFolder, model: LinkageModel = .standard
    ) async throws -> (House, HouseWork) {
        let (plain, _) = try TestHouse.unfounded(on: engine)
        let index = MatchIndex(model: model, storage: folder.storage(plain.store.keys.master))
        let house = House(store: plain.store, standards: plain.standards, settings: plain.settings, index: index)
        try await house.open()
        return (house, HouseWork(house, indexFolder: folder))
    }

    private func found(_ house: House, _ text: String, _ actor: Actor) -> Int {
        house.index.search(SearchQuery(text), where: house.tags.filter(AccessPolicy.scope(actor, .readConcern))).total
    }

    /// Saves an index that knows one concern, adds another past it, spoils what was saved, and starts anew.
    private func restart(
        _ engine: TestStores, model: LinkageModel = .standard,
        spoiling spoil: @escaping (String, any SQLEngine) async throws -> Void = { _, _ in }
    ) async throws {
        try await TemporaryFolder.with { path in
            try await engine.withEngine(migrations: Schema.migrations) { engine in
                let test = try await TestHouse.make(on: engine)
                _ = try await test.send(MatchingReports.child("Robyn", "Testwell"))
                _ = try await test.send(MatchingReports.child("Sidra", "Southward", in: TestHouse.wrenfield), as: "teacher")
                let folder = IndexFolder(path: path + "/index")
                let (_, first) = try await open(engine, folder)
                try await first.catchUp()
                try await first.stop()
                _ = try await test.send(MatchingReports.child("Quill", "Sampleton"))
                try await spoil(path + "/index", engine)

                let (house, work) = try await open(engine, folder, model: model)
                #expect(!house.indexReady && !work.indexIsReady)
                try await work.catchUp()
                #expect(house.indexReady && work.indexIsReady)
                let desk = try test.actor("coordinator"), south = try test.actor("coordinator-south")
                #expect(found(house, "testwell", desk) == 1 && found(house, "sampleton", desk) == 1 && found(house, "southward", desk) == 0)
                #expect(found(house, "southward", south) == 1 && found(house, "testwell", south) == 0)
            }
        }
    }

    @Test(arguments: TestStores.each) func loadsWhatWasSavedAndReadsOnFromThere(_ engine: TestStores) async throws {
        try await restart(engine)
    }

    @Test func isMadeAnewWhereSegmentsAreGarbled() async throws {
        try await restart(.sqlite) { folder, _ in
            for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/segments") {
                try Data([1, 2, 3]).write(to: URL(filePath: folder + "/segments/" + name))
            }
        }
    }

    @Test func isMadeAnewWhereSegmentsAreMissing() async throws {
        try await restart(.sqlite) { folder, _ in try FileManager.default.removeItem(atPath: folder + "/segments") }
    }

    @Test func isMadeAnewWhereItsHeadIsGarbled() async throws {
        try await restart(.sqlite) { folder, _ in try Data([9]).write(to: URL(filePath: folder + "/head")) }
    }

    @Test func isMadeAnewForAnotherModel() async throws {
        var model = LinkageModel.standard
        model.version += 1
        try await restart(.sqlite, model: model)
    }

    @Test func isMadeAnewForAnotherStateOfTheStore() async throws {
        try await restart(.sqlite) { _, engine in
            // As if an older copy had been put back, and other entries had followed.
            try await engine.write { session in
                let last = try LedgerFeed.count(session) - 1
                try session.execute(
                    "UPDATE ledger_node SET hash = $2 WHERE level = 0 AND idx <= $1",
                    [.integer(last), .blob([UInt8](repeating: 7, count: 32))])
            }
        }
    }

    @Test func theSavedIndexHoldsNoWordAndIsItsOwnersAlone() async throws {
        try await restart(.sqlite) { folder, _ in
            let files = ["head"] + (try FileManager.default.contentsOfDirectory(atPath: folder + "/segments").map { "segments/" + $0 })
            #expect(files.count > 1)
            for file in files {
                let path = folder + "/" + file
                let bytes = try Data(contentsOf: URL(filePath: path))
                #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("testwell"))
                let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(rights == 0o600)
            }
        }
    }

    @Test func aHeadSurvivesItsOwnForm() throws {
        let key = try MasterKey(bytes: [UInt8](repeating: 3, count: 32)).subkey(.matchIndex)
        let folder = FileManager.default.temporaryDirectory.appending(path: "head-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = FolderSegmentStore(folder: folder)
        #expect(IndexHead.read(store, key) == nil)
        let ids = (0..<3).map { RecordID(high: UInt64.max - $0, low: $0) }
        let head = IndexHead(position: 12, leaf: [UInt8](repeating: 255, count: 32), model: "a/1", concerns: ids)
        try head.write(store, key, random: SystemRandomness.bytes)
        #expect(IndexHead.read(store, key) == head)
    }

    @Test func agesAndAliasesAreReadAsSaid() {
        #expect(PersonValues.ages("14") == 14...14 && PersonValues.ages("13 to 15") == 13...15 && PersonValues.ages("30s") == 30...39)
        #expect(PersonValues.ages("about 14") == 12...16 && PersonValues.ages("not sure") == nil)
        #expect(PersonValues.aliases("Robbie, Rob ;Bobby Tester") == ["Robbie", "Rob", "Bobby Tester"])
        #expect(PersonValues.code("female") != PersonValues.code("male"))
        #expect(Instant(microseconds: 1_772_452_800_000_000).year == 2026 && Instant(microseconds: 0).year == 1970)
        #expect(Instant(microseconds: 1_767_225_599_999_999).year == 2025 && Instant(microseconds: 1_767_225_600_000_000).year == 2026)
    }

    @Test func theSourceAndTheSafeContactAreNeverIndexed() async throws {
        try await TestHouse.with(.sqlite) { test in
            var report = MatchingReports.child("Robyn", "Testwell")
            report.source = Answers([QuestionID.sourceName: .value("Whistle Blowerton"), QuestionID.sourcePhone: .value("07700 900888")])
            report.answers[QuestionID.safeValue] = .value("07700 900777")
            _ = try await test.send(report)
            try await HouseWork(test.house).catchUp()
            let everything = { (text: String) in test.house.index.search(SearchQuery(text)) { _ in true }.total }
            #expect(
                everything("blowerton") == 0 && everything("07700900888") == 0 && everything("07700900777") == 0
                    && everything("testwell") == 1)
        }
    }
}
