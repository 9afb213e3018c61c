// SPDX-License-Identifier: Apache-2.0

import Foundation
import Standard
import TestSupport
import Testing

@Suite("What changed between two versions, in words")
struct StandardDiffTests {
    private func sentences(_ changes: (URL) throws -> Void) throws -> [String] {
        let old = try TestStandards.version("2026")
        let new = try Shipped.withCopy { folder in
            try changes(folder)
            return try StandardLoader.load(folder)
        }
        return StandardDiff(from: old, to: new).changes.map(\.sentence)
    }

    @Test("Nothing changed, nothing said")
    func same() throws { #expect(try sentences { _ in } == []) }

    @Test(
        "One change, one sentence",
        arguments: [
            (
                "limits.yaml",
                "    hard: {amount: 1, unit: working_days}\n    pauses_out_of_hours: true\n    source: working_together_2023\n    verified: true\n    owner: Each",
                "    hard: {amount: 4, unit: working_hours}\n    pauses_out_of_hours: true\n    source: working_together_2023\n    verified: true\n    owner: Each",
                "The limit 'decision' changed from 1 working day to 4 working hours."
            ),
            (
                "limits.yaml",
                "    good_practice: {amount: 4, unit: working_hours}\n    hard: {amount: 1, unit: working_days}\n    pauses_out_of_hours: true\n    source: local_agreement",
                "    good_practice: {amount: 2, unit: working_hours}\n    hard: {amount: 1, unit: working_days}\n    pauses_out_of_hours: true\n    source: local_agreement",
                "The limit 'acceptance' changed from good practice 4 working hours, hard limit 1 working day to good practice 2 working hours, hard limit 1 working day."
            ),
            (
                "limits.yaml", "source: working_together_2023\n    verified: true", "source: working_together_2023\n    verified: false",
                "The limit 'decision' is now unverified."
            ),
            (
                "codes-concern.yaml", "      - {code: twitch, label: Twitch}\n", "",
                "In the list 'platform': The code 'twitch' is gone: Twitch."
            ),
            (
                "codes-concern.yaml", "{code: neglect, label: Neglect}", "{code: neglect, label: Neglect of a child}",
                "In the list 'abuse_category': The code 'neglect': label changed from 'Neglect' to 'Neglect of a child'."
            ),
            (
                "form.yaml", "text: Whose is it or who drives it?", "text: Who drives it?",
                "The question 'vehicle.whose': text changed from 'Whose is it or who drives it?' to 'Who drives it?'."
            ),
            (
                "signs.yaml", "present_danger: true", "present_danger: false",
                "The sign 'afraid_to_go_home' is no longer a sign of present danger."
            ),
            ("gates.yaml", "    blocks: false", "    blocks: true", "The gate 'matches_looked_at' now holds the move."),
            ("powers.yaml", "kind: power", "kind: duty", "The power 'police_protection': kind changed from 'power' to 'duty'."),
        ])
    func one(file: String, old: String, new: String, sentence: String) throws {
        #expect(try sentences { try Shipped.replace(old, with: new, in: $0.appending(path: file)) } == [sentence])
    }

    @Test("Routes tell rules that came, went and changed")
    func routes() throws {
        let all = try sentences { folder in
            try Shipped.replace(
                "team: triage_desk, area: owning", with: "team: early_help_team, area: owning", in: folder.appending(path: "routes.yaml"))
            try LocalAdditionTests.local.write(to: folder.appending(path: "local.yaml"), atomically: true, encoding: .utf8)
        }
        #expect(
            all.contains(
                "The route 'everything_else': destinations changed from 'triage_desk (owning, lead)' to 'early_help_team (owning, lead)'."))
        #expect(
            all.contains("The route 'hotel_to_licensing' is new: Whatever happens in a hotel goes to the intelligence unit of the area."))
        #expect(all.contains("The question 'local.hotel' is new: What did hotel staff notice."))
        #expect(all.contains("The list 'hotel_sign' is new: What hotel staff noticed."))
        #expect(all.contains("The limit 'hotel_visit' is new: Licensing visits the hotel."))
    }

    @Test("2014 to today says what the law changed")
    func shipped() throws {
        let all = StandardDiff(from: try TestStandards.version("2014"), to: try TestStandards.version("2026")).changes.map(\.sentence)
        #expect(all.contains("The limit 'fgm_notification' is now in force."))
        #expect(all.contains("The power 'sexual_offences_prevention_order' is gone: Sexual offences prevention order."))
        #expect(all.contains("The limit 'recovery_period' changed from 45 days to 30 days."))
        #expect(all.contains("The limit 'crime_recorded' changed from 72 hours to 24 hours."))
        #expect(all.contains("In the list 'ethnicity': The code 'W3' is new: White: Gypsy or Irish Traveller."))
    }
}
