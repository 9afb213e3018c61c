// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Standard
import Testing

@testable import Services
@testable import Web

@Suite("Deciding") struct DeskDecideTests {
    private static let lead = Team(
        id: RecordID(high: 8, low: 1), kind: "central_cse_team", agency: RecordID(high: 3, low: 4), area: nil, name: "Central team",
        phone: "0121 496 0300",
        hours: "always", validFrom: DeskFixtures.now.adding(seconds: -9), validTo: nil)

    private func text(_ query: String, _ route: ProposedRoute? = nil, view: ConcernView = DeskFixtures.view(), unmet: Set<String> = [])
        throws -> String
    {
        let form = DecideForm(DeskFixtures.standard, try FormData(urlEncoded: Array(query.utf8)))
        var reader = DeskFixtures.reader(view)
        var directory = DeskFixtures.directory
        directory.teams[Self.lead.id] = Self.lead
        reader = ConcernReader(view: view, standard: reader.standard, directory: directory, actor: reader.actor, now: reader.now)
        var screen = DecideScreen(reader: reader, form: form, route: route)
        screen.unmet = unmet
        return screen.page().content.text()
    }

    private let route = ProposedRoute(stops: [
        .init(teamKind: "central_cse_team", area: nil, team: lead, leads: true, because: ["A child at the threshold."]),
        .init(teamKind: "childrens_social_care", area: "otterley", team: nil, leads: false, because: ["Where the child lives."]),
    ])

    @Test func matchesWithoutAnAnswerComeFirst() throws {
        let text = try text("", view: DeskFixtures.view(pieces: [DeskFixtures.piece()]))
        let unanswered = try #require(text.range(of: "1 match has no answer yet"))
        #expect(unanswered.lowerBound < (try #require(text.range(of: "What do you decide?"))).lowerBound)
    }

    @Test func theFirstStepAsksForNoWords() throws {
        let text = try text("")
        #expect(text.contains("method=\"get\"") && !text.contains("<textarea") && !text.contains("method=\"post\""))
        #expect(!text.contains("(not verified)") && text.contains("of these levels") && text.contains(">Unverified<"))
    }

    @Test func theSecondStepSaysWhereItGoesAndWhy() throws {
        let text = try text("outcome=hand_over&threshold=significant_harm", route)
        for words in [
            "Central team", "A child at the threshold.", "Where the child lives.", "The directory has no such team",
            "Children&#39;s social care, Otterley",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(
            text.contains("<option value=\"\(Self.lead.id)\" selected>") && text.contains("name=\"reason\"")
                && text.contains("name=\"version\" value=\"1\""))
    }

    @Test func teamsStandUnderTheirAreaTheOwnFirst() throws {
        let text = try text("outcome=hand_over", route)
        #expect(text.contains("<optgroup label=\"The whole region\"><option value=\"\(Self.lead.id)\""))
        func select(_ areas: [String?]) -> String {
            let choices = areas.map { area in Choice(area ?? "x", "A team", section: area.map { Sentence(verbatim: $0) }) }
            return Select(name: "lead", label: "Lead team", choices: choices, none: nil).html.text()
        }
        #expect(select(["Otterley", "Otterley", "Milbury"]).components(separatedBy: "<optgroup").count == 3)
        #expect(!select([nil, nil]).contains("optgroup"))
    }

    @Test func whatItIsAndWhoRefusedStandsBeforeTheDecision() throws {
        let row = DeskFixtures.row(
            status: .returned, urgency: "danger_now", urgencyWords: "He comes for her at six.", refusals: [DeskFixtures.refusal])
        let text = try text("", view: DeskFixtures.view(row: row))
        #expect(text.contains("Lee Sample, Central team, refused it") && text.contains("“He comes for her at six.”"))
    }

    @Test func eachReasonIsALineOfItsOwn() {
        let stop = ProposedRoute.Stop(teamKind: "central_cse_team", area: nil, team: Self.lead, leads: true, because: ["One.", "Two."])
        let form = DecideForm(DeskFixtures.standard, .empty)
        let choice = RouteChoice(
            route: ProposedRoute(stops: [stop]), reader: DeskFixtures.reader(DeskFixtures.view()), form: form, errors: [])
        #expect(choice.html.text().contains("<ul class=\"reasons\"><li>One.</li><li>Two.</li></ul>"))
        #expect(HandOverWords.why("One.\nTwo.")?.text().contains("Why your team:</small><ul class=\"reasons\"><li>One.</li>") == true)
        #expect(HandOverWords.why("One.")?.text() == "<small>Why your team: One.</small>" && HandOverWords.why("") == nil)
    }

    @Test func closingAsksTheQuestionsOfTheStandard() throws {
        let text = try text("outcome=no_further_action")
        #expect(text.contains("name=\"gate.other_victims_considered\"") && !text.contains("name=\"lead\""))
        #expect(text.contains("This closes the concern."))
        #expect(!(try self.text("outcome=more_information").contains("gate.")))
    }

    @Test func aQuestionForSomePeopleIsAskedWhenItStands() {
        var adults = Condition()
        adults.ageGroups = [.adult]
        let gate = Gate(
            id: "only_some", before: ["decide"], text: "A question for some", need: .answer(list: .yesNo, reasonFor: []),
            when: adults, blocks: true, provenance: Provenance(source: "s", verified: false, owner: "o"))
        let base = DeskFixtures.standard
        let standard = Standard(
            id: base.id, title: base.title, jurisdiction: base.jurisdiction, inForceFrom: base.inForceFrom, inForceTo: nil,
            calendar: base.calendar,
            sources: base.sources, lists: base.lists, signs: base.signs, limits: base.limits, routes: base.routes, gates: [gate],
            pages: base.pages,
            questions: base.questions, powers: base.powers)
        let form = DecideForm(standard, FormData(fields: [.init(name: "outcome", value: "hand_over")]))
        #expect(form.gates([]).isEmpty && form.gates(["only_some"]).map(\.id) == ["only_some"])
    }

    @Test func whatIsSentBecomesADecision() throws {
        let sent =
            "outcome=hand_over&threshold=significant_harm&reason=+Because+&lead=\(Self.lead.id)&also=\(DeskFixtures.concern)&also=nonsense&gate.a=yes&gate.b="
        let input = DecideForm(DeskFixtures.standard, try FormData(urlEncoded: Array(sent.utf8))).input(version: 7)
        #expect(
            input
                == DecisionInput(
                    outcome: "hand_over", threshold: "significant_harm", reason: "Because", lead: Self.lead.id,
                    alsoReceive: [DeskFixtures.concern],
                    gateAnswers: ["a": "yes"], version: 7))
    }

    @Test func anUnknownOutcomeIsNone() throws {
        let form = DecideForm(DeskFixtures.standard, try FormData(urlEncoded: Array("outcome=x%22%3E&threshold=y".utf8)))
        #expect(form.outcome == nil && form.threshold == nil && form.gates([]).isEmpty)
    }
}
