// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Vault

@testable import Web

/// A house with a concern that everybody of the desk reads, and into which comes another about the same child that the watchers may not know of.
struct LeakHouse {
    let access: AccessHouse
    private var house: House { access.house }
    private var scenes: RouteScenes { RouteScenes(access: access) }

    /// A report that is there from the beginning, about the same child, phone and car: where the hidden one would show as a piece.
    func openConcern() async throws -> Services.Receipt {
        var report = scenes.report("Late and tired.", about: HiddenConcern.family)
        report.mentions += Self.things
        let receipt = try await scenes.concern(by: .teacher, report)
        try await access.work.catchUp()
        return receipt
    }

    /// The hidden concern with all that can hang on one: suspects who are shut out, a hand-over, a case, an action, a reply, a question to
    /// whoever holds it. What the policy's relations would let the shut-out people do stands in the store.
    func hide(beside open: Services.Receipt) async throws -> HiddenConcern {
        var report = scenes.report("\(HiddenConcern.word) by the old mill", about: HiddenConcern.family)
        report.mentions += Self.things
        report.mentions += WatcherMaking.named.map { one in
            Mention(
                kind: .person, role: .suspect,
                answers: Answers([QuestionID.givenNames: .value(one.given), QuestionID.familyName: .value(one.family)]))
        }
        let receipt = try await scenes.concern(by: .officer, report)
        let concern = receipt.concern
        let desk = try await deskOfOfficer()
        try await house.desk.shutOutAgency(
            desk, concern, agency: try access.agency("council"), lift: false, reason: "Colleagues could tell them.")
        try await house.desk.decide(
            desk, concern,
            DecisionInput(
                outcome: "hand_over", threshold: "significant_harm", reason: "\(HiddenConcern.word) decided.",
                lead: try access.team("central"),
                version: 1))
        try await house.feedback.reply(desk, concern, chosen: nil, words: "\(HiddenConcern.word) thank you.", afterReadingAgain: true)
        let ids = try await relations(concern, beside: open.concern)
        try await house.desk.handShiftOver(desk, area: TestHouse.otterley, words: "\(HiddenConcern.word), see \(receipt.reference).")
        try await access.work.catchUp()
        return HiddenConcern(
            reference: receipt.reference, concern: concern,
            values: [
                "reference": receipt.reference, "concern": concern.description, "case": ids.caseReference, "file": ids.file.description,
                "hand_over": ids.handOver.description, "action": ids.action.description, "ask": ids.ask.description,
                "escalation": ids.escalation.description, "answer": house.store.newID().description,
            ],
            form: [
                ("words", "Something."), ("reason", "Something."), ("answer", "same"), ("outcome", "no_further_action"), ("version", "1"),
                ("record", ids.record.description), ("other", ids.record.description), ("restricted", "yes"), ("lift", "no"),
                ("account", try access.account(.officer).description), ("agency", try access.agency("police").description),
                ("agency_reason", "Something."), ("event.kind", "note"), ("event.words", "Something."), ("chosen", "keep_telling"),
            ], beside: open)
    }

    private static let things = [
        Mention(kind: .phone, answers: Answers([QuestionID.phoneNumber: .value(HiddenConcern.phone)])),
        Mention(kind: .vehicle, answers: Answers([QuestionID.vehicleMark: .value(HiddenConcern.mark)])),
        Mention(kind: .place, answers: Answers([QuestionID.placeAddress: .value(HiddenConcern.address)])),
    ]

    /// The officer sits at the desk as well: somebody must be left who may decide.
    private func deskOfOfficer() async throws -> Actor {
        let actor = try access.actor(.officer)
        if actor.holds(.coordinator) { return actor }
        _ = try await house.directoryDesk.grant(
            try access.actor(.administrator), actor.account, Grant(.coordinator, area: TestHouse.otterley))
        return try access.actor(.officer)
    }

    func seatOfficer() async throws { _ = try await deskOfOfficer() }

    private struct Related {
        let handOver, file, action, ask, escalation, record: RecordID
        let caseReference: String
    }

    /// Each relation of the policy, for one of the shut-out each: as if they had stood in it before they were named.
    private func relations(_ concern: RecordID, beside open: RecordID) async throws -> Related {
        let (house, at) = (house, house.now)
        let handOver = try await scenes.newest("hand_over", "offered_at", where: "concern_id = '\(concern)'")
        let record = try await scenes.person(of: concern)
        let (file, action, ask, escalation) = (
            house.store.newID(), house.store.newID(), house.store.newID(), house.store.newID()
        )
        let (taker, member, opener, sharer) = (
            try access.account(.coordinator), try access.account(.investigator), try access.account(.dutyManager),
            try access.account(.secondInvestigator)
        )
        let reference = house.unusedReference()
        let seal = try house.store.seal(
            ["words": "\(HiddenConcern.word) action"], kind: "case_action", id: action, agency: try access.agency("police"))
        let emergency = house.store.newID()
        let (central, police) = (try access.team("central"), try access.agency("police"))
        try await house.store.write(ActOfPerson(systemAct: "system", at: at, purpose: "test")) { transaction in
            func text(_ id: RecordID) -> SQLValue { .text(id.description) }
            func now(_ seconds: Double = 0) -> SQLValue { .integer(at.adding(seconds: seconds).microseconds) }
            try transaction.update("concern", key: [text(concern)], set: ["taken_by": text(taker), "taken_at": now()])
            try transaction.update(
                "hand_over", key: [text(handOver)], set: ["state": .text("accepted"), "answered_by": text(member), "answered_at": now()])
            try transaction.insert(
                transaction.row(
                    "case_file",
                    [
                        "id": text(file), "reference": .text(reference), "concern_id": text(concern), "team_id": text(central),
                        "agency_id": text(police), "opened_by": text(member), "opened_at": now(), "state": .text("open"),
                    ]))
            for account in [member, sharer] {
                try transaction.insert(
                    transaction.row(
                        "case_member",
                        ["case_id": text(file), "account_id": text(account), "concern_id": text(concern), "joined_at": now()]))
            }
            try transaction.insert(
                transaction.row(
                    "case_action",
                    [
                        "id": text(action), "case_id": text(file), "owner_id": text(member), "due_at": now(60), "state": .text("open"),
                        "set_by": text(member), "set_at": now(), "sealed": .blob(seal.sealed),
                    ]))
            try transaction.session.keep(seal)
            try transaction.insert(
                transaction.row(
                    "emergency_access",
                    [
                        "id": text(emergency), "concern_id": text(concern), "account_id": text(opener), "opened_at": now(),
                        "until_at": now(8 * 3600), "sealed": .blob([]),
                    ]))
            // Asked of it before they were named, asked from it, and from the one beside it.
            for (id, from, other, asker, state) in [
                (ask, concern, concern, opener, "asked"), (house.store.newID(), concern, concern, sharer, "whole"),
                (house.store.newID(), open, concern, taker, "summary"), (house.store.newID(), concern, open, sharer, "asked"),
            ] {
                try transaction.insert(
                    transaction.row(
                        "share_ask",
                        [
                            "id": text(id), "concern_id": text(from), "other_concern_id": text(other), "asked_by": text(asker),
                            "agency_id": text(police), "asked_at": now(), "due_good": now(60), "due_hard": now(120), "state": .text(state),
                        ]))
            }
            try transaction.insert(
                transaction.row(
                    "escalation",
                    [
                        "id": text(escalation), "area": .text(TestHouse.otterley), "kind": .text("undecided"), "subject_id": text(concern),
                        "chain_rank": .integer(0), "offered_to": text(opener), "offered_at": now(), "climbs_at": now(3600),
                    ]))
            try transaction.session.execute(
                "INSERT INTO notice (id, account_id, area, kind, concern_id, made_at) VALUES ($1, NULL, $2, 'share_ask', $3, $4)",
                [text(house.store.newID()), .text(TestHouse.otterley), text(open), now()])
            for (kind, account) in [("action", member), ("escalation", opener), ("share_ask", taker), ("reply", sharer)] {
                try transaction.session.execute(
                    "INSERT INTO notice (id, account_id, area, kind, concern_id, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
                    [text(house.store.newID()), text(account), .text(TestHouse.otterley), .text(kind), text(concern), now()])
            }
        }
        return Related(
            handOver: handOver, file: file, action: action, ask: ask, escalation: escalation, record: record, caseReference: reference)
    }
}

extension House {
    /// A reference of the right shape that nobody has.
    func unusedReference() -> String { Reference.random(store.random).description }
}
