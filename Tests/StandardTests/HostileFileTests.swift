// SPDX-License-Identifier: Apache-2.0

import Foundation
import Standard
import TestSupport
import Testing

@Suite("Hostile files are refused, never followed and never fatal")
struct HostileFileTests {
    private func problems(adding text: Data, as name: String = "local.yaml") throws -> [StandardProblem] {
        try Shipped.withCopy { folder in
            try text.write(to: folder.appending(path: name))
            return StandardLoader.check(folder)
        }
    }

    static let hostile: [String] = [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "limits: &x [*x]\n", "? &k {a: b}\n: c\n? *k\n: d\n", "<<: *nothing\n",
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 5000), String(repeating: "- ", count: 50_000),
        String(repeating: "? ", count: 900) + "x", "limits:\n\t- id: x\n", "--- a\n--- b\n", "", "...\n", "---\n", "'", "\"\\ud800\"\n",
        "limits: !!binary gIGC\n", "limits: !!float .nan\n", "%YAML 9.9\n---\nlimits: []\n", "\u{FEFF}limits: []\n", "limits: ~\n", "5\n",
        "[]\n", "limits: {a: b}\n", "limits: [[[]]]\n", "limits: [{id: [a]}]\n", "? [a, b]\n: c\n", "lists: {crime: []}\n", "lists: []\n",
        "pages: [{id: {}, group: x}]\n", "questions: [{pages: {a: b}, when: [1, {question: [a], is: {}}]}]\n",
        "limits:\n  - hard: {amount: 99999999999999999999999, unit: months}\n",
        "signs: [{code: \"\\0\", label: \"\\0\"}]\n",
    ]

    @Test("Each is a problem with a sentence, or harmless", arguments: hostile.indices)
    func refused(index: Int) throws {
        let problems = try problems(adding: Data(Self.hostile[index].utf8))
        #expect(problems.allSatisfy { !$0.sentence.isEmpty && !$0.mend.isEmpty })
    }

    @Test("An anchor names its line and column")
    func anchor() throws {
        let problem = try problems(adding: Data("limits:\n  - &x {id: a}\n".utf8)).first
        #expect(problem?.line == 2 && problem?.column == 5)
        #expect(problem?.sentence.contains("anchor") == true)
    }

    @Test("A file that is too large, not UTF-8 or of another kind is refused")
    func files() throws {
        #expect(try problems(adding: Data(repeating: 0x23, count: 1_048_577)).contains { $0.sentence.contains("larger than 1 MB") })
        #expect(try problems(adding: Data([0x61, 0xFF, 0xFE])).contains { $0.sentence.contains("UTF-8") })
        #expect(try problems(adding: Data("x".utf8), as: "local.yml").contains { $0.sentence.contains("Only .yaml files") })
        let folder = try Shipped.withCopy { folder in
            try FileManager.default.createDirectory(at: folder.appending(path: "sub.yaml"), withIntermediateDirectories: true)
            return StandardLoader.check(folder)
        }
        #expect(folder.contains { $0.sentence.contains("not a file") })
        #expect(StandardLoader.check(URL(filePath: "/nowhere/at/all")).first?.sentence.contains("not there") == true)
    }

    @Test("Four hundred spoilt copies of a file crash nothing")
    func spoilt() throws {
        var random = SplitMix(seed: 20_141_017)
        let original = [UInt8](try Data(contentsOf: TestStandards.folder.appending(path: "west-midlands/2026/gates.yaml")))
        let marks = [UInt8]("{}[]:,-?&*!|>'\"%@`# \n\t\0~0x".utf8) + [0xC3, 0xFF]
        try Shipped.withCopy { folder in
            for other in ["limits", "routes", "form", "signs", "powers", "codes-concern", "codes-people", "codes-process"] {
                try FileManager.default.removeItem(at: folder.appending(path: "\(other).yaml"))
            }
            for _ in 0..<400 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: bytes[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
                    case 1: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place)
                    default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
                    }
                }
                try Data(bytes).write(to: folder.appending(path: "gates.yaml"))
                #expect(!StandardLoader.check(folder).isEmpty)
            }
        }
    }
}
