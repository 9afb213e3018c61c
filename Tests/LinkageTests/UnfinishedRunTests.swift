// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Linkage

/// Runs that are broken off and begun again.
struct UnfinishedRunTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
        func contain(_ text: String) -> Bool { all.withLock { $0.contains { $0.contains(text) } } }
    }

    private static func link(_ folder: String, _ run: UnfinishedRun?) throws -> ([String: Data], Lines) {
        let lines = Lines()
        var linking = Linking()
        linking.kept = run
        linking.progress = { line in lines.all.withLock { $0.append(line) } }
        let linked = try linking.link(try RegisterReader().read(path: folder + "/r.csv"))
        try linked.write(to: folder)
        try linked.writeReport(to: folder)
        var files: [String: Data] = [:]
        for name in ["clusters.csv", "pairs.csv", "model.json", "card.md", "report.html"] {
            files[name] = FileManager.default.contents(atPath: folder + "/" + name)
        }
        return (files, lines)
    }

    private static func write(_ lines: [String], _ folder: String) throws {
        try Data(([TownRegister.header] + lines).joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: folder + "/r.csv"))
    }

    private static func run(_ folder: String, _ settings: String = "") -> UnfinishedRun {
        UnfinishedRun(folder: folder, inputs: [folder + "/r.csv"], settings: settings, keepingFrom: .zero)
    }

    @Test func aRunThatIsBegunAgainDoesNothingTwiceAndEndsWithTheSameBytes() async throws {
        try await TemporaryFolder.with { folder in
            try Self.write(Array(TownRegister.small.lines.prefix(160)), folder)
            let (whole, plain) = try Self.link(folder, nil)
            #expect(whole.count == 5 && plain.contain("trained on"))
            // broken off after the model
            _ = try Self.link(folder, Self.run(folder))
            for name in ["pairs", "groups"] { try FileManager.default.removeItem(atPath: folder + "/unfinished/" + name) }
            #expect(Self.run(folder).isBegun)
            let (second, lines) = try Self.link(folder, Self.run(folder))
            #expect(second == whole)
            #expect(lines.contain("training was finished before") && !lines.contain("trained on") && !lines.contain("scoring was finished"))
            // broken off before writing
            let (third, again) = try Self.link(folder, Self.run(folder))
            #expect(third == whole && again.contain("scoring was finished before"))
            Self.run(folder).finish()
            #expect(!FileManager.default.fileExists(atPath: folder + "/unfinished"))
        }
    }

    @Test func whatWasKeptOfOtherInputOrIsCutShortIsNotUsed() async throws {
        try await TemporaryFolder.with { folder in
            try Self.write(Array(TownRegister.small.lines.prefix(160)), folder)
            _ = try Self.link(folder, Self.run(folder))
            #expect(!Self.run(folder, "other settings").isBegun)
            let path = folder + "/unfinished/pairs"
            let kept = try #require(FileManager.default.contents(atPath: path))
            try kept.dropLast(24).write(to: URL(fileURLWithPath: path))
            #expect(Self.run(folder).pairs(units: .max) == nil)
            try Self.write(Array(TownRegister.small.lines.prefix(161)), folder)
            #expect(!Self.run(folder).isBegun)
            #expect(Self.run(folder).model == nil)
        }
    }

    @Test func shortPhasesAreNotKept() async throws {
        try await TemporaryFolder.with { folder in
            try Self.write(Array(TownRegister.small.lines.prefix(60)), folder)
            _ = try Self.link(
                folder, UnfinishedRun(folder: folder, inputs: [folder + "/r.csv"], settings: "", keepingFrom: .seconds(3_600)))
            #expect(!FileManager.default.fileExists(atPath: folder + "/unfinished"))
        }
    }

    @Test func progressEndsAtTheWhole() throws {
        let shares = Mutex<[LinkPhase: Double]>([:])
        var linking = Linking()
        linking.advance = { phase, share in shares.withLock { $0[phase] = max($0[phase] ?? 0, share) } }
        _ = try linking.link(TownRegister.register(Array(TownRegister.small.lines.prefix(100))))
        #expect(shares.withLock { $0[.training] == 1 && $0[.scoring] == 1 && $0[.preparing] != nil })
    }

    @Test func theNeedOfMemoryIsSaidBeforeReading() async throws {
        try await TemporaryFolder.with { folder in
            try Self.write(TownRegister.small.lines, folder)
            let need = try MemoryNeed(paths: [folder + "/r.csv"])
            #expect(abs(need.records - TownRegister.small.lines.count) <= 2)
            #expect(MemoryNeed(records: 1_000_000_000).megabytes > 400_000)
            #expect(!MemoryNeed(records: 1_000_000_000).fits)
            #expect(MemoryNeed(records: 1_000_000_000).words.contains("more than there is"))
        }
    }

    @Test func theReportOfPairsNamesEveryRuleOnce() throws {
        let counts = try Linking().count(TownRegister.register(TownRegister.small.lines))
        let text = PairReport(counts).text
        #expect(text.contains(ChartMarkup.grouped(counts.reduce(0) { $0 + $1.pairs })))
        #expect(text.split(separator: "\n").count { $0.hasSuffix(" birth") || $0.contains(" birth (") } == 1)
    }
}
