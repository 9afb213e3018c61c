// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services
import Standard
import TestSupport
import Testing

@testable import Web

@Suite("The report form") struct ReportFormTests {
    private static let versions = ["west-midlands/2014", "west-midlands/2026"]

    private func standard(_ id: String = "west-midlands/2026") throws -> Standard {
        try #require(StandardPageTests.all.first { $0.id.rawValue == id })
    }

    private func flow(_ standard: Standard, _ audience: Audience = .police) -> ReportFlow {
        ReportFlow(standard: standard, audience: audience, report: ConcernReport(standard: standard.id.rawValue))
    }

    /// A page of a draft of the officer's, shown or sent.
    private func answer(
        _ access: AccessHouse, _ method: String, _ draft: RecordID, _ page: String, _ form: [(String, String)] = []
    ) async throws -> TestAnswer {
        let route = try #require(Routes.all.first { $0.name == "\(method) /report/{draft}/{page}" })
        return try await access.ask(.officer, route, RouteCall(values: [draft.description, page], form: form))
    }

    @Test(arguments: versions) func everyPageHasAPlace(_ version: String) throws {
        for audience in Audience.allCases {
            let flow = flow(try standard(version), audience)
            let others = try #require(flow.place(of: .others))
            for page in flow.standard.pages where !flow.standard.questions(on: page.id, of: audience).isEmpty {
                let isBeside = page.group.repeats && page.group != .statement && page.group != .subject
                let place = try #require(flow.place(of: .page(page.id, item: page.group.repeats && page.group != .statement ? 0 : nil)))
                #expect(place.of == others.of)
                if isBeside { #expect(place.number == others.number, "\(page.id)") }
            }
            // A second person it is about is added beside the way too.
            #expect(flow.place(of: .page("subject", item: 3))?.number == others.number)
            #expect(flow.place(of: .check)?.number == others.of)
        }
    }

    @Test(arguments: versions) func whatHangsOnAnAnswerStandsBehindIt(_ version: String) throws {
        let standard = try standard(version)
        for page in standard.pages {
            for audience in Audience.allCases {
                let questions = standard.questions(on: page.id, of: audience)
                for group in PageFields.groups(questions) {
                    let leader = questions[group.lowerBound]
                    #expect(leader.when.allSatisfy { condition in !questions.contains { $0.id == condition.question } }, "\(leader.id)")
                }
            }
        }
    }

    @Test func aQuestionThatFollowsIsHiddenByTheStyleSheetOnly() async throws {
        try await AccessHouse.with { access in
            let draft = try await access.house.reporting.start(try access.actor(.officer)).id
            let page = try await answer(access, "GET", draft, "subject_more").text
            #expect(page.contains("<div class=\"asking\"><fieldset"))
            #expect(page.contains("<div class=\"follows\"><div class=\"field\"><label for=\"person.sex_said_by\""))
            #expect(page.contains("value=\"female\" data-opens") && !page.contains("value=\"!not_known\" data-opens"))
            #expect(page.contains("value=\"W1\" data-opens"))
            // What was said once is never out of sight.
            _ = try await answer(access, "POST", draft, "subject_more", [("person.sex", "!not_known"), ("person.sex_said_by", "self")])
            #expect(try await answer(access, "GET", draft, "subject_more").text.contains("<div class=\"follows shown\">"))
        }
    }

    @Test func dangerIsAskedOnceMoreAndNeverBlocks() async throws {
        try await AccessHouse.with { access in
            let draft = try await access.house.reporting.start(try access.actor(.officer)).id
            let asked = try await answer(access, "GET", draft, "danger").text
            // The heading asks it; the field says it to those who hear it alone.
            #expect(asked.contains("<legend class=\"hidden\">Is anyone in danger now?</legend>"))
            #expect(asked.contains("value=\"yes\" data-opens"))
            #expect(asked.contains("<div class=\"follows\"><div class=\"field\"><label for=\"danger.words\""))
            let again = try await answer(access, "POST", draft, "danger", [("urgency.reason", "He comes at six.")])
            #expect(again.status == 422 && again.text.contains("<a href=\"#danger.now\">Say whether anyone is in danger now."))
            #expect(again.text.contains("name=\"asked_again\" value=\"yes\"") && again.text.contains("He comes at six."))
            #expect(try await answer(access, "POST", draft, "danger", [("asked_again", "yes")]).status == 303)
            #expect(try await answer(access, "POST", draft, "danger", [("send", "yes")]).status == 303)
            #expect(try await answer(access, "POST", draft, "danger", [("danger.now", "!not_known")]).status == 303)
        }
    }

    @Test func nobodyAtWorkTypesTheirOwnName() async throws {
        try await AccessHouse.with { access in
            let actor = try access.actor(.officer)
            let account = try #require(access.house.directory.snapshot.accounts[actor.account])
            let draft = try await access.house.reporting.start(actor).id
            let page = try await answer(access, "GET", draft, "source").text
            for known in [account.name, account.post, account.phone, account.email] { #expect(page.contains("value=\"\(known)\"")) }
            #expect(page.contains("Only people with a right of their own see who reported."))
            // What the person wrote stands, and nothing is filled in over it.
            _ = try await answer(access, "POST", draft, "source", [("source.name", "A colleague")])
            let after = try await answer(access, "GET", draft, "source").text
            #expect(after.contains("value=\"A colleague\"") && !after.contains("value=\"\(account.phone)\""))
            #expect(KnownReporter.answers(account, .public).byQuestion.isEmpty)
        }
    }

    @Test func signsOfTheCrimesChosenComeFirstAndTheRestIsFolded() throws {
        let standard = try standard()
        let codes = standard.list(.sign).codes
        let abuse = SignChoices(standard: standard, crimes: ["female_genital_mutilation"]).all(codes)
        #expect(Set(abuse.map(\.value)) == Set(codes.map(\.code)) && abuse.count == codes.count)
        let open = abuse.filter { $0.fold == nil }
        #expect(!open.isEmpty && open.count < 10)
        for choice in open {
            let sign = try #require(standard.sign(choice.value))
            #expect(sign.group == .happeningNow && sign.crimes.contains("female_genital_mutilation"))
        }
        let any = SignChoices(standard: standard, crimes: []).all(codes)
        #expect(any.filter { $0.fold == nil }.allSatisfy { standard.sign($0.value)?.group == .happeningNow })
        #expect(!any.contains { $0.fold?.key == "Signs of other harm" })
        // A fold is open where something in it is ticked, and says how much there is.
        let folded = try #require(any.first { $0.fold != nil })
        func html(_ chosen: [String]) -> String {
            Choices(name: "signs", legend: "Signs", choices: any, chosen: chosen, allowsSeveral: true).html.text()
        }
        #expect(!html([]).contains("<details open") && html([folded.value]).contains("<details open"))
        #expect(html([]).contains("<summary>What makes a person easier to harm (15)</summary>"))
    }

    @Test func aLongPageCanBeLeftFromItsTop() async throws {
        try await AccessHouse.with { access in
            let draft = try await access.house.reporting.start(try access.actor(.officer)).id
            func buttons(_ page: String) async throws -> Int {
                try await answer(access, "GET", draft, page).text.components(separatedBy: "Continue</button>").count - 1
            }
            #expect(try await buttons("signs") == 2)
            #expect(try await buttons("about") == 1)
        }
    }

    /// A date stays in one line where an error's bar makes a small phone narrower; what follows hides without a script.
    @Test func theStyleSheetHoldsWhatTheFormNeeds() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Public/sentinel.css").standardized
        let css = try String(contentsOf: file, encoding: .utf8)
        #expect(css.contains(".date > .row { flex-wrap: nowrap; }"))
        #expect(css.contains(".asking:not(:has([data-opens]:checked)) > .follows:not(.shown) { display: none; }"))
    }
}
