// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage

extension Reporting {
    /// Keeps a changed report as a new version: records that changed get a further version, new ones are added, none is taken away.
    func newVersion(
        _ actor: Actor, of concern: RecordID, _ report: ConcernReport, _ also: @escaping @Sendable (any SQLSession) throws -> Void
    ) async throws {
        let house = house
        let parts = try await house.store.read { session in try ConcernParts(session, concern) }
        guard let agency = house.directory.snapshot.agencies[actor.agency], try parts.concern.recordID("agency_id") == agency.id else {
            throw ServiceError.notFound
        }
        let at = house.now
        var change = ChangedRecords(house: house, agency: agency, concern: concern, by: actor.account, at: at)
        let narrative = NarrativeDocument(report)
        try change.put(narrative, RecordKindName.narrative, role: nil, over: parts.records.first { $0.kind == RecordKindName.narrative })
        if !report.source.byQuestion.isEmpty {
            try change.put(report.source, RecordKindName.source, role: nil, over: parts.records.first { $0.kind == RecordKindName.source })
        }
        var left = parts.records
        for mention in report.mentions {
            let place = left.firstIndex { $0.kind == mention.kind.rawValue && $0.role == mention.role?.rawValue }
            let earlier = place.map { left.remove(at: $0) }
            if let earlier, try house.store.open(earlier.sealed, as: Mention.self) == mention { continue }
            let record = try change.put(mention, mention.kind.rawValue, role: mention.role?.rawValue, over: earlier)
            change.named.add(mention, record: record, house.store.keys)
        }
        let standard = house.standard(report.standard)
        let coding = ConcernCoding(report, standard, on: LocalDate.today(at))
        let notice = house.store.newID()
        let owner = try parts.concern.optionalText("owning_area")
        let telling = IntakeTelling(coding, reporterArea: nil, owningArea: owner, standard, house)
        let rows = change
        try await house.store.write(ActOfPerson(.report, by: actor, to: .importConcerns, at: at, purpose: "import_new_version")) {
            transaction in
            for row in rows.rows { try transaction.insert(row) }
            for seal in rows.seals { try transaction.session.keep(seal) }
            let before = try transaction.session.one(
                "SELECT version, urgency, due_good, due_hard, owning_area, told_areas FROM concern WHERE id = $1",
                [.text(concern.description)])
            let raised = try ChangedPlace(before: before, coding: coding, standard: standard, house: house, at: at)
            try rows.named.write(concern, in: transaction, at: at)
            try telling.write(concern, in: transaction, at: at)
            let row = try transaction.update(
                "concern", key: [.text(concern.description)],
                set: [
                    "version": .integer(try before.integer("version") + 1), "urgency": .text(raised.urgency),
                    "due_good": .integer(raised.due.good.microseconds), "due_hard": .integer(raised.due.hard.microseconds),
                    "owning_area": .text(raised.owningArea), "told_areas": .text(CodeText.text(raised.toldAreas)),
                    "subject_kind": .text(coding.subjectKind), "age_group": .text(coding.ageGroup.rawValue),
                    "crimes": .text(CodeText.text(coding.crimes)),
                    "signs": .text(CodeText.text(coding.signs)),
                    "settings": .text(CodeText.text(coding.settings)), "broad_settings": .text(CodeText.text(coding.broadSettings)),
                    "relationships": .text(CodeText.text(coding.relationships)),
                ])
            try NoticeRow.insert(
                notice, kind: .addendum, concern: concern, account: try row?.optionalRecordID("taken_by"),
                area: try row?.optionalText("owning_area"),
                at: at, transaction.session)
            try transaction.queue(JobKind.link, for: concern.description, after: at.microseconds)
            try also(transaction.session)
        }
    }
}

/// Where a concern stands once a new version has come: an urgency once stated is never taken back by a file, an owner never changed.
private struct ChangedPlace {
    let urgency: String
    let due: Due
    let owningArea: String?
    let toldAreas: Set<String>

    init(before: SQLRow, coding: ConcernCoding, standard: Standard, house: House, at: Instant) throws {
        let stated = try before.text("urgency")
        let isRaised = !standard.isAboveTheRest(urgency: stated) && standard.isAboveTheRest(urgency: coding.urgency)
        urgency = isRaised ? coding.urgency : stated
        due =
            isRaised
            ? house.due(.decision, ConditionFacts(coding, thresholdMet: false, known: []), from: at, standard)
            : Due(good: try before.instant("due_good"), hard: try before.instant("due_hard"))
        let known = (coding.lives + coding.found + coding.happened).filter { house.directory.snapshot.areas[$0] != nil }
        let owner = try before.optionalText("owning_area") ?? known.first
        owningArea = owner
        toldAreas = Set(CodeText.codes(try before.text("told_areas"))).union(known).filter { $0 != owner }
    }
}

/// The records that a new version of a report changes.
private struct ChangedRecords: Sendable {
    let house: House
    let agency: Agency
    let concern: RecordID
    let by: RecordID
    let at: Instant
    var rows: [LedgeredRow] = []
    var seals: [NewSeal] = []
    var named = NamedValues()

    init(house: House, agency: Agency, concern: RecordID, by: RecordID, at: Instant) {
        self.house = house
        self.agency = agency
        self.concern = concern
        self.by = by
        self.at = at
    }

    @discardableResult
    mutating func put(
        _ document: some Encodable, _ kind: String, role: String?, over earlier: ConcernParts.RecordParts?
    ) throws -> RecordID {
        let version = (earlier?.sealed.version ?? 0) + 1
        let id = earlier.flatMap { RecordID($0.id) } ?? house.store.newID()
        let seal =
            if let earlier { try house.store.reseal(document, as: earlier.sealed, version: version) } else {
                try house.store.seal(document, kind: "record", id: id, agency: agency.id)
            }
        seals.append(seal)
        rows.append(
            RecordRow.make(
                seal, id: id, version: version, kind: kind, role: role, concern: concern, agency: agency, by: by, at: at, house: house))
        return id
    }
}
