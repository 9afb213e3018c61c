// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard
import Storage
import TestSupport

@testable import Web

/// Reporting, desk, teams and API.
extension RouteScenes {
    static let reporting: [String: Scene] = {
        var all: [String: Scene] = [
            "GET /report/{draft}/{page}": { scenes, owner in RouteCall(values: [try await scenes.draft(of: owner), "words"]) },
            "POST /report/{draft}/{page}": { scenes, owner in
                RouteCall(values: [try await scenes.draft(of: owner), "words"], form: [("statement.text", "Seen again.")])
            },
        ]
        for route in [
            "GET /report/{draft}/ring-999", "GET /report/{draft}/check", "POST /report/{draft}/check", "POST /report/{draft}/discard",
        ] {
            all[route] = { scenes, owner in RouteCall(values: [try await scenes.draft(of: owner)]) }
        }
        all["GET /my-reports/{reference}"] = { scenes, owner in RouteCall(values: [try await scenes.concern(by: owner).reference]) }
        all["POST /my-reports/{reference}"] = { scenes, owner in
            RouteCall(values: [try await scenes.concern(by: owner).reference], form: [("words", "And again today.")])
        }
        return all
    }()

    static let door: [String: Scene] = [
        "GET /advice/page/{number}": { _, _ in RouteCall(values: ["1"]) },
        "POST /advice/page/{number}": { _, _ in RouteCall(values: ["1"], form: [("danger.now", "no")]) },
        "POST /concerns/{reference}/{concern}/contact": { scenes, _ in
            var report = scenes.report()
            report.source[QuestionID.sourcePhone] = .value("07700 900123")
            guard case .sent(let receipt) = try await scenes.house.door.sendWhole(.everyone, report, source: "test").passage else {
                throw TestHouseError(what: "the door did not store a report")
            }
            let team = try scenes.access.team("central").description
            return RouteCall(
                values: key(receipt.stored),
                form: [("team", team), ("ground", "life"), ("contact-reason", "They are alone tonight and must be found.")])
        },
    ]

    private func draft(of owner: Caller) async throws -> String {
        let actor = try access.actor(owner)
        let draft = try await house.reporting.start(actor)
        return try await house.reporting.save(actor, draft.id, report()).id.description
    }

    private static func key(_ receipt: Receipt) -> [String] { [receipt.reference, receipt.concern.description] }

    static let desk: [String: Scene] = [
        "POST /desk/escalations/{escalation}/take": { scenes, _ in
            let (id, subject) = (scenes.house.store.newID(), try await scenes.concern().concern)
            try await scenes.house.store.writeWithoutEntry { session in
                try session.execute(
                    """
                    INSERT INTO escalation (id, area, kind, subject_id, chain_rank, offered_at, climbs_at, salt)
                    VALUES ($1, $2, 'undecided', $3, 1, 1, 2, $4)
                    """, [.text(id.description), .text(TestHouse.otterley), .text(subject.description), .blob([1])])
            }
            return RouteCall(values: [id.description])
        },
        "GET /concerns/{reference}": { scenes, _ in RouteCall(values: [try await scenes.concern().reference]) },
        "POST /desk/seen": { scenes, _ in RouteCall(form: [("up_to", String(scenes.access.test.clock.now.microseconds))]) },
        "POST /desk/views": { scenes, _ in RouteCall(form: [("name", "View \(scenes.access.next())"), ("part", "passed")]) },
        "POST /desk/views/{view}/remove": { scenes, owner in RouteCall(values: [try await scenes.view(of: owner)]) },
        "GET /desk/shift/{area}": { _, _ in RouteCall(values: [TestHouse.otterley]) },
        "POST /desk/shift/{area}": { _, _ in RouteCall(values: [TestHouse.otterley], form: [("words", "Ring the ward at nine.")]) },
        "POST /desk/shift/{area}/{note}/accept": { scenes, owner in
            RouteCall(values: [TestHouse.otterley, try await scenes.shiftNote(notBy: owner)])
        },
        "POST /concerns/{reference}/{proposal}/confirm": { scenes, owner in
            RouteCall(values: try await scenes.proposal(by: owner == .coordinator ? .dutyManager : .coordinator))
        },
        "POST /concerns/{reference}/{proposal}/send-back": { scenes, owner in
            let values = try await scenes.proposal(by: owner == .coordinator ? .dutyManager : .coordinator)
            return RouteCall(values: values, form: [("words-\(values[1])", "Look at the school's piece first.")])
        },
        "POST /concerns/{reference}/{proposal}/withdraw": { scenes, owner in
            RouteCall(values: try await scenes.proposal(by: Caller.desks.contains(owner) ? owner : .coordinator))
        },
        "GET /concerns/{reference}/brief": { scenes, _ in RouteCall(values: [try await scenes.concern().reference]) },
        "GET /concerns/{reference}/brief-pdf": { scenes, _ in RouteCall(values: [try await scenes.concern().reference]) },
        "POST /concerns/{reference}/{concern}/take": { scenes, _ in RouteCall(values: key(try await scenes.concern())) },
        "POST /concerns/{reference}/{concern}/release": { scenes, owner in RouteCall(values: key(try await scenes.taken(by: owner))) },
        "POST /concerns/{reference}/{concern}/restrict": { scenes, owner in
            RouteCall(values: key(try await scenes.taken(by: owner)), form: [("restricted", "yes")])
        },
        "POST /concerns/{reference}/{concern}/matches": { scenes, _ in
            let (receipt, match) = try await scenes.matched()
            return RouteCall(
                values: key(receipt),
                form: [("record", match.record.description), ("other", match.otherRecord.description), ("answer", "same")])
        },
        "POST /concerns/{reference}/answers/{answer}": { scenes, _ in
            let (receipt, match) = try await scenes.matched()
            try await scenes.house.matching.answer(
                try scenes.access.actor(.coordinator), concern: receipt.concern, record: match.record, other: match.otherRecord,
                answer: "same")
            return RouteCall(values: [
                receipt.reference,
                try await scenes.newest("match_answer", "answered_at", where: "concern_id = '\(receipt.concern)'").description,
            ])
        },
        "GET /concerns/{reference}/{reply}/letter": { scenes, _ in
            let receipt = try await scenes.concern()
            try await scenes.house.feedback.reply(
                try scenes.access.actor(.coordinator), receipt.concern, chosen: nil, words: "Thank you.", channel: "letter",
                reason: "Asked for at the counter.")
            let reply = try await scenes.newest("reply", "written_at", where: "concern_id = '\(receipt.concern)'")
            return RouteCall(values: [receipt.reference, reply.description])
        },
        "POST /concerns/{reference}/{concern}/replies": { scenes, _ in
            RouteCall(values: key(try await scenes.concern()), form: [("words", "Thank you. It is being acted on.")])
        },
        "POST /concerns/{reference}/{concern}/shut-outs": { scenes, _ in
            let receipt = try await scenes.concern(by: .officer, scenes.report(suspect: ("Toni", "Field")))
            let teacher = try scenes.access.account(.teacher).description
            return RouteCall(
                values: key(receipt), form: [("account", teacher), ("lift", "no"), ("reason-\(teacher)", "It is that person.")])
        },
        "GET /concerns/{reference}/{concern}/looks": { scenes, _ in RouteCall(values: key(try await scenes.concern())) },
        "GET /concerns/{reference}/emergency": { scenes, _ in RouteCall(values: [try await scenes.restricted().reference]) },
        "POST /concerns/{reference}/emergency": { scenes, _ in
            RouteCall(values: [try await scenes.restricted().reference], form: [("reason", "The child is missing now.")])
        },
    ]

    /// A restricted concern that the co-ordinator has.
    func restricted(_ report: ConcernReport? = nil) async throws -> Receipt {
        let receipt = try await taken(by: .coordinator, report)
        try await house.desk.restrict(try access.actor(.coordinator), receipt.concern, true)
        return receipt
    }

    /// A concern beside which another agency's piece lies.
    private func matched() async throws -> (Receipt, PieceMatch) {
        let name = "Sampleton\(access.next())"
        _ = try await concern(by: .teacher, report("Late and tired.", about: name))
        let receipt = try await concern(by: .officer, report(about: name))
        try await access.work.catchUp()
        let view = try await house.desk.concern(try access.actor(.coordinator), reference: receipt.reference, purpose: "desk")
        guard let match = view.pieces.flatMap(\.matches).first else { throw TestHouseError(what: "no piece was found") }
        return (receipt, match)
    }

    static let decisions: [String: Scene] = [
        "GET /concerns/{reference}/decide": { scenes, _ in RouteCall(values: [try await scenes.concern().reference]) },
        "POST /concerns/{reference}/{concern}/decide": { scenes, _ in
            let team = try scenes.access.team("central").description
            return RouteCall(
                values: key(try await scenes.concern()),
                form: [
                    ("outcome", "hand_over"), ("threshold", "significant_harm"), ("reason", "For the central team."), ("lead", team),
                    ("version", "1"), ("standard", TestStandards.current.rawValue),
                ])
        },
    ]

    static let teams: [String: Scene] = [
        "POST /hand-overs/{hand_over}/accept": { scenes, _ in RouteCall(values: [try await scenes.handedOver().handOver.description]) },
        "GET /hand-overs/{hand_over}/refuse": { scenes, _ in RouteCall(values: [try await scenes.handedOver().handOver.description]) },
        "POST /hand-overs/{hand_over}/refuse": { scenes, _ in
            RouteCall(
                values: [try await scenes.handedOver().handOver.description], form: [("reason", "not_our_work"), ("words", "Online only.")])
        },
        "GET /cases/{case}": { scenes, _ in RouteCall(values: [try await scenes.file().reference]) },
        "POST /cases/{case}/{file}/events": { scenes, _ in
            RouteCall(values: key(try await scenes.file()), form: [("event.kind", "note"), ("event.words", "Seen at school, well.")])
        },
        "POST /cases/{case}/{file}/actions": { scenes, _ in
            RouteCall(
                values: key(try await scenes.file()),
                form: [("action.words", "Visit."), ("action.owner", try scenes.access.account(.investigator).description)]
                    + scenes.moment("action.due", days: 2))
        },
        "POST /cases/{case}/actions/{action}": { scenes, _ in
            let file = try await scenes.file()
            let actor = try scenes.access.actor(.investigator)
            try await scenes.house.casework.addAction(
                actor, file.id, words: "Visit.", owner: actor.account, dueAt: scenes.house.now.adding(seconds: 86_400))
            let action = try await scenes.newest("case_action", "set_at", where: "case_id = '\(file.id)'").description
            return RouteCall(values: [file.reference, action], form: [("finish.outcome-\(action)", "done")])
        },
        "POST /cases/{case}/{file}/members": { scenes, _ in
            RouteCall(
                values: key(try await scenes.file()), form: [("member.account", try scenes.access.account(.secondInvestigator).description)]
            )
        },
        "GET /cases/{case}/close": { scenes, _ in RouteCall(values: [try await scenes.file().reference]) },
        "POST /cases/{case}/{file}/close": { scenes, _ in
            let file = try await scenes.file()
            try await scenes.house.feedback.reply(
                try scenes.access.actor(.investigator), file.concern, chosen: nil, words: "It is acted on.")
            let gates = scenes.house.standard.gates.compactMap { gate -> (String, String)? in
                guard case .answer(let list, _) = gate.need else { return nil }
                return scenes.house.standard.list(list).codes.first.map { (gate.id, $0.code) }
            }
            let answers = gates.flatMap { [(DecideForm.gate + $0.0, $0.1), (CloseCaseScreen.why + $0.0, "Considered.")] }
            return RouteCall(values: key(file), form: [("outcome", "harm_stopped"), ("reason", "Safe and well.")] + answers)
        },
    ]

    private static func key(_ file: CaseRow) -> [String] { [file.reference, file.id.description] }

    static let api: [String: Scene] = [
        "POST /api/v1/concerns": { _, _ in RouteCall(json: #"{"statements":[{"answers":{"statement.text":"Seen late."}}]}"#) },
        "GET /api/v1/concerns/{reference}": { scenes, _ in RouteCall(values: [try await scenes.concern().reference]) },
        "POST /api/v1/concerns/{reference}/addenda": { scenes, _ in
            RouteCall(values: [try await scenes.concern().reference], json: #"{"words":"And again today."}"#)
        },
    ]
}
