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
        let narrative = NarrativeDocument(answers: report.answers, statements: report.statements)
        try change.put(narrative, RecordKindName.narrative, role: nil, over: parts.records.first { $0.kind == RecordKindName.narrative })
        if !report.source.byQuestion.isEmpty {
            try change.put(report.source, RecordKindName.source, role: nil, over: parts.records.first { $0.kind == RecordKindName.source })
        }
        var left = parts.records
        for mention in report.mentions {
            let place = left.firstIndex { $0.kind == mention.kind.rawValue && $0.role == mention.role?.rawValue }
            let earlier = place.map { left.remove(at: $0) }
            if let earlier, try house.store.open(earlier.sealed, as: Mention.self) == mention { continue }
            try change.put(mention, mention.kind.rawValue, role: mention.role?.rawValue, over: earlier)
        }
        let standard = house.standard(report.standard)
        let coding = ConcernCoding(report, standard, on: LocalDate.today(at))
        let notice = house.store.newID()
        let rows = change
        try await house.store.write(ActOfPerson(.report, by: actor, at: at, purpose: "import_new_version")) { transaction in
            for row in rows.rows { try transaction.insert(row) }
            for seal in rows.seals { try transaction.session.keep(seal) }
            let version = try transaction.session.one("SELECT version FROM concern WHERE id = $1", [.text(concern.description)]).integer(
                "version")
            let row = try transaction.update(
                "concern", key: [.text(concern.description)],
                set: [
                    "version": .integer(version + 1), "crimes": .text(CodeText.text(coding.crimes)),
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

/// The records that a new version of a report changes.
private struct ChangedRecords: Sendable {
    let house: House
    let agency: Agency
    let concern: RecordID
    let by: RecordID
    let at: Instant
    var rows: [LedgeredRow] = []
    var seals: [NewSeal] = []

    init(house: House, agency: Agency, concern: RecordID, by: RecordID, at: Instant) {
        self.house = house
        self.agency = agency
        self.concern = concern
        self.by = by
        self.at = at
    }

    mutating func put(_ document: some Encodable, _ kind: String, role: String?, over earlier: ConcernParts.RecordParts?) throws {
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
    }
}
