// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import TestSupport
import Testing

@testable import Web

/// Agencies, areas and teams are added, changed and ended by the same three forms.
@Suite("The forms of the directory") struct DirectoryFormTests {
    /// One kind of entry: its forms by the address of an existing one, what stands in that one, and what a new one is made of.
    private struct Kind {
        let add: FormAddress<Void>
        let change: [Declaration]
        let end: [Declaration]
        let id: String
        let standing: [String]
        let new: [(String, String)]
        let chosen: [String]
    }

    private static func kinds(_ access: AccessHouse) throws -> [Kind] {
        [
            Kind(
                add: DirectoryAddresses.addAgency, change: DirectoryAddresses.changeAgency.declarations,
                end: DirectoryAddresses.endAgency.declarations, id: try access.agency("council").description,
                standing: ["value=\"Otterley Council\"", "value=\"council\" selected", "value=\"summary\" selected"],
                new: [
                    ("name", "Larkfield School"), ("kind", "school"), ("legal_regime", "uk_gdpr"), ("share_rule", "summary"),
                    ("retention_class", "child_protection"),
                ], chosen: ["kind", "legal_regime", "share_rule", "retention_class"]),
            Kind(
                add: DirectoryAddresses.addTeam, change: DirectoryAddresses.changeTeam.declarations,
                end: DirectoryAddresses.endTeam.declarations, id: try access.team("adults").description,
                standing: ["Adult social care, Otterley", "value=\"adult_social_care\" selected", "value=\"0121 496 0030\""],
                new: [
                    ("name", "Adults, Wrenfield"), ("kind", "adult_social_care"), ("area", TestHouse.wrenfield),
                    ("phone", "0121 496 0031"), ("hours", "day and night"), ("agency", try access.agency("council").description),
                ], chosen: ["kind", "agency"]),
            Kind(
                add: DirectoryAddresses.addArea, change: DirectoryAddresses.changeArea.declarations,
                end: DirectoryAddresses.endArea.declarations, id: TestHouse.wrenfield,
                standing: ["value=\"Wrenfield\"", "value=\"Wrenfield desk\"", "value=\"0121 496 0020\""],
                new: [
                    ("name", "Milbury"), ("code", "milbury"), ("desk_name", "Milbury desk"), ("desk_phone", "0121 496 0040"),
                    ("desk_hours", "day and night"),
                ], chosen: ["code"]),
        ]
    }

    @Test func showWhatStandsAndKeepWhatIsChanged() async throws {
        try await AccessHouse.with { access in
            for kind in try Self.kinds(access) {
                let sheet = try await access.ask(.administrator, kind.change[0], RouteCall(values: [kind.id]))
                #expect(sheet.status == 200)
                for text in kind.standing { #expect(sheet.text.contains(text), "\(kind.id): \(text)") }
                var fields = kind.new.filter { !["agency", "code"].contains($0.0) }
                fields[0].1 = "Another name"
                let saved = try await access.ask(.administrator, kind.change[1], RouteCall(values: [kind.id], form: fields))
                #expect(saved.status == 303)
                let again = try await access.ask(.administrator, kind.change[0], RouteCall(values: [kind.id]))
                for field in fields { #expect(again.text.contains("value=\"\(field.1)\""), "\(kind.id): \(field.0)") }
            }
        }
    }

    @Test func bringWhatIsMissingBackAndAddWhatIsWhole() async throws {
        try await AccessHouse.with { access in
            for kind in try Self.kinds(access) {
                for missing in kind.chosen {
                    let some = RouteCall(form: kind.new.filter { $0.0 != missing })
                    let answer = try await access.ask(.administrator, kind.add.declarations[1], some)
                    #expect(answer.status == 422 && answer.text.contains("href=\"#\(missing)\""), "\(missing)")
                    #expect(answer.text.contains("value=\"\(kind.new[0].1)\""), "what was typed is gone")
                }
                let added = try await access.ask(.administrator, kind.add.declarations[1], RouteCall(form: kind.new))
                #expect(added.status == 303 && added["Location"]?.hasSuffix("?done=yes") == true, "\(added.text.prefix(400))")
            }
        }
    }

    @Test func endWhatNobodyNeedsAnyMore() async throws {
        try await AccessHouse.with { access in
            for kind in try Self.kinds(access).reversed() {
                let sheet = try await access.ask(.administrator, kind.end[0], RouteCall(values: [kind.id]))
                #expect(sheet.status == 200 && sheet.text.contains("End it"))
                #expect(try await access.ask(.administrator, kind.end[1], RouteCall(values: [kind.id])).status == 303)
            }
            let now = access.house.now
            #expect(!access.house.directory.snapshot.areasInForce(at: now).contains { $0.code == TestHouse.wrenfield })
            #expect(access.house.directory.snapshot.teams[try access.team("adults")]?.validTo == now)
            #expect(access.house.directory.snapshot.agencies[try access.agency("council")]?.validTo == now)
        }
    }
}
