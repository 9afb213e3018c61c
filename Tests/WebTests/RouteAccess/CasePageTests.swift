// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import TestSupport
import Testing

@testable import Web

/// The pages of a case as they are asked for: nothing typed is lost, whatever stands in the way.
@Suite struct CasePageTests {
    private func route(_ name: String) throws -> Declaration { try #require(Routes.all.first { $0.name == name }) }

    @Test func aRefusedClosingNamesEverythingThatIsMissingAndKeepsTheWords() async throws {
        try await AccessHouse.with { access in
            let file = try await RouteScenes(access: access).file()
            let close = try route("POST /cases/{case}/{file}/close")
            let key = [file.reference, file.id.description]
            let first = try await access.ask(
                .investigator, close,
                RouteCall(values: key, form: [("reason", "Half a reason"), ("why.other_victims_considered", "Her sister.")]))
            #expect(first.status == 422)
            for words in [
                "Choose how the case ended", "This must be shown first: Have other people", "This must be shown first: Does the person",
                "Half a reason", "Her sister.",
            ] { #expect(first.text.contains(words), "\(words)") }
            let second = try await access.ask(
                .investigator, close,
                RouteCall(
                    values: key, form: [("outcome", "harm_stopped"), ("reason", "Half a reason"), ("gate.other_victims_considered", "yes")])
            )
            #expect(second.status == 409 && second.text.contains("Say why: Have other people") && second.text.contains("Half a reason"))
        }
    }

    @Test func whatIsWrittenToACaseThatWasClosedMeanwhileIsShownOnceMore() async throws {
        try await AccessHouse.with { access in
            let scenes = RouteScenes(access: access)
            let call = try await scenes.call("POST /cases/{case}/{file}/close", .investigator)
            #expect(try await access.ask(.investigator, try route("POST /cases/{case}/{file}/close"), call).status == 303)
            let late = try await access.ask(
                .investigator, try route("POST /cases/{case}/{file}/events"),
                RouteCall(values: call.values, form: [("event.kind", "note"), ("event.words", "Seen at school, well.")]))
            #expect(late.status == 409 && late.text.contains("What you wrote was not kept") && late.text.contains("Seen at school, well."))
            let again = try await access.ask(.investigator, try route("POST /cases/{case}/{file}/close"), call)
            #expect(again.status == 409 && again.text.contains("Safe and well."))
            let form = try await access.ask(
                .investigator, try route("GET /cases/{case}/close"), RouteCall(values: Array(call.values.prefix(1))))
            #expect(form.status == 409 && form.text.contains("See the case as it is now"))
        }
    }

    @Test func allThatIsWrongWithAnActionIsSaidAtOnce() async throws {
        try await AccessHouse.with { access in
            let file = try await RouteScenes(access: access).file()
            let add = try route("POST /cases/{case}/{file}/actions")
            let key = [file.reference, file.id.description]
            let empty = try await access.ask(.investigator, add, RouteCall(values: key, form: [("action.words", "")]))
            #expect(empty.status == 422)
            for words in ["Write what is to be done", "Choose who does it", "Write by when it must be done"] {
                #expect(empty.text.contains("href=\"#") && empty.text.contains(words), "\(words)")
            }
            // Whoever is missing from the list can be put on the case.
            #expect(empty.text.contains("<a href=\"#members\">"))
            let half = try await access.ask(
                .investigator, add,
                RouteCall(values: key, form: [("action.words", "Visit."), ("action.due.day", "31"), ("action.due.month", "2")])
            )
            #expect(half.status == 422 && half.text.contains("Choose who does it") && half.text.contains("Write the year"))
            #expect(!half.text.contains("Write by when") && half.text.contains("Visit."))
        }
    }

    @Test func aClosingSaysWhatItCanDoWithoutAndNamesEachQuestionOnce() async throws {
        try await AccessHouse.with { access in
            let file = try await RouteScenes(access: access).file()
            let form = try await access.ask(.investigator, try route("GET /cases/{case}/close"), RouteCall(values: [file.reference]))
            #expect(form.text.contains("You can close without it.") && form.text.contains("#replies\">Answer the reporter</a>"))
            #expect(!form.text.contains("Who was considered, and what was found") && !form.text.contains("Why? ("))
            #expect(form.text.contains("Why do you say so?<span class=\"hidden\">"))
        }
    }

    @Test func aHandOverAnsweredByAnotherIsSaidSo() async throws {
        try await AccessHouse.with { access in
            let (_, handOver) = try await RouteScenes(access: access).handedOver()
            let refuse = try route("GET /hand-overs/{hand_over}/refuse")
            let shown = try await access.ask(.investigator, refuse, RouteCall(values: [handOver.description]))
            #expect(shown.status == 200 && shown.text.contains("Seen late at night") && shown.text.contains("For the central team."))
            _ = try await access.house.handOvers.accept(try access.actor(.secondInvestigator), handOver)
            let late = try await access.ask(.investigator, refuse, RouteCall(values: [handOver.description]))
            #expect(late.status == 409 && late.text.contains("See who answered"))
        }
    }
}
