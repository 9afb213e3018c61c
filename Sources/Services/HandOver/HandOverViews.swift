// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

extension HandOvers {
    /// The hand-overs of one concern.
    func views(_ rows: [SQLRow], _ concern: SQLRow) throws -> [HandOverView] {
        try rows.map { try view($0, reference: try concern.text("reference")) }
    }

    /// A hand-over as shown, from its row with its key.
    func view(_ row: SQLRow, reference: String) throws -> HandOverView {
        let snapshot = house.directory.snapshot
        let team = try row.recordID("team_id")
        let entry = snapshot.teams[team]
        let document = try house.store.open(SealedRecord(row, kind: "hand_over"), as: HandOverDocument.self)
        let state = HandOverView.State(rawValue: try row.text("state")) ?? .offered
        let good = try row.instant("due_good")
        let hard = try row.instant("due_hard")
        return HandOverView(
            id: try row.recordID("id"), concern: try row.recordID("concern_id"), reference: reference, team: team,
            teamName: entry?.name ?? "",
            teamKind: entry?.kind ?? "", contact: entry?.contact ?? house.desk(ofArea: nil),
            leads: try row.text("duty") == RouteDuty.lead.rawValue,
            state: state, urgent: try row.flag("urgent"), offeredBy: snapshot.name(of: try row.optionalRecordID("offered_by")),
            offeredAt: try row.instant("offered_at"), dueGood: good, dueHard: hard,
            clock: state == .offered ? house.clockState(from: try row.instant("offered_at"), good: good, hard: hard) : nil,
            answeredBy: try row.optionalRecordID("answered_by").map { snapshot.name(of: $0) },
            answeredAt: try row.optionalInstant("answered_at"),
            refusal: try row.optionalText("refusal"), words: document.refusal ?? document.because)
    }
}
