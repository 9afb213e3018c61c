// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Recording what the law asks of a case: one thing a page, by a named person. Nothing is sent from here.
struct PracticePages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            PracticeAddresses.form.handle { request, key in
                let sheet = try await sheet(request, key)
                return .page(page(sheet, key, Self.about(request), sent: nil, errors: []))
            },
            PracticeAddresses.record.handle(record),
            PracticeAddresses.own.handle(recordOwn),
        ]
    }

    /// The person whom a form is about, by the id in its address.
    private static func about(_ request: WebRequest) -> RecordID? {
        (request.form["about"] ?? request.query["about"]).flatMap { RecordID($0) }
    }

    private func sheet(_ request: WebRequest, _ key: (String, String)) async throws -> PracticeSheet {
        try await house.practice.sheet(try request.actor, reference: key.0, form: key.1, subject: Self.about(request))
    }

    @Sendable private func record(_ request: WebRequest, _ key: (String, String)) async throws -> Reply {
        let standard = house.standard(request.form["standard"] ?? house.standard.id.rawValue)
        guard let form = standard.practiceForm(key.1) else { throw Problem.notFound }
        let fields = PracticeFields(form: form, standard: standard)
        let (answers, wrong) = fields.read(request.form)
        var errors = wrong
        return try await WayBack.to(TeamAddresses.file.url(key.0), "See the case as it is now") {
            do {
                if errors.isEmpty {
                    try await house.practice.record(try request.actor, reference: key.0, form: key.1, subject: Self.about(request), answers)
                    return Done.recorded.then(TeamAddresses.file.url(key.0).at("practice"))
                }
            } catch ServiceError.invalid(let faults) {
                errors = fields.errors(faults)
            } catch ServiceError.conflict(.gatesNotMet) {
                // Said on the page itself, with what has to come first.
            }
            let sheet = try await sheet(request, key)
            return .page(
                page(sheet, key, Self.about(request), sent: request.form, errors: errors), status: sheet.unmet.isEmpty ? 422 : 409)
        }
    }

    @Sendable private func recordOwn(_ request: WebRequest, _ key: (String, String)) async throws -> Reply {
        let pages = OwnReportPages(house: house)
        let own = try await house.reporting.ownReport(try request.actor, reference: key.0)
        let standard = house.standard(own.report.standard)
        guard let form = standard.practiceForm(key.1), form.isReporters else { throw Problem.notFound }
        let fields = PracticeFields(form: form, standard: standard)
        let (answers, wrong) = fields.read(request.form)
        var errors = wrong
        if errors.isEmpty {
            do {
                try await house.practice.recordOwn(try request.actor, reference: key.0, form: key.1, answers)
                return .seeOther(ReportAddresses.own.url(key.0).with("kept", "yes"))
            } catch ServiceError.invalid(let faults) { errors = fields.errors(faults) }
        }
        return .page(pages.own(own, PageState(errors: errors, sent: request.form)), status: 422)
    }

    private func page(_ sheet: PracticeSheet, _ key: (String, String), _ about: RecordID?, sent: FormData?, errors: [FormError]) -> Page {
        let standard = house.standard(sheet.standard)
        let page = sheet.form.page
        let back = TeamAddresses.file.url(key.0)
        let who: HTML? = sheet.label.isEmpty ? nil : "<p><b>\(sheet.label)</b></p>"
        let held: [HTML] = sheet.unmet.map { gate in
            "<p><b>\(say: "This must be shown first: \(gate.text)")</b>\(gate.help.map { "<br>\($0)" as HTML })</p>"
        }
        let form = Form.post(
            PracticeAddresses.record.url(key),
            """
            \(about.map { Form.hidden("about", $0.description) })\(Form.hidden("standard", sheet.standard))\
            \(PracticeFields(form: sheet.form, standard: standard).html(sent: sent, errors: errors))\(Button.row(Button("Record it").html))
            """)
        return Page(
            title: Sentence(verbatim: page.title), caption: "Case \(key.0)", back: back, section: .cases, errors: errors, isNarrow: true,
            content: """
                \(page.help.map { "<p class=\"lead\">\($0)</p>" as HTML })\(who)\
                \(held.isEmpty ? nil : Card.html("held", "It can't be recorded yet", meaning: .due, held.joined()))\
                \(sheet.unmet.isEmpty ? sheet.prepared.map { prepared($0, sheet.form, standard) } : nil)\
                \(sheet.unmet.isEmpty ? form : nil)
                """)
    }

    /// What is made ready, to be copied by whoever sends it.
    private func prepared(_ prepared: PracticeSheet.Prepared, _ form: PracticeForm, _ standard: Standard) -> HTML {
        let words = AnswerWords(standard: standard, areas: house.directory.snapshot)
        let areas = Set(prepared.areas).sorted().map { house.directory.snapshot.name(ofArea: $0) }.joined(separator: ", ")
        let place = areas.isEmpty ? [] : [Facts.Fact(name: "Area", value: "\(areas)")]
        let concern = words.facts(prepared.concern, standard.questions(of: .concern))
        let person = words.facts(prepared.person, standard.questions(of: .subject))
        let said: [HTML] = prepared.statements.map { StatementWords.html($0, words) }
        let names: Sentence =
            form.prepares == .withoutNames
            ? "There is nobody's name in it, and nothing that was said in words." : "Give only what the form you fill in asks for."
        return Card.html(
            "prepared", "Made ready to be copied",
            "<p>\(names) \(say: "Nothing is sent from here: you send it, and record that you did.")</p>\(Facts.html(person + concern + place))\(said)"
        )
    }
}
