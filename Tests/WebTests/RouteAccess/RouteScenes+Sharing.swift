// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Storage
import TestSupport

@testable import Web

/// Asking, protected identities, shut-out agencies, look-ups, agreements.
extension RouteScenes {
    static let sharing: [String: Scene] = [
        "POST /concerns/{reference}/{concern}/asks": { scenes, _ in
            let (receipt, match) = try await scenes.masked()
            return RouteCall(
                values: [receipt.reference, receipt.concern.description],
                form: [("record", match.record.description), ("other", match.otherRecord.description)])
        },
        "GET /asks/{ask}": { scenes, _ in RouteCall(values: [try await scenes.asked().description]) },
        "POST /asks/{ask}": { scenes, _ in
            RouteCall(
                values: [try await scenes.asked().description], form: [("answer", "summary"), ("reason", "You need to know this much.")])
        },
        "POST /concerns/{reference}/{concern}/shut-out-agencies": { scenes, _ in
            let receipt = try await scenes.concern()
            return RouteCall(
                values: [receipt.reference, receipt.concern.description],
                form: [
                    ("agency", try scenes.access.agency("council").description), ("lift", "no"), ("agency_reason", "They would be told."),
                ])
        },
        "POST /concerns/{reference}/{concern}/protected": { scenes, _ in
            let receipt = try await scenes.concern()
            let record = try await scenes.person(of: receipt.concern)
            return RouteCall(
                values: [receipt.reference, receipt.concern.description],
                form: [("record", record.description), ("lift", "no"), ("reason-\(record)", "Moved to be safe.")])
        },
        "POST /look-ups/{look_up}": { scenes, _ in
            let id = scenes.house.store.newID()
            let officer = try scenes.access.account(.officer).description
            let day = "2026-01-\(scenes.access.next())"
            try await scenes.house.store.writeWithoutEntry { session in
                try session.execute(
                    """
                    INSERT INTO look_up (id, account_id, kind, day, amount, first_at, last_at, state, salt)
                    VALUES ($1, $2, 'own_name', $3, 1, 1, 2, 'open', $4)
                    """, [.text(id.description), .text(officer), .text(day), .blob([1])])
            }
            return RouteCall(values: [id.description], form: [("reason-\(id)", "Asked. A namesake, and no case of theirs.")])
        },
        "GET /directory/agencies/{agency}/add-agreement": { scenes, _ in
            RouteCall(values: [try scenes.access.agency("council").description])
        },
        "POST /directory/agencies/{agency}/add-agreement": { scenes, _ in
            RouteCall(
                values: [try scenes.access.agency("council").description],
                form: [
                    ("reader", try scenes.access.agency("police").description), ("share_rule", "exists_ask"), ("basis", "Signed in May."),
                ])
        },
        "POST /directory/agreements/{agreement}/end": { scenes, _ in
            let agreement = try await scenes.house.directoryDesk.addAgreement(
                try scenes.access.actor(.administrator), holder: try scenes.access.agency("council"),
                reader: try scenes.access.agency("police"), shareRule: "summary", basis: "Signed in May.")
            return RouteCall(values: [agreement.id.description])
        },
    ]

    /// A concern of Otterley beside which a piece of Wrenfield lies, of which Otterley's desk sees a summary.
    func masked() async throws -> (receipt: Services.Receipt, match: PieceMatch) {
        let name = "Maskington\(access.next())"
        var elsewhere = report("Late and tired.", about: name)
        elsewhere.mentions[0].answers[QuestionID.livesIn] = .value(TestHouse.wrenfield)
        _ = try await concern(by: .teacher, elsewhere)
        let receipt = try await concern(by: .officer, report(about: name))
        try await access.work.catchUp()
        let view = try await house.desk.concern(try access.actor(.coordinator), reference: receipt.reference, purpose: "desk")
        guard let match = view.pieces.first(where: { $0.shown != .whole })?.matches.first else {
            throw TestHouseError(what: "no masked piece was found")
        }
        return (receipt, match)
    }

    /// Otterley's co-ordinator asks for more of it: Wrenfield's desk is to answer.
    func asked() async throws -> RecordID {
        let (receipt, match) = try await masked()
        try await house.asking.ask(
            try access.actor(.coordinator), concern: receipt.concern, record: match.record, other: match.otherRecord)
        return try await newest("share_ask", "asked_at", where: "concern_id = '\(receipt.concern)'")
    }

    /// The record of the person whom a concern is about.
    func person(of concern: RecordID) async throws -> RecordID {
        let row = try await house.store.read { session in
            try session.query(
                "SELECT id FROM record WHERE concern_id = $1 AND role = 'subject' ORDER BY id LIMIT 1", [.text(concern.description)]
            ).first
        }
        guard let id = try row.flatMap({ RecordID(try $0.text("id")) }) else { throw TestHouseError(what: "a concern about nobody") }
        return id
    }
}
