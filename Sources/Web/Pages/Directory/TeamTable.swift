// SPDX-License-Identifier: Apache-2.0
import Services
import Standard

/// Teams with how to reach them.
enum TeamTable {
    static func html(_ teams: [Team], _ frame: DirectoryFrame) -> HTML {
        Table(
            caption: "Teams", hidesCaption: true,
            columns: [
                .init("Team", isPlain: true), .init("Kind"), .init("Area"), .init("Agency"), .init("Phone"), .init("Hours"),
            ],
            rows: teams.map { team in
                Table.Row([
                    "<a href=\"\(DirectoryAddresses.team.url(team.id))\">\(team.name)</a>\(frame.isOver(team.validTo) ? " \(Tag("Ended").html)" as HTML : nil)",
                    "\(frame.label(team.kind, in: .teamKind))",
                    team.area.map { "\(frame.directory.name(ofArea: $0))" } ?? "\(say: "Whole region")",
                    "\(frame.directory.name(ofAgency: team.agency))", "\(ringing: team.phone)", "\(team.hours)",
                ])
            }, empty: "No team."
        ).html
    }
}
