// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Standard
import Storage

/// A report made ready for the store: coded, sealed, salted and digested before the transaction begins (DESIGN rule 7).
struct Intake: Sendable {
    let concern: RecordID
    let reference: String
    let coding: ConcernCoding
    let owningArea: String?
    let toldAreas: Set<String>
    let reviewAt: Instant
    let rows: [LedgeredRow]
    let seals: [NewSeal]
    let named: NamedValues
    let telling: IntakeTelling
}

/// Where a report comes from.
struct IntakeOrigin: Sendable {
    /// The account; nil for a report without one.
    let reporter: RecordID?
    /// Whose record it is.
    let agency: RecordID
    /// The area where the reporter works; nil where that is not known.
    let area: String?
    let channel: String
    let concern: RecordID
    let reference: String

    /// From an account.
    init(actor: Actor, channel: String, concern: RecordID, reference: String) {
        self.init(
            reporter: actor.account, agency: actor.agency, area: actor.grants.compactMap(\.area).first, channel: channel, concern: concern,
            reference: reference)
    }

    init(reporter: RecordID?, agency: RecordID, area: String?, channel: String, concern: RecordID, reference: String) {
        self.reporter = reporter
        self.agency = agency
        self.area = area
        self.channel = channel
        self.concern = concern
        self.reference = reference
    }
}

extension House {
    /// Codes, seals and digests a report.
    func prepareIntake(_ report: ConcernReport, _ origin: IntakeOrigin) throws -> Intake {
        let standard = standard(report.standard)
        let received = now
        let coding = ConcernCoding(report, standard, on: LocalDate.today(received))
        let inOrder = coding.lives + coding.found + coding.happened + [origin.area].compactMap { $0 }
        let known = inOrder.filter { directory.snapshot.areas[$0] != nil }
        guard let agency = directory.snapshot.agencies[origin.agency] else { throw ServiceError.notFound }
        let clocks = due(.decision, ConditionFacts(coding, thresholdMet: false, known: []), from: received, standard)
        var build = IntakeRows(house: self, agency: agency, origin: origin, received: received)
        try build.add(NarrativeDocument(report), kind: RecordKindName.narrative, role: nil)
        if !report.source.byQuestion.isEmpty { try build.add(report.source, kind: RecordKindName.source, role: nil) }
        for mention in report.mentions { try build.add(mention) }
        let told = Set(known.dropFirst()).subtracting(known.prefix(1))
        let row = LedgeredRow(
            "concern",
            [
                "id": .text(origin.concern.description), "reference": .text(origin.reference), "version": .integer(1),
                "standard": .text(report.standard), "region": .text(settings.region), "agency_id": .text(agency.id.description),
                "reporter_id": .text(origin.reporter?.description), "channel": .text(origin.channel),
                "received_at": .integer(received.microseconds), "status": .text(ConcernStatus.new.rawValue),
                "urgency": .text(coding.urgency),
                "subject_kind": .text(coding.subjectKind), "age_group": .text(coding.ageGroup.rawValue),
                "crimes": .text(CodeText.text(coding.crimes)), "signs": .text(CodeText.text(coding.signs)),
                "settings": .text(CodeText.text(coding.settings)), "broad_settings": .text(CodeText.text(coding.broadSettings)),
                "relationships": .text(CodeText.text(coding.relationships)), "owning_area": .text(known.first),
                "told_areas": .text(CodeText.text(told)), "restricted": .integer(0), "taken_by": .null, "taken_at": .null,
                "due_good": .integer(clocks.good.microseconds), "due_hard": .integer(clocks.hard.microseconds), "outcome": .null,
                "decided_at": .null, "replied_at": .null, "legal_regime": .text(agency.legalRegime),
                "purpose": .text(Purpose.safeguarding), "share_rule": .text(agency.shareRule),
                "retention_class": .text(agency.retentionClass), "review_at": .integer(reviewDate(agency, received).microseconds),
                "legal_hold": .integer(0),
            ], random: store.random)
        return Intake(
            concern: origin.concern, reference: origin.reference, coding: coding, owningArea: known.first, toldAreas: told,
            reviewAt: reviewDate(agency, received), rows: [row] + build.rows, seals: build.seals, named: build.named,
            telling: IntakeTelling(coding, reporterArea: origin.area, owningArea: known.first, standard, self))
    }

    /// The review date a record has from its creation (DESIGN rule 9), by the standard's retention class.
    func reviewDate(_ agency: Agency, _ from: Instant) -> Instant {
        let months = standard.code(agency.retentionClass, in: .retentionClass)?.number("review_after_months") ?? 12
        return from.adding(seconds: Double(months) * 30.4375 * 86_400)
    }
}

/// Purposes as they stand in records and in the ledger.
enum Purpose {
    static let safeguarding = "safeguarding"
}

/// The sealed records of one report.
private struct IntakeRows {
    let house: House
    let agency: Agency
    let origin: IntakeOrigin
    let received: Instant
    var rows: [LedgeredRow] = []
    var seals: [NewSeal] = []
    var named = NamedValues()

    @discardableResult
    mutating func add(_ document: some Encodable, kind: String, role: String?) throws -> RecordID {
        let id = house.store.newID()
        let seal = try house.store.seal(document, kind: "record", id: id, agency: agency.id)
        seals.append(seal)
        rows.append(
            RecordRow.make(
                seal, id: id, version: 1, kind: kind, role: role, concern: origin.concern, agency: agency,
                by: origin.reporter, at: received, house: house))
        return id
    }

    mutating func add(_ mention: Mention) throws {
        let id = try add(mention, kind: mention.kind.rawValue, role: mention.role?.rawValue)
        named.add(mention, record: id, house.store.keys)
    }
}

/// A row of the table `record`.
enum RecordRow {
    static func make(
        _ seal: NewSeal, id: RecordID, version: Int, kind: String, role: String?, concern: RecordID, agency: Agency, by: RecordID?,
        at: Instant, house: House
    ) -> LedgeredRow {
        LedgeredRow(
            "record",
            [
                "id": .text(id.description), "version": .integer(version), "kind": .text(kind), "concern_id": .text(concern.description),
                "agency_id": .text(agency.id.description), "region": .text(house.settings.region), "role": .text(role),
                "created_at": .integer(at.microseconds), "created_by": .text(by?.description), "legal_regime": .text(agency.legalRegime),
                "purpose": .text(Purpose.safeguarding), "share_rule": .text(agency.shareRule),
                "retention_class": .text(agency.retentionClass), "review_at": .integer(house.reviewDate(agency, at).microseconds),
                "legal_hold": .integer(0), "sealed": .blob(seal.sealed),
            ], random: house.store.random)
    }
}
