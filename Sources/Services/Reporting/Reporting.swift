// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// Reporting a concern, and hearing what came of it.
    public var reporting: Reporting { Reporting(house: self) }
}

/// Reporting: for any officer, PCSO, special, member of staff, partner, or agency's system.
public struct Reporting: Sendable {
    let house: House

    /// Stores a report and returns its receipt, only once it is durable, sealed and in the ledger (DESIGN rule 7).
    ///
    /// The same key with the same report gives the same receipt; with another report `keyReused`. Throws `invalid` with every fault.
    public func submit(
        _ actor: Actor, _ report: ConcernReport, channel: String, idempotencyKey: String
    ) async throws -> Receipt {
        try await submit(actor, report, channel: channel, key: "key:" + idempotencyKey, draft: nil)
    }

    /// Sends a draft. Twice sent, it is one report: the draft's id is the key.
    public func send(_ actor: Actor, draft id: RecordID) async throws -> Receipt {
        let key = "draft:" + id.description
        if let concern = try await sentBefore(actor, key: key) { return try await receipt(concern) }
        let draft = try await draft(actor, id)
        return try await submit(actor, draft.report, channel: "form", key: key, draft: id)
    }

    /// `also` is done in the report's own transaction, the first time only.
    func submit(
        _ actor: Actor, _ report: ConcernReport, channel: String, key: String, draft: RecordID?,
        also: @escaping @Sendable (any SQLSession, RecordID) throws -> Void = { _, _ in }
    ) async throws -> Receipt {
        try await house.authorise(actor, .reportConcern)
        try check(report)
        let repeated = IdempotencyKey(house, actor, key, content: try Self.canonical(report))
        for _ in 0..<3 {
            let concern = house.store.newID()
            let origin = IntakeOrigin(actor: actor, channel: channel, concern: concern, reference: house.newReference())
            let intake = try house.prepareIntake(report, origin)
            do {
                let stored = try await store(actor, intake, repeated, draft: draft, also)
                return try await receipt(stored)
            } catch let error as StorageError where error.code == .uniqueViolation(constraint: "concern_reference_key") {
                continue
            }
        }
        throw StorageError(.unexpected, detail: "no free reference in three tries")
    }

    private func store(
        _ actor: Actor, _ intake: Intake, _ repeated: IdempotencyKey, draft: RecordID?,
        _ also: @escaping @Sendable (any SQLSession, RecordID) throws -> Void
    ) async throws -> RecordID {
        let at = house.now
        let act = ActOfPerson(.report, by: actor, to: .reportConcern, at: at, purpose: Purpose.safeguarding)
        return try await house.store.write(act) { transaction in
            let session = transaction.session
            if let earlier = try repeated.result(session) {
                transaction.say("repeated", "yes")
                return earlier
            }
            try intake.write(in: transaction, at: at)
            try repeated.keep(intake.concern, at: at, session)
            try also(session, intake.concern)
            if let draft { try Self.erase(draft, session) }
            return intake.concern
        }
    }

    /// Throws `invalid` where a report can't be taken as it is.
    func check(_ report: ConcernReport, isDraft: Bool = false) throws {
        guard house.standards.version(StandardID(rawValue: report.standard)) != nil else {
            throw ServiceError.invalid([FieldFault("standard", .unknownCode)])
        }
        let areas = Set(house.directory.snapshot.areas.keys)
        let faults = ReportFaults.all(report, house.standard(report.standard), areas: areas, isDraft: isDraft)
        if !faults.isEmpty { throw ServiceError.invalid(faults.map(FieldFault.init)) }
    }

    private func sentBefore(_ actor: Actor, key: String) async throws -> RecordID? {
        let known = IdempotencyKey(house, actor, key, content: nil)
        return try await house.store.read { session in try known.result(session) }
    }

    func receipt(_ concern: RecordID) async throws -> Receipt {
        let row = try await house.store.read { session in
            try session.one(
                "SELECT reference, owning_area, due_good, due_hard, urgency FROM concern WHERE id = $1", [.text(concern.description)])
        }
        return Receipt(
            concern: concern, reference: try row.text("reference"), desk: house.desk(ofArea: try row.optionalText("owning_area")),
            decidesBy: Instant(microseconds: try row.integer("due_good")),
            decidesByLatest: Instant(microseconds: try row.integer("due_hard")),
            urgency: try row.text("urgency"))
    }

    static func canonical(_ report: ConcernReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}

extension FieldFault {
    init(_ fault: ReportFault) {
        let reason: Reason =
            switch fault.problem {
            case .unknownQuestion: .unknownField
            case .unknownCode, .notAnArea, .unknownAbsence: .unknownCode
            case .tooLong: .tooLong
            case .notADate: .notADate
            case .tooMany, .severalValues: .tooMany
            case .saysNothing: .saysNothing
            }
        self.init(fault.field, reason)
    }
}
