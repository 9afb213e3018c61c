// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// RULE 10.1: nothing in the repository could reach a real person.
struct SafeDataTests {
    @Test func nothingReachesAPerson() {
        let text: Set = ["swift", "py", "md", "txt", "yaml", "yml", "json", "csv", "html", "css", "js", "lua", "c", "sh", "geojson", ""]
        let folders = ["Sources", "Standards", "Content", "Tests", "docs", "Benchmarks", "tools", "scripts", "Public"]
        let files = House.files(in: folders, with: text).filter { !$0.path.contains("/vendor/") } + House.files(named: ["README.md"])
        let found = files.filter { $0.name != "SafeDataTests.swift" }.flatMap(SafeData.findings)
        let rule = "RULE 10.1: use 07700 900000-900999, 0121 496 0000-0999, example.org, QZ1 2AB, QQ 12 34 56 C, QQ01 QZZ."
        #expect(found.isEmpty, found.told(rule))
        #expect(files.count > 40)
    }

    @Test(arguments: [
        "07123 456789", "0121 234 5678", "+44 7911 123456", "(01214961234)", "someone@gmail.com", "a.b@police.uk", "B15 2TT", "\"SW1A1AA\"",
        "AB 12 34 56 C", "401 023 2137", "BD51 SMR", "'BD51SMR'", "call 020 7123 4567 now",
        "0909 879 1000",
    ])
    func somethingThatCouldBeRealIsFound(text: String) {
        #expect(SafeData.findings(HouseFile(path: "a", text: "first line\n\(text)")).map(\.line) == [2])
    }

    @Test(arguments: [
        "07700 900123", "+44 7700 900 999", "0121 496 0999", "020 7946 0000", "028 9649 6999", "0909 8790999", "someone@example.org",
        "a@desk.otterley.example", "QZ1 2AB",
        "ZZ99 3VZ", "QQ 12 34 56 C", "999 000 0018", "QQ01 QZZ", "Childline: 0800 1111", "018f2c3a-0000-7000-8000-000000000001", "#E0A1DF",
        "let alphabet = \"0123456789\"", "2014-10-17 09:30", "1413504000000000", "digest 0a1b2c3d4e5f6071", "$0.12345678901",
    ])
    func whatIsKeptForFictionPasses(text: String) {
        #expect(SafeData.findings(HouseFile(path: "a", text: text)).isEmpty)
    }
}
