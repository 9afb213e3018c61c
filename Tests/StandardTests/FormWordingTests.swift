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
            // It follows an answer, whatever that is.
            let condition = try #require(question.when.first)
            #expect(condition.question == "person.\(subject)" && condition.holds(["anything"]) && !condition.holds([]))
        }
    }

    @Test("A page is short: what has many answers stands alone", arguments: ["2014", "2026"]) func short(_ version: String) throws {
        let standard = try TestStandards.version(version)
        for page in standard.pages {
            let questions = standard.questions(on: page.id, of: .police)
            #expect(questions.count <= 9, "\(page.id)")
            let boxes = questions.filter { $0.kind == .choices && $0.when.isEmpty }.map { standard.list($0.list ?? .yesNo).codes.count }
            #expect((boxes.max() ?? 0) < 15 || questions.count == 1, "\(page.id)")
        }
    }

    @Test("What is kept apart is said as it is kept: by whom it can be seen", arguments: ["2014", "2026"])
    func keptApart(_ version: String) throws {
        let standard = try TestStandards.version(version)
        #expect(standard.page("source")?.help == "Only people with a right of their own see who reported.")
        #expect(standard.question("source.child_is_source")?.help == "Only people with a right of their own see this answer.")
        // The desk sees how it is known: nothing else may be promised there.
        #expect(standard.list(.howKnown)["told_by_child"]?.help == "If it was in confidence, say so under About you.")
        #expect(standard.label("decide", in: "family_told") == "Not told yet: the desk decides")
    }

    @Test("Where to ring stands once on the first page", arguments: ["2014", "2026"]) func ringOnce(_ version: String) throws {
        let standard = try TestStandards.version(version)
        #expect(standard.page("danger")?.help == nil)
        #expect(try #require(standard.question("danger.now")?.help).contains("call 999 first"))
    }

    @Test("A vehicle's page asks whether the registration is the whole of it, in codes that software knows", arguments: ["2014", "2026"])
    func mark(_ version: String) throws {
        let standard = try TestStandards.version(version)
        let question = try #require(standard.question("vehicle.mark_read"))
        #expect(question.pages == ["vehicle"] && question.list == .markRead)
        #expect(standard.list(.markRead).codes.map(\.code) == ["whole", "part"])
    }
}
