// SPDX-License-Identifier: Apache-2.0
import Standard
import TestSupport
import Testing

@Suite("What the form asks, in words") struct FormWordingTests {
    @Test("No two questions of one page read alike, to anybody asked", arguments: ["2014", "2026"]) func distinct(_ version: String) throws
    {
        let standard = try TestStandards.version(version)
        for page in standard.pages {
            for audience in Audience.allCases {
                let texts = standard.questions(on: page.id, of: audience).map { $0.text(for: audience) }
                #expect(Set(texts).count == texts.count, "\(page.id), \(audience)")
            }
        }
    }

    @Test("Who said so names what was said", arguments: ["2014", "2026"]) func saidBy(_ version: String) throws {
        let standard = try TestStandards.version(version)
        for subject in ["sex", "ethnicity", "disability", "language"] {
            let question = try #require(standard.question("person.\(subject)_said_by"))
            #expect(question.text(for: .police).contains(subject), "\(subject)")
        }
    }

    @Test("A vehicle's page asks whether the registration is the whole of it, in codes that software knows", arguments: ["2014", "2026"])
    func mark(_ version: String) throws {
        let standard = try TestStandards.version(version)
        let question = try #require(standard.question("vehicle.mark_read"))
        #expect(question.pages == ["vehicle"] && question.list == .markRead)
        #expect(standard.list(.markRead).codes.map(\.code) == ["whole", "part"])
    }
}
