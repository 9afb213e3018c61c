// SPDX-License-Identifier: Apache-2.0

import Foundation
import Standard
import TestSupport
import Testing

@Suite("Every error names file, line and mend")
struct StandardProblemTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let old: String
        let new: String
        let sentence: String
        var testDescription: String { sentence }
    }

    static let cases = [
        Case(
            file: "disclosure.yaml", old: "period_months: 3", new: "period_months: 5",
            sentence: "A year is not made of whole periods of 5 months."),
        Case(file: "disclosure.yaml", old: "rounding: 5", new: "rounding: 10", sentence: "would be rounded to 0"),
        Case(file: "disclosure.yaml", old: "hidden_to: 5", new: "hidden_to: 0", sentence: "'hidden_to'"),
        Case(
            file: "limits.yaml", old: "    what: A person decides on a concern\n", new: "    wat: A person decides on a concern\n",
            sentence: "The key 'wat' is not known in a limit."),
        Case(
            file: "limits.yaml", old: "    starts: handed_over", new: "    starts: handed_ovr",
            sentence: "uses 'handed_ovr', which is no code of the list 'event'"),
        Case(
            file: "limits.yaml", old: "hard: {amount: 45, unit: working_days}", new: "hard: {amount: 45, unit: fortnights}",
            sentence: "'fortnights' is not a value of 'unit'."),
        Case(
            file: "limits.yaml", old: "hard: {amount: 45, unit: working_days}", new: "hard: {amount: many, unit: working_days}",
            sentence: "'amount' must be a whole number"),
        Case(
            file: "limits.yaml", old: "hard: {amount: 45, unit: working_days}", new: "hard: {unit: working_days}",
            sentence: "A period lacks 'amount'."),
        Case(
            file: "limits.yaml", old: "  - id: decision_urgent\n", new: "  - id: decision_danger\n",
            sentence: "The limit 'decision_danger' is given twice"),
        Case(file: "limits.yaml", old: "from: 2015-10-31", new: "from: 2015-10-32", sentence: "'2015-10-32' is not a date."),
        Case(file: "limits.yaml", old: "verified: true", new: "verified: maybe", sentence: "'verified' must be true or false."),
        Case(
            file: "limits.yaml", old: "source: crime_recording_rules", new: "source: crime_recording_rule",
            sentence: "The source 'crime_recording_rule' is not in the table of sources."),
        Case(
            file: "limits.yaml", old: "good_practice: {amount: 2, unit: elapsed_hours}",
            new: "good_practice: {amount: 9, unit: elapsed_hours}", sentence: "Good practice is later than the hard limit."),
        Case(
            file: "limits.yaml", old: "good_practice: {amount: 1, unit: elapsed_hours}",
            new: "good_practice: {amount: 1, unit: working_hours}", sentence: "stands still out of hours"),
        Case(
            file: "limits.yaml", old: "      state: off\n      reason:", new: "      state: off\n      why:",
            sentence: "What is off must say why."),
        Case(
            file: "routes.yaml", old: "  - id: everything_else\n", new: "  - id: child_where_lives\n",
            sentence: "The route 'child_where_lives' is given twice"),
        Case(
            file: "routes.yaml", old: "team: triage_desk", new: "team: triage_dsk",
            sentence: "uses 'triage_dsk', which is no code of the list 'team_kind'"),
        Case(
            file: "routes.yaml", old: "area: found, as: must_receive", new: "area: founds, as: must_receive",
            sentence: "'founds' is not a value of 'area'."),
        Case(
            file: "routes.yaml", old: "      - {team: adult_social_care, area: owning, as: must_receive}",
            new: "      - {team: adult_social_care, area: owning, as: lead}", sentence: "names more than one lead."),
        Case(
            file: "gates.yaml", old: "need: {fact: transition_plan}", new: "need: {fact: transition_plans}",
            sentence: "'transition_plans' is not a value of 'fact'."),
        Case(
            file: "gates.yaml", old: "answer: yes_no_sometimes", new: "answer: yes_no_never",
            sentence: "'yes_no_never', which is not there."),
        Case(
            file: "form.yaml", old: "list: place_kind", new: "list: place_kinds",
            sentence: "chooses from the list 'place_kinds', which is not there."),
        Case(
            file: "form.yaml", old: "pages: [vehicle]", new: "pages: [vehicles]",
            sentence: "stands on the page 'vehicles', which is not there."),
        Case(
            file: "form.yaml", old: "when: [{question: danger.now, is: [\"yes\"]}]", new: "when: [{question: danger.no, is: [\"yes\"]}]",
            sentence: "depends on the question 'danger.no', which is not there."),
        Case(
            file: "form.yaml", old: "when: [{question: danger.now, is: [\"yes\"]}]", new: "when: [{question: danger.now, is: [aye]}]",
            sentence: "uses 'aye', which is no code of the list 'yes_no'"),
        Case(
            file: "form.yaml", old: "    max_length: 40\n    absences: [not_known, not_asked, refused]\n    stored: sealed",
            new: "    max_length: 40\n    absences: [not_known, not_asked, refused]\n    stored: clear_code",
            sentence: "would keep words or dates about a person in clear."),
        Case(
            file: "form.yaml", old: "when: [{question: person.sex, answered: true}]",
            new: "when: [{question: person.sex, answered: true, is: [female]}]", sentence: "The key 'is' is not known in"),
        Case(
            file: "form.yaml", old: "    max_length: 40\n", new: "",
            sentence: "sets no greatest length."),
        Case(
            file: "form.yaml", old: "asked_of: [police, professional]", new: "asked_of: [police, everyone]",
            sentence: "'everyone' is not a value of 'asked_of'."),
        Case(
            file: "form.yaml", old: "{id: phone, group: phone,", new: "{id: phone, group: telephone,",
            sentence: "'telephone' is not a value of 'group'."),
        Case(
            file: "codes-concern.yaml", old: "broad: home", new: "broad: hone",
            sentence: "uses 'hone', which is no code of the list 'broad_setting'"),
        Case(
            file: "codes-concern.yaml", old: "{code: neglect, label: Neglect}", new: "{code: neglect}",
            sentence: "A code of 'abuse_category' lacks 'label'."),
        Case(
            file: "codes-concern.yaml", old: "{code: neglect, label: Neglect}", new: "{code: sexual, label: Neglect}",
            sentence: "The code of 'abuse_category' 'sexual' is given twice"),
        Case(
            file: "codes-concern.yaml", old: "attributes: {broad: code broad_setting}", new: "attributes: {broader: code broad_setting}",
            sentence: "The list 'setting' must have the attribute 'broad'"),
        Case(file: "codes-people.yaml", old: "treated_as: adult", new: "treated_as: grown_up", sentence: "'grown_up' is not an age group."),
        Case(file: "signs.yaml", old: "group: protective", new: "group: protecting", sentence: "'protecting' is not a value of 'group'."),
        Case(file: "powers.yaml", old: "kind: power", new: "kind: might", sentence: "'might' is not a value of 'kind'."),
        Case(
            file: "standard.yaml", old: "{from: 2024-05-01}", new: "{from: 2024-05-01, to: 2023-01-01}",
            sentence: "The standard ends before it begins."),
        Case(
            file: "standard.yaml", old: "standard:\n", new: "standards:\n",
            sentence: "The key 'standards' is not known in a standard's file."),
        Case(file: "gates.yaml", old: "    blocks: true", new: "   blocks: true", sentence: "This is not YAML"),
        Case(
            file: "gates.yaml", old: "    blocks: true", new: "    blocks: true\n    blocks: true",
            sentence: "The key 'blocks' is given twice in one place."),
        Case(file: "gates.yaml", old: "blocks: true", new: "blocks: [true]", sentence: "'blocks' must be true or false."),
        Case(file: "gates.yaml", old: "text: The decision names an outcome", new: "text:", sentence: "'text' is empty."),
    ]

    @Test("Each kind of error", arguments: cases)
    func error(_ spoilt: Case) throws {
        let problems = try Shipped.problems(replacing: spoilt.old, with: spoilt.new, in: spoilt.file)
        let problem = try #require(problems.first { $0.sentence.contains(spoilt.sentence) }, "\(problems)")
        #expect(problem.file.hasSuffix("copy/\(spoilt.file)"))
        #expect(problem.line >= 1 && problem.column >= 1)
        #expect(!problem.mend.isEmpty)
        #expect(problem.description.hasPrefix("\(problem.file):\(problem.line):\(problem.column): "))
    }

    @Test("The line is the line of the word that is wrong")
    func line() throws {
        let file = try String(contentsOf: TestStandards.folder.appending(path: "west-midlands/2026/limits.yaml"), encoding: .utf8)
        let wanted =
            try #require(file.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("amount: 45") }) + 1
        let problems = try Shipped.problems(
            replacing: "amount: 45, unit: working_days", with: "amount: 45, unit: working_dys", in: "limits.yaml")
        #expect(problems.map(\.line) == [wanted])
        #expect(problems.first?.column == 30)
        #expect(problems.first?.mend.contains("Did you mean 'working_days'?") == true)
    }

    @Test("All errors of all files are told at once, in order")
    func several() throws {
        let problems = try Shipped.withCopy { folder in
            try Shipped.replace("kind: power", with: "kind: might", in: folder.appending(path: "powers.yaml"))
            try Shipped.replace("group: protective", with: "group: protecting", in: folder.appending(path: "signs.yaml"))
            try Shipped.replace("unit: months", with: "unit: moons", in: folder.appending(path: "limits.yaml"))
            return StandardLoader.check(folder)
        }
        #expect(problems.map { $0.file.split(separator: "/").last } == ["limits.yaml", "powers.yaml", "signs.yaml"])
    }
}
