// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Linkage

/// Registers linked whole.
struct LinkingTests {
    private func files(_ linked: LinkedRegister) async throws -> [String: [String]] {
        try await TemporaryFolder.with { folder in
            try linked.write(to: folder)
            var files: [String: [String]] = [:]
            for name in ["clusters.csv", "pairs.csv"] {
                files[name] = try PlainTable(path: folder + "/" + name).rows.map { $0.joined(separator: ",") }.sorted()
            }
            return files
        }
    }

    @Test func orderAndThreadsDoNotMatter() async throws {
        let model = try TownRegister.linked.get().model
        var expected: [String: [String]]?
        for (seed, threads) in [(UInt64(1), 1), (2, 2), (3, 3)] {
            var dice = Dice(seed)
            var linking = Linking()
            linking.threads = threads
            let register = try TownRegister.register(dice.shuffled(TownRegister.small.lines))
            let written = try await files(try linking.link(register, by: model))
            #expect(expected.map { $0 == written } ?? true)
            #expect(written["pairs.csv"]?.isEmpty == false)
            expected = written
        }
    }

    @Test func theModelReadBackGivesTheSameFiles() async throws {
        let linked = try TownRegister.linked.get()
        let again = try Linking().link(linked.register, by: try PairModel(json: linked.model.json))
        let (first, second) = (try await files(linked), try await files(again))
        #expect(first == second)
    }

    @Test func peopleAreFoundAndHouseholdsStayApart() throws {
        let linked = try TownRegister.linked.get()
        var counts = (both: 0, linked: 0, true: 0)
        let people = (0..<linked.register.count).map { TownRegister.small.truth[linked.register.id($0)] }
        var groups = [UInt32](repeating: 0, count: linked.register.count)
        for unit in 0..<UInt32(linked.prepared.count) {
            for record in linked.members(unit) { groups[Int(record)] = linked.groups[Int(unit)] }
        }
        for left in groups.indices {
            for right in 0..<left {
                let (isLinked, isTrue) = (groups[left] == groups[right], people[left] == people[right])
                counts.linked += isLinked ? 1 : 0
                counts.true += isTrue ? 1 : 0
                counts.both += isLinked && isTrue ? 1 : 0
            }
        }
        #expect(Double(2 * counts.both) / Double(counts.linked + counts.true) > 0.9)
    }

    @Test func oneToOneGivesNobodyTwoPartners() throws {
        let lines = TownRegister.small.lines
        let header = TownRegister.header + "\n"
        let sides = [lines[..<(lines.count / 2)], lines[(lines.count / 2)...]].map { Array((header + $0.joined(separator: "\n")).utf8) }
        var linking = Linking()
        linking.isOneToOne = true
        let register = try RegisterReader().read(sides: sides)
        let linked = try linking.link(register, by: try TownRegister.linked.get().model)
        var members: [UInt32: [Int]] = [:]
        for (unit, group) in linked.groups.enumerated() { members[group, default: []].append(unit) }
        #expect(members.values.contains { $0.count == 2 })
        for units in members.values where units.count > 1 {
            let sides = units.map { linked.prepared.rows[$0 * RowLayout.width + RowLayout.side] }
            #expect(sides.count == 2 && Set(sides).count == 2)
        }
    }

    @Test func aModelThatIsNoneIsRefused() {
        #expect(throws: RegisterError.self) { try PairModel(json: Array("{}".utf8)) }
        #expect(throws: RegisterError.self) { try PairModel(json: Array("no".utf8)) }
    }

    @Test(arguments: [
        ("Siobhan", "Shivaun", NameEvidence.Answer.forOne), ("Mohammed", "Mohd", .forOne), ("Liz", "Elizabeth", .forOne),
        ("Ann-Marie", "Annmarie", .forOne), ("Hassan", "Hussain", .against), ("Jack", "Jacqueline", .against), ("", "Amira", .none),
    ])
    func namesAnswer(_ left: String, _ right: String, _ answer: NameEvidence.Answer) {
        let found = NameEvidence.compare([(left, right), (right, left)]).map(\.answer)
        #expect(found == [answer, answer])
    }

    @Test func weightsAreWrittenWithSixDecimals() {
        #expect(MatchWeight.text(-1_500_000) == "-1.500000")
        #expect(MatchWeight.text(42) == "0.000042")
        #expect(MatchWeight.text(-42) == "-0.000042")
    }
}
