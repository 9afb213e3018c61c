// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Adding, changing and ending areas and shifts.
extension AreaPages {
    var changes: [Route] {
        DirectoryAddresses.addArea.routes(house, { _, _ in (Self.sheet(nil), .empty) }) { request, _ in
            let area = try await house.directoryDesk.addArea(
                try request.actor, code: request.form.text("code") ?? "", Self.fields(request.form),
                from: try MomentField.read(request.form, "from"))
            return DirectoryAddresses.area.url(area.code).done
        }
            + DirectoryAddresses.changeArea.routes(
                house,
                { request, code in
                    let area = try await area(request, code)
                    let known: FormData = .typed([
                        "name": area.name, "desk_name": area.deskName, "desk_phone": area.deskPhone, "desk_hours": area.deskHours,
                    ])
                    return (Self.sheet(area), known)
                },
                { request, code in
                    _ = try await house.directoryDesk.changeArea(try request.actor, code: code, Self.fields(request.form))
                    return DirectoryAddresses.area.url(code).done
                })
            + DirectoryAddresses.endArea.routes(
                house,
                { request, code in
                    let area = try await area(request, code)
                    let sheet = EndSheet.make(
                        "End \(area.name)?", "No new concern is sent to its desk from then on. Its own concerns stay with it.",
                        DirectoryAddresses.endArea.url(code), back: DirectoryAddresses.area.url(code))
                    return (sheet, .empty)
                },
                { request, code in
                    try await house.directoryDesk.endArea(try request.actor, code: code, at: try MomentField.read(request.form, "to"))
                    return DirectoryAddresses.area.url(code).done
                }) + duty
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
                let starts = try MomentField.read(request.form, "starts_at")
                let ends = try MomentField.read(request.form, "ends_at")
                guard let ends else { throw WrongFields(errors: [FormError("ends_at", "Write when the shift ends")]) }
                guard let account = request.form.text("account").flatMap({ RecordID($0) }) else {
                    throw WrongFields(errors: [FormError("account", "Choose who is on duty")])
                }
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

    private func area(_ request: WebRequest, _ code: String) async throws -> Area {
        guard let area = try await DirectoryFrame(house, request).directory.areas[code] else { throw Problem.notFound }
        return area
    }

    private static func fields(_ form: FormData) -> AreaFields {
        AreaFields(
            name: form.text("name") ?? "", deskName: form.text("desk_name") ?? "", deskPhone: form.text("desk_phone") ?? "",
            deskHours: form.text("desk_hours") ?? "")
    }

    private static func sheet(_ area: Area?) -> FormSheet {
        let code = SheetField.text(
            "code", "Short code", hint: "Small letters, digits and hyphens, such as otterley. It stands in every record and never changes.")
        return FormSheet(
            title: area.map { "Change \($0.name)" } ?? "Add an area",
            action: area.map { DirectoryAddresses.changeArea.url($0.code) } ?? DirectoryAddresses.addArea.url(()),
            back: area.map { DirectoryAddresses.area.url($0.code) } ?? DirectoryAddresses.directory.url, section: .directory,
            fields: [
                .text("name", "Name"), .text("desk_name", "Name of its desk"), .text("desk_phone", "Phone of the desk", kind: .tel),
                .text("desk_hours", "Hours of the desk", hint: "In words, such as “day and night”."),
            ] + (area == nil ? [code, EndSheet.from] : []), button: Button(area == nil ? "Add the area" : "Save"),
            words: [
                "code.already_used": "There is an area of this code already",
                "code.not_accepted": "Use small letters, digits and hyphens, a letter first",
            ])
    }

    private static func dutySheet(_ area: Area, _ frame: DirectoryFrame) -> FormSheet {
        // Whoever stands on the rota must be able to act; that the co-ordinator holds the role for this very area is checked when it is sent.
        let able = frame.directory.accounts.values.filter { account in
            frame.directory.isInUse(account: account.id, at: frame.now)
                && frame.directory.grantsInForce(account.id, at: frame.now).contains { $0.role == .coordinator || $0.role == .dutyManager }
        }
        let people = able.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map {
            Choice($0.id.description, Sentence(verbatim: [$0.name, $0.post].filter { !$0.isEmpty }.joined(separator: ", ")))
        }
        let ranks = (0...20).map { Choice(String($0), RotaTable.place($0)) }
        return FormSheet(
            title: "Add a shift in \(area.name)", action: DirectoryAddresses.addDuty.url(area.code),
            back: DirectoryAddresses.area.url(area.code),
            section: .directory,
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
