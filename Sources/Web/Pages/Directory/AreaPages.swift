// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Areas: their desks, who is on duty, and the rota.
struct AreaPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DirectoryAddresses.directory.handle { request in .page(Self.overview(try await DirectoryFrame(house, request))) },
            DirectoryAddresses.area.handle { request, code in
                let frame = try await DirectoryFrame(house, request)
                guard let area = frame.directory.areas[code] else { throw Problem.notFound }
                return .page(Self.area(area, frame, rota: try await house.duties.rota(frame.actor, area: code)))
            },
        ] + changes
    }

    private static func overview(_ frame: DirectoryFrame) -> Page {
        let uncovered: [HTML] = frame.directory.uncoveredAreas(at: frame.now).map {
            "<a href=\"\(DirectoryAddresses.area.url($0.code))\">\($0.name)</a>"
        }
        let warning: HTML? =
            uncovered.isEmpty
            ? nil
            : Notice(
                "No co-ordinator is on duty now in: \(uncovered.joined(by: ", ")). What comes in there goes to the people on call, one after the other.",
                .now
            )
            .html
        let areas = frame.directory.areas.values.filter { frame.mayChange || !frame.isOver($0.validTo) }.byName
        let rows = areas.map { area in
            let onDuty = frame.directory.onDuty(area.code, at: frame.now)
            let names: HTML =
                onDuty.first?.rank == 0
                ? onDuty.filter { $0.rank == 0 }.map { frame.link($0.account) }.joined(by: ", ")
                : "\(Tag("No co-ordinator", .now).html)\(onCall(onDuty, frame).map { "<br><small>\(say: "On call: \($0)")</small>" as HTML })"
            return Table.Row(
                [
                    "<a href=\"\(DirectoryAddresses.area.url(area.code))\">\(area.name)</a>\(frame.isOver(area.validTo) ? " \(Tag("Ended").html)" as HTML : nil)",
                    names, "\(area.deskName)", "\(ringing: area.deskPhone)", "\(area.deskHours)",
                ], meaning: onDuty.first?.rank == 0 || frame.isOver(area.validTo) ? .plain : .now)
        }
        let table = Table(
            caption: "Areas, their desks and who is on duty now", hidesCaption: true,
            columns: [.init("Area", isPlain: true), .init("On duty now"), .init("Desk"), .init("Phone"), .init("Hours")], rows: rows,
            empty: "There is no area yet. An administrator adds them.")
        return frame.page(
            "Directory",
            """
            \(frame.parts(DirectoryAddresses.directory.url))\(warning)\(table.html)\
            \(frame.changes(Button.link("Add an area", DirectoryAddresses.addArea.url(())), Button.link("Areas as a file", FileAddresses.areas.ask.url)))\
            \(frame.mayChangeSomeDuty ? Button.row(Button.link("Duty rota as a file", FileAddresses.duty.ask.url)) : nil)
            """)
    }

    /// Who is on call, by link; nil where nobody is.
    private static func onCall(_ onDuty: [Duty], _ frame: DirectoryFrame) -> HTML? {
        let names = onDuty.filter { $0.rank > 0 }.map { frame.link($0.account) }
        return names.isEmpty ? nil : names.joined(by: ", ")
    }

    private static func uncovered(_ onDuty: [Duty], _ frame: DirectoryFrame) -> Sentence {
        onCall(onDuty, frame).map {
            "No co-ordinator is on duty here now. On call: \($0). What comes in goes to the people on call, one after the other."
        } ?? "No co-ordinator is on duty here now, and nobody is on call."
    }

    private static func area(_ area: Area, _ frame: DirectoryFrame, rota: [Duty]) -> Page {
        let teams = frame.directory.teams.values.filter { $0.area == area.code && !frame.isOver($0.validTo) }.byName
        let facts: [Facts.Fact] = [
            .init(name: "Desk", value: "\(area.deskName)"), .init(name: "Phone", value: "\(ringing: area.deskPhone)"),
            .init(name: "Hours", value: "\(area.deskHours)"),
            .init(name: "In the directory", value: frame.period(area.validFrom, area.validTo)),
        ]
        let isCovered = frame.directory.onDuty(area.code, at: frame.now).first?.rank == 0
        let warning: HTML? =
            isCovered || frame.isOver(area.validTo)
            ? nil : Notice(uncovered(frame.directory.onDuty(area.code, at: frame.now), frame), .now).html
        let mayChangeDuty = frame.mayChangeDuty(area.code)
        let adding: Sentence = isCovered ? "Add a shift" : "Add a shift for the co-ordinator on duty"
        let add: HTML? = mayChangeDuty ? Button.row(Button.link(adding, DirectoryAddresses.addDuty.url(area.code))) : nil
        let ask: HTML? =
            mayChangeDuty
            ? nil : "<p class=\"soft\">\(ring: "The rota is kept by the desk of this area. Something wrong? Ring \(area.deskPhone).")</p>"
        let change = frame.changes(
            until: area.validTo, Button.link("Change this area", DirectoryAddresses.changeArea.url(area.code)),
            Button.link("End this area", DirectoryAddresses.endArea.url(area.code)))
        return frame.page(
            Sentence(verbatim: area.name), caption: "Area", back: DirectoryAddresses.directory.url,
            """
            \(warning)\(Facts.html(facts))\(change)
            <h2>\(say: "Duty rota")</h2>\(RotaTable.html(rota, frame, mayChange: mayChangeDuty))\(add)\(ask)
            <h2>\(say: "Teams of this area")</h2>\(TeamTable.html(teams, frame))
            """)
    }
}
