// SPDX-License-Identifier: Apache-2.0

import Standard
import TestSupport
import Testing

@Suite("Questions whose meaning software knows")
struct KnownQuestionTests {
    static let known: [QuestionGroup: [String]] = [
        .concern: [
            "danger.now", "danger.words", "urgency.reason", "crime", "abuse_category", "signs", "setting", "child_words", "family_told",
            "family_told.words", "must_not_find_out", "safe_contact.channel", "safe_contact.value", "safe_contact.times",
        ],
        .statement: ["statement.text", "statement.how_known", "statement.when", "statement.when_to"],
        .subject: [
            "person.subject_kind", "person.given_names", "person.family_name", "person.also_known_as", "person.date_of_birth", "person.age",
            "person.sex", "person.sex_said_by", "person.ethnicity", "person.ethnicity_said_by", "person.disability",
            "person.disability_said_by", "person.language", "person.language_said_by", "person.interpreter", "person.identifier",
            "person.address", "person.postcode", "person.lives_in", "person.found_in", "person.school", "person.description",
        ],
        .suspect: [
            "person.given_names", "person.family_name", "person.description", "person.relationship", "person.position_of_trust",
            "person.lives_with_child", "person.lives_with_since", "person.has_contact_now",
        ],
        .household: [
            "person.given_names", "person.family_name", "person.relationship", "person.lives_with_child", "person.lives_with_since",
        ],
        .place: ["place.kind", "place.name", "place.address", "place.postcode", "place.area"],
        .vehicle: ["vehicle.mark", "vehicle.description", "vehicle.whose"],
        .phone: ["phone.number", "phone.whose"],
        .account: ["account.platform", "account.handle", "account.whose"],
        .absence: ["absence.from", "absence.to", "absence.found_at"],
        .source: ["source.name", "source.role", "source.phone", "source.email", "source.child_is_source"],
    ]

    @Test("Each is asked, of its group", arguments: ["2014", "2026"], Array(known.keys))
    func asked(version: String, group: QuestionGroup) throws {
        let ids = Set(try TestStandards.version(version).questions(of: group).map(\.id))
        for id in Self.known[group] ?? [] { #expect(ids.contains(id), "\(id)") }
    }

    @Test(
        "Sex, ethnicity, disability and language each ask who said so and offer all four ways of not answering",
        arguments: ["2014", "2026"])
    func characteristics(version: String) throws {
        let standard = try TestStandards.version(version)
        for id in ["person.sex", "person.ethnicity", "person.disability", "person.language"] {
            #expect(Set(try #require(standard.question(id)).absences).count == 4)
            #expect(standard.question(id + "_said_by")?.list == .saidBy)
        }
    }

    @Test("A question is asked only when another was answered so")
    func conditions() throws {
        let question = try #require(try TestStandards.version("2026").question("abuse_category"))
        #expect(!question.isAsked(of: .police) { _ in [] })
        #expect(question.isAsked(of: .police) { $0 == "crime" ? ["modern_slavery", "child_abuse"] : [] })
    }
}
