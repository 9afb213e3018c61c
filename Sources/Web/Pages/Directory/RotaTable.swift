// SPDX-License-Identifier: Apache-2.0
import Services

/// The shifts of an area that are not over.
enum RotaTable {
    static func html(_ rota: [Duty], _ frame: DirectoryFrame, mayChange: Bool) -> HTML {
        let rows = rota.map { duty in
            let isNow = duty.startsAt <= frame.now
            let end: HTML? =
                mayChange
                ? "<a href=\"\(DirectoryAddresses.endDuty.url(duty.id))\">\(say: "End")<span class=\"hidden\"> \(say: "the shift of \(frame.directory.name(of: duty.account))")</span></a>"
                : nil
            return Table.Row([
                frame.link(duty.account), "\(place(duty.rank))", When.full(duty.startsAt), When.full(duty.endsAt),
                "\(isNow ? Tag(duty.rank == 0 ? "On duty now" : "On call now", .good).html : Tag("To come").html) \(end)",
            ])
        }
        return Table(
            caption: "Duty rota", hidesCaption: true,
            columns: [.init("Who", isPlain: true), .init("As"), .init("From"), .init("To"), .init("Shift")], rows: rows,
            empty: "Nobody is on the rota."
        ).html
    }

    /// A place in the chain, in words.
    static func place(_ rank: Int) -> Sentence {
        rank == 0 ? "Named co-ordinator on duty" : "On call out of hours, number \(rank)"
    }
}
