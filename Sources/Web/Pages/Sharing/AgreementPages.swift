// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Agreements between agencies: what one lets another know in the place of its records' own share rule.
struct AgreementPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            SharingAddresses.agreement.handle { request, id in
                let frame = try await DirectoryFrame(house, request)
                try await house.directoryDesk.check(try request.actor, .changeDirectory)
                return .page(try sheet(frame, id).page())
            },
            SharingAddresses.addAgreement.handle { request, id in
                let frame = try await DirectoryFrame(house, request)
                try await house.directoryDesk.check(try request.actor, .changeDirectory)
                return try await sheet(frame, id).answer(request) {
                    guard let reader = request.form["reader"].flatMap({ RecordID($0) }) else {
                        throw ServiceError.invalid([FieldFault("reader", .missing)])
                    }
                    _ = try await house.directoryDesk.addAgreement(
                        try request.actor, holder: id, reader: reader, shareRule: request.form["share_rule"] ?? "",
                        basis: request.form["basis"] ?? "", from: try MomentField.read(request.form, "from"))
                    return DirectoryAddresses.agency.url(id).done
                }
            },
            SharingAddresses.endAgreement.handle { request, id in
                let actor = try request.actor
                try await house.directoryDesk.endAgreement(actor, id)
                let holder = house.directory.snapshot.agreements.first { $0.id == id }?.holder
                return (holder.map { DirectoryAddresses.agency.url($0) } ?? DirectoryAddresses.agencies.url).done
            },
        ]
    }

    private func sheet(_ frame: DirectoryFrame, _ id: RecordID) throws -> FormSheet {
        guard let agency = frame.directory.agencies[id] else { throw Problem.notFound }
        let others = frame.directory.agencies.values.filter { $0.id != id && !frame.isOver($0.validTo) }.byName
        return FormSheet(
            title: "What does \(agency.name) let another agency know?", action: SharingAddresses.addAgreement.url(id),
            back: DirectoryAddresses.agency.url(id), section: .directory,
            intro: """
                <p>\(say: "It stands in the place of the share rule of each record, wider or narrower. A record that shares nothing stays so, and a restricted one is spoken of to nobody.")</p>
                """,
            fields: [
                .choose("reader", "Which agency reads?", others.map { Choice($0.id.description, Sentence(verbatim: $0.name)) }),
                .choose("share_rule", "How much is it shown?", frame.choices(.shareRule)),
                SheetField(name: "basis", label: "What does it rest on?") { typed, errors in
                    TextField(
                        name: "basis", label: "What does it rest on?", value: typed["basis"],
                        hint: "The sharing agreement, its date, and who signed it.", error: errors["basis"], lines: 3, autocomplete: "off"
                    ).html
                }, EndSheet.from,
            ], button: Button("Add the agreement"))
    }

    /// The agreements of an agency, on its page.
    static func card(_ agency: Agency, _ frame: DirectoryFrame) -> HTML {
        let agreements = frame.directory.agreements.filter { $0.holder == agency.id || $0.reader == agency.id }
            .filter { frame.mayChange || !frame.isOver($0.validTo) }
        let table = Table(
            caption: "Agreements with other agencies", hidesCaption: true,
            columns: [
                .init("Holds", isPlain: true), .init("Reads"), .init("How much"), .init("Rests on"), .init("In force"),
                .init("End", isPlain: true),
            ],
            rows: agreements.map { one in
                let end: HTML =
                    frame.mayChange && !frame.isOver(one.validTo)
                    ? Form.post(
                        SharingAddresses.endAgreement.url(one.id),
                        Button("End now", weight: .quiet, hidden: "the agreement with \(frame.directory.name(ofAgency: one.reader))").html)
                    : "–"
                return Table.Row([
                    "\(frame.directory.name(ofAgency: one.holder))", "\(frame.directory.name(ofAgency: one.reader))",
                    "\(frame.label(one.shareRule, in: .shareRule))", "\(one.basis)", frame.period(one.validFrom, one.validTo), end,
                ])
            }, empty: "There is none: what others see follows the share rule of each record.")
        return """
            <h2>\(say: "Agreements with other agencies")</h2>\(table.html)\
            \(frame.changes(Button.link("Add an agreement", SharingAddresses.agreement.url(agency.id))))
            """
    }
}
