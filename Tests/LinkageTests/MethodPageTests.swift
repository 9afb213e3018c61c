// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Linkage

/// The page that teaches the method: its worked example is what the library computes from the page's own table.
struct MethodPageTests {
    private static func rows(_ page: String, under header: String) -> [[String]] {
        let lines = page.components(separatedBy: "\n")
        guard let start = lines.firstIndex(where: { $0.hasPrefix(header) }) else { return [] }
        return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    private static func number(_ text: String) -> Double { Double(text.replacingOccurrences(of: "−", with: "-")) ?? .nan }

    @Test func theWorkedExampleIsWhatTheLibraryComputes() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/linkage-method.md"), encoding: .utf8)
        let seen = Self.rows(page, under: "| seen |")
        let steps = Self.rows(page, under: "| step |")
        #expect(seen.count == 5 && steps.count == 5)
        let kinds: [PairClass] = [.person, .household, .strangers]
        let lanes = kinds.compactMap { PairClass.allCases.firstIndex(of: $0) }
        let levels: [(feature: PairFeature, level: Int)] = [
            (.given, NameLevel.same + 3), (.family, NameLevel.sound), (.birth, 1), (.place, 1),
        ]
        var tables = ClassTables()
        var pattern: UInt64 = 0
        for (lane, text) in zip(lanes, seen[0].dropFirst()) { tables.shares[lane] = Self.number(text) }
        for (row, (feature, level)) in zip(seen.dropFirst(), levels) {
            for (lane, text) in zip(lanes, row.dropFirst()) { tables.rows[feature.base + level][lane] = Self.number(text) }
            pattern |= UInt64(level) << feature.shift
        }
        let explanation = PairExplanation(left: "1", right: "2", pattern: pattern, tables)
        #expect(explanation.terms.count == steps.count)
        var sum = 0.0
        for (term, step) in zip(explanation.terms, steps) {
            sum += Double(term.microbits) / 1_000_000
            #expect(abs(Double(term.microbits) / 1_000_000 - Self.number(step[6])) < 0.0051, "\(step[0])")
            #expect(abs(sum - Self.number(step[5])) < 0.0051, "\(step[0])")
        }
        #expect(page.contains("The sum is 17.57 bits: probability .999995."))
        #expect(abs(explanation.probability - 0.999995) < 0.0000005)
        // the same with one kind for all others: what they show on the whole, multiplied as if independent
        var naive = log2(tables.shares[lanes[0]] / (1 - tables.shares[lanes[0]]))
        var added: [Double] = []
        for (feature, level) in levels {
            let row = tables.rows[feature.base + level]
            let others = (tables.shares[lanes[1]] * row[lanes[1]] + tables.shares[lanes[2]] * row[lanes[2]]) / 0.99
            added.append(log2(row[lanes[0]] / others))
            naive += log2(row[lanes[0]] / others)
        }
        #expect(page.contains("the place would have added \(Self.text(added[3])) bits and the date of birth \(Self.text(added[2])), "))
        #expect(page.contains("would stand at \(Self.text(naive)) bits,\n\(Int(exp2(naive - sum).rounded())) times too sure"))
    }

    private static func text(_ bits: Double) -> String { String(format: "%.2f", bits) }
}
