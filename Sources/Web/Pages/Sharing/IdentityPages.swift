// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Protected identities: protecting one, and the list of their duty holder.
struct IdentityPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            SharingAddresses.identities.handle { request in
                .page(Self.page(try await house.identities.list(try request.actor), now: request.now))
            },
            SharingAddresses.protect.handle { request, key in
                guard let record = request.form["record"].flatMap({ RecordID($0) }) else { throw Problem.notFound }
                let isLifted = request.form["lift"] == "yes"
                let reason = request.form["reason-\(record)"] ?? ""
                return try await ConcernPages(house: house).formOfPage(request, key.0, fields: ["reason": "reason-\(record)"]) {
                    if isLifted {
                        try await house.identities.lift(try request.actor, key.1, record: record, reason: reason)
                    } else {
                        try await house.identities.protect(try request.actor, key.1, record: record, reason: reason)
                    }
                    return (isLifted ? Done.unprotected : .protected).then(DeskAddresses.concern.url(key.0))
                }
            },
            SharingAddresses.shutOutAgency.handle { request, key in
                guard let lift = request.form["lift"] else { throw Problem.notFound }
                let typed = request.form["agency"].flatMap { RecordID($0) }
                let field = lift == "yes" ? "reason-\(typed.map { "\($0)" } ?? "")" : "agency_reason"
                return try await ConcernPages(house: house).formOfPage(request, key.0, fields: ["reason": field]) {
                    guard let agency = typed else { throw ServiceError.invalid([FieldFault("agency", .missing)]) }
                    try await house.desk.shutOutAgency(
                        try request.actor, key.1, agency: agency, lift: lift == "yes", reason: request.form[field] ?? "")
                    return (lift == "yes" ? Done.lifted : .agencyShutOut).then(DeskAddresses.concern.url(key.0))
                }
            },
        ]
    }

    private static func page(_ list: [ProtectedMatch], now: Instant) -> Page {
        let table = Table(
            caption: "Protected people who may have been reported anew", hidesCaption: true,
            columns: [.init("Protected in", isPlain: true), .init("May be the person of"), .init("Whom to ring"), .init("Found")],
            rows: list.map { one in
                Table.Row([
                    "<b>\(one.reference)</b><br><small>\(one.area)</small>", "\(one.otherReference)<br><small>\(one.otherAgency)</small>",
                    one.desk.map { "\(ring: ConcernReader.contact($0))" } ?? "–", When.short(one.foundAt, now: now),
                ])
            }, empty: "No protected person of your areas has been reported anew.")
        return Page(
            title: "Protected identities", section: .identities,
            content: """
                <p>\(say: "You alone are told of these. Nobody else sees that two concerns may be about the same person: not at either desk, in a search, or in a figure. Ring the desk, and say no more than it needs.")</p>
                \(table.html)
                """)
    }
}

/// Who is protected in a concern, and a form to protect somebody or to end that.
struct ProtectionCard {
    let reader: ConcernReader
    let sent: FormData
    let errors: [FormError]

    var html: HTML? {
        guard reader.may(.protectIdentity) else { return nil }
        let people = reader.view.mentions.filter { $0.mention.kind == .person }
        guard !people.isEmpty else { return nil }
        let isOpen = errors.contains { error in people.contains { "reason-\($0.record)" == error.field } }
        let forms: [HTML] = people.map { person in
            let field = "reason-\(person.record)"
            let name: Sentence = person.label.isEmpty ? "Name not known" : Sentence(verbatim: person.label)
            let reason = TextField(
                name: field, label: person.isProtected ? "Why does the protection end?" : "Why is the identity protected?",
                value: sent[field],
                hint: "It is kept with your name.", error: errors[field], lines: 2, autocomplete: "off")
            let button =
                person.isProtected
                ? Button("End the protection", weight: .quiet, hidden: name) : Button("Protect the identity", weight: .quiet, hidden: name)
            return """
                <h3>\(name) \(person.isProtected ? Tag("Protected identity", .due).html : nil)</h3>\
                \(Form.post(
                    SharingAddresses.protect.url(reader.key),
                    "\(Form.hidden("record", person.record.description))\(Form.hidden("lift", person.isProtected ? "yes" : "no"))\(reason.html)\(Button.row(button.html))"))
                """
        }
        return Card.html(
            "protection", "Protected identities",
            """
            <p>\(say: "A protected person is never offered as a match, stands on no print, and is known to the duty holder alone when reported anew: somebody adopted, moved to be safe, or a witness.")</p>\
            \(Disclosure.html("Protect somebody, or end it", isOpen: isOpen, forms.joined()))
            """)
    }
}

/// Agencies all of whose people are shut out, and a form to shut one out.
struct ShutOutAgencyCard {
    let reader: ConcernReader
    let sent: FormData
    let errors: [FormError]

    var html: HTML? {
        guard reader.may(.reviewShutOut) else { return nil }
        let standing: [HTML] = reader.view.shutOutAgencies.map { one in
            let field = "reason-\(one.agency)"
            let reason = TextField(
                name: field, label: "Why are they let in again?", value: sent[field], hint: "It is kept with your name.",
                error: errors[field],
                lines: 2, autocomplete: "off")
            return """
                <h3>\(one.name) \(Tag("All its people are shut out", .due).html)</h3><p class="said">\(one.reason)</p>\
                <p class="soft">\(say: "\(one.by), \(When.full(one.at))")</p>\
                \(Form.post(
                    SharingAddresses.shutOutAgency.url(reader.key),
                    "\(Form.hidden("agency", one.agency.description))\(reason.html)\(Button.row(Button("Let its people in again", name: "lift", value: "yes", weight: .quiet, hidden: Sentence(verbatim: one.name)).html))"))
                """
        }
        return Card.html(
            "shut-out-agencies", "Shut out a whole agency",
            """
            <p>\(say: "Where the person works there, and colleagues could tell them: nobody of the agency sees, finds, counts or hears of it. Whoever reported it keeps their own report.")</p>\
            \(standing)\(Disclosure.html("Shut an agency out", isOpen: errors["agency"] != nil || errors["agency_reason"] != nil, form))
            """)
    }

    private var form: HTML {
        let out = Set(reader.view.shutOutAgencies.map(\.agency))
        let agencies = reader.directory.agencies.values.filter { $0.id != reader.actor.agency && !out.contains($0.id) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let choose = Select(
            name: "agency", label: "Which agency?", choices: agencies.map { Choice($0.id.description, Sentence(verbatim: $0.name)) },
            chosen: sent["agency"], error: errors["agency"])
        let reason = TextField(
            name: "agency_reason", label: "Why?", value: sent["agency_reason"], hint: "It is kept with your name.",
            error: errors["agency_reason"],
            lines: 2, autocomplete: "off")
        return Form.post(
            SharingAddresses.shutOutAgency.url(reader.key),
            "\(choose.html)\(reason.html)\(Button.row(Button("Shut out all its people", name: "lift", value: "no", weight: .quiet).html))")
    }
}
