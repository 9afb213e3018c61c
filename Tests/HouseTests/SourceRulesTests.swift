// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Rules that hold for every source file: what may not stand in code, what a file may be named, the licence line.
struct SourceRulesTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        let pattern: Pattern
        var testDescription: String { name }

        init(_ name: String, _ pattern: String) {
            self.name = name
            self.pattern = Pattern(pattern)
        }

        func findings(_ sources: [SwiftSource]) -> [Finding] {
            sources.flatMap { source in
                pattern.matches(in: source.code).map { Finding(path: source.file.path, line: $0.line, what: name) }
            }
        }
    }

    static let rules = [
        Rule("try! ends the process; throw an error that says what to do", #"\btry!"#),
        Rule("as! ends the process; use as? and say what was found", #"\bas!"#),
        Rule("fatalError ends the process; throw", #"\b(?:fatalError|preconditionFailure)\s*\("#),
        Rule("a force unwrap ends the process; use guard let", #"(?<!\btry)(?<!\bas)(?<=[A-Za-z0-9_)\]}"`>])!(?!=)"#),
    ]

    @Test(arguments: rules)
    func noSourceBreaks(_ rule: Rule) {
        let found = rule.findings(House.sources)
        #expect(found.isEmpty, found.told(rule.name))
    }

    @Test(arguments: [
        ("let a = try! b()", 0), ("let a = b as! C", 1), ("fatalError(\"no\")", 2), ("let a = b!.c", 3), ("let a = b()!", 3),
        ("var a: Int!", 3),
        ("let a = \"\\(b!)\"", 3), ("if a != b, !c { d(!e) }", -1), ("// b! try! as! fatalError()", -1),
        ("let a = \"stop! try! now!\"", -1),
        ("#if !TLS\n#endif", -1), ("let a = #\"b! \"c\"! \"#", -1), ("/* a! /* b! */ c! */", -1), ("let a = /b!/", -1),
    ])
    func aBrokenRuleIsFound(text: String, rule: Int) {
        let source = SwiftSource(HouseFile(path: "Sources/Web/Page.swift", text: text))
        #expect(Self.rules.indices.filter { !Self.rules[$0].findings([source]).isEmpty } == (rule < 0 ? [] : [rule]))
    }

    /// A file is one subject, named for it.
    static let namesThatSayNothing = Pattern(
        #"^(?:.*(?:Util|Helper|Manager|Misc|Common)s?|.*Models|Extensions|Constants|Types|Errors|Protocols)(?:\+.*)?\.swift$"#)

    @Test func everyFileIsNamedForItsSubject() {
        let found = House.files(in: ["Sources", "Tests"], with: ["swift"]).map(\.path).filter(Self.saysNothing)
        #expect(found.isEmpty, "Names that say nothing: \(found)")
    }

    @Test func aNameThatSaysNothingIsFound() {
        #expect(
            ["Utils.swift", "QueueHelper.swift", "StoreManager.swift", "Models.swift", "PageModels.swift"].allSatisfy(Self.saysNothing))
        #expect(!["Concern.swift", "LinkageModel.swift", "Commonwealth.swift"].contains(where: Self.saysNothing))
    }

    static func saysNothing(_ path: String) -> Bool {
        !namesThatSayNothing.matches(in: path.split(separator: "/").last.map(String.init) ?? "").isEmpty
    }

    static let licence = "SPDX-License-Identifier: Apache-2.0"

    @Test func everyFileStatesItsLicence() {
        let extensions: Set = ["swift", "py", "c", "h", "sh", "lua", "js", "css", "yaml", "yml", ""]
        let folders = ["Sources", "Tests", "Benchmarks", "tools", "scripts", "Standards", "Content", ".ci"]
        let files =
            House.files(in: folders, with: extensions) + House.files(in: ["Public"], with: ["js", "css"])
            + House.files(named: ["run", "test", "Package.swift"])
        let without = files.filter { !$0.text.isEmpty && !Self.statesLicence($0) }.map(\.path).filter { !$0.contains("/vendor/") }
        #expect(without.isEmpty, "No '\(Self.licence)' in the first line (second after #! or the tools version): \(without)")
        #expect(files.count > 30)
    }

    static func statesLicence(_ file: HouseFile) -> Bool {
        let lines = file.text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        let second = lines.first.map { $0.hasPrefix("#!") || $0.hasPrefix("// swift-tools-version") || $0 == "---" } ?? false
        return lines.prefix(second ? 2 : 1).last?.contains(licence) ?? false
    }
}
