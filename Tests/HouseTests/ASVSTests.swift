// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// docs/asvs.md answers every requirement of ASVS 5.0.0 at levels 1 and 2, and names no test and no page that is not there.
struct ASVSTests {
    /// One line of the table.
    private struct Row {
        let line: Int
        let id: String
        let level: Int
        let standing: String
        let shown: String
    }

    private static let table: [Row] = {
        let text = House.files(named: ["docs/asvs.md"]).first?.text ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 8, cells[1].firstMatch(of: /^\d+\.\d+\.\d+$/) != nil, let level = Int(cells[2]) else { return nil }
            return Row(line: number + 1, id: cells[1], level: level, standing: cells[4], shown: cells[6])
        }
    }()

    /// Every test there is, as `Suite.test`: a file and a function in it.
    private static let tests: Set<String> = {
        var names: Set<String> = []
        for file in House.files(in: ["Tests", "tools"], with: ["swift", "py"]) {
            let suite = file.name.split(separator: ".").first.map(String.init) ?? ""
            let pattern = file.name.hasSuffix(".py") ? Pattern(#"^def (test_\w+)"#) : Pattern(#"func (\w+)\("#)
            names.formUnion(pattern.matches(in: file.text).map { "\(suite).\($0.group)" })
        }
        return names
    }()

    @Test func everyRequirementIsAnsweredOnce() {
        #expect(Self.table.count { $0.level == 1 } == 70)
        #expect(Self.table.count { $0.level == 2 } == 183)
        #expect(Set(Self.table.map(\.id)).count == 253)
        let known: Set = ["holds", "in part", "does not hold", "not applicable"]
        #expect(Self.table.allSatisfy { known.contains($0.standing) })
        #expect(Self.table.allSatisfy { $0.standing != "holds" || $0.shown != "–" })
    }

    @Test func everyTestAndPageThatIsNamedIsThere() {
        var found: [Finding] = []
        for row in Self.table {
            for name in Pattern(#"`(\w+\.\w+)`"#).matches(in: row.shown).map(\.group) where !Self.tests.contains(name) {
                found.append(Finding(path: "docs/asvs.md", line: row.line, what: "there is no test \(name)"))
            }
            for page in Pattern(#"\]\(([^)]+)\)"#).matches(in: row.shown).map(\.group) where House.files(named: ["docs/" + page]).isEmpty {
                found.append(Finding(path: "docs/asvs.md", line: row.line, what: "there is no page \(page)"))
            }
        }
        #expect(found.isEmpty, found.told("A test that shows a requirement must be there."))
    }

    /// The figures at the head of the page are those of its table.
    @Test func theFiguresAreThoseOfTheTable() {
        let text = House.files(named: ["docs/asvs.md"]).first?.text ?? ""
        for level in [1, 2] {
            let rows = Self.table.filter { $0.level == level }
            let figures = ["holds", "in part", "does not hold", "not applicable"].map { standing in rows.count { $0.standing == standing } }
            let line = "| level \(level) | " + (figures + [rows.count]).map(String.init).joined(separator: " | ") + " |"
            #expect(text.contains(line))
        }
    }
}
