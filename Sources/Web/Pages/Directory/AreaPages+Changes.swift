// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Adding, changing and ending areas and shifts.
extension AreaPages {
    var changes: [Route] { forms.routes + duty }

    private var forms: EntryForms<String, Area> {
        let desk = house.directoryDesk
        let code = SheetField.text(
            "code", "Short code", hint: "Small letters, digits and hyphens, such as otterley. It stands in every record and never changes.")
        return EntryForms(
            house: house,
            addresses: .init(
                page: DirectoryAddresses.area, list: DirectoryAddresses.directory.url, add: DirectoryAddresses.addArea,
                change: DirectoryAddresses.changeArea, end: DirectoryAddresses.endArea),
            words: .init(
                add: "Add an area", addButton: "Add the area",
                ending: "No new concern is sent to its desk from then on. Its own concerns stay with it.",
                faults: [
                    "code.already_used": "There is an area of this code already",
                    "code.not_accepted": "Use small letters, digits and hyphens, a letter first",
                ]),
            find: { $0.areas[$1] }, name: { $0.name }, fields: { _ in Self.fields }, fixedFields: { _ in [code] },
            taking: .init(
                add: { try await desk.addArea($0, code: $1.text("code") ?? "", Self.entered($1), from: $2).code },
                change: { _ = try await desk.changeArea($0, code: $1, Self.entered($2)) },
                end: { try await desk.endArea($0, code: $1, at: $2) }))
    }

    private static var fields: [EntryField<Area>] {
        [
            EntryField(.text("name", "Name")) { $0.name }, EntryField(.text("desk_name", "Name of its desk")) { $0.deskName },
            EntryField(.text("desk_phone", "Phone of the desk", kind: .tel)) { $0.deskPhone },
            EntryField(.text("desk_hours", "Hours of the desk", hint: "In words, such as “day and night”.")) { $0.deskHours },
        ]
    }

    private static func entered(_ form: FormData) -> AreaFields {
        AreaFields(
            name: form.text("name") ?? "", deskName: form.text("desk_name") ?? "", deskPhone: form.text("desk_phone") ?? "",
            deskHours: form.text("desk_hours") ?? "")
    }

    private var duty: [Route] {
        DirectoryAddresses.addDuty.routes(
            house,
            { request, code in
                let frame = try await DirectoryFrame(house, request)
                guard let area = frame.directory.areas[code] else { throw Problem.notFound }
                try await house.directoryDesk.check(frame.actor, .changeDuty, area: code)
                let known = FormData(fields: [FormData.Field(name: "rank", value: "0")] + MomentField.typed(request.now, "starts_at"))
                return (Self.dutySheet(area, frame), known)
            },
            { request, code in
                var wrong = Gathered()
                let account = request.form.text("account").flatMap { RecordID($0) }
                if account == nil { wrong.add("account", "Choose who is on duty") }
                let starts = wrong.moment(request.form, "starts_at")
                let ends = wrong.moment(request.form, "ends_at", missing: "Write when the shift ends")
                guard let account, let ends, wrong.errors.isEmpty else { throw WrongFields(errors: wrong.errors) }
                _ = try await house.directoryDesk.addDuty(
                    try request.actor,
                    DutyFields(
                        area: code, rank: Int(request.form.text("rank") ?? "") ?? -1, account: account, startsAt: starts ?? request.now,
                        endsAt: ends))
                return DirectoryAddresses.area.url(code).done
            })
            + DirectoryAddresses.endDuty.routes(
                house,
                { request, id in
                    let frame = try await DirectoryFrame(house, request)
                    guard let duty = frame.directory.duties.first(where: { $0.id == id }) else { throw Problem.notFound }
                    try await house.directoryDesk.check(frame.actor, .changeDuty, area: duty.area)
                    let sheet = EndSheet.make(
                        "End the shift of \(frame.directory.name(of: duty.account))?",
                        "\(frame.directory.name(ofArea: duty.area)), \(RotaTable.place(duty.rank)), \(When.full(duty.startsAt)) to \(When.full(duty.endsAt)). Without another shift the area is uncovered.",
                        DirectoryAddresses.endDuty.url(id), back: DirectoryAddresses.area.url(duty.area), field: "ends_at")
                    return (sheet, .empty)
                },
                { request, id in
                    let area = house.directory.snapshot.duties.first { $0.id == id }?.area
                    try await house.directoryDesk.endDuty(try request.actor, id, at: try MomentField.read(request.form, "ends_at"))
                    return (area.map { DirectoryAddresses.area.url($0) } ?? DirectoryAddresses.directory.url).done
                })
    }

    private static func dutySheet(_ area: Area, _ frame: DirectoryFrame) -> FormSheet {
        // Whoever stands on the rota must be able to act; that the co-ordinator holds the role for this very area is checked when it is sent.
        let able = frame.directory.accounts.values.filter { account in
            frame.directory.isInUse(account: account.id, at: frame.now)
                && frame.directory.grantsInForce(account.id, at: frame.now).contains { $0.role == .coordinator || $0.role == .dutyManager }
        }
        let people = able.byName.map {
            Choice($0.id.description, Sentence(verbatim: [$0.name, $0.post].filter { !$0.isEmpty }.joined(separator: ", ")))
        }
        let ranks = (0...20).map { Choice(String($0), RotaTable.place($0)) }
        return FormSheet(
            title: "Add a shift in \(area.name)", action: DirectoryAddresses.addDuty.url(area.code),
            back: DirectoryAddresses.area.url(area.code),
            section: .directory,
            intro: frame.directory.onDuty(area.code, at: frame.now).first?.rank == 0
                ? .empty : "<p><b>\(say: "Without a shift now: \(RotaTable.place(0)).")</b></p>",
            fields: [
                .choose("account", "Who", people), .choose("rank", "As", ranks, none: nil),
                .moment("starts_at", "Begins", hint: "For example, 27 3 2026. Empty: from now on."),
                .moment("ends_at", "Ends", hint: "For example, 28 3 2026."),
            ], button: Button("Add the shift"),
            words: [
                "account.not_accepted": "This person has no desk role here. Give the role first, or choose another person",
                "ends_at.not_accepted": "Choose an end after the beginning",
            ])
    }
}
