// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// What one shift leaves to the next at the desk of an area: what is open and who holds it, what must be done before when, and the notes of
/// whoever goes.
public struct ShiftPage: Sendable {
    /// The area's code.
    public let area: String
    /// What waits for a decision, due first: the first page of it.
    public let open: [QueueRow]
    /// How many wait in all.
    public let openTotal: Int
    /// Hand-overs that nobody has accepted, due first.
    public let handOvers: [ShiftHandOver]
    /// Who is on duty or on call for the area now, by rank.
    public let onDuty: [Duty]
    /// Who comes next: shifts that begin within a day.
    public let next: [Duty]
    /// The notes of the last shifts, the newest first.
    public let notes: [ShiftNote]
    /// The moment at which this was read.
    public let asOf: Instant
}

/// A hand-over that waits, as the next shift must know it.
public struct ShiftHandOver: Sendable, Hashable {
    /// The reference of its concern.
    public let reference: String
    /// Whom the concern is about, by name, where it is known.
    public let subject: String?
    /// The team that must accept.
    public let team: String
    /// How to reach it.
    public let contact: DeskContact
    /// Good practice.
    public let dueGood: Instant
    /// The hard limit.
    public let dueHard: Instant
}

/// The notes of one shift to the next.
public struct ShiftNote: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// Who wrote them.
    public let by: RecordID
    /// The same by name.
    public let byName: String
    /// When.
    public let at: Instant
    /// The notes.
    public let words: String
    /// Who has taken the shift over, by name; nil while nobody has.
    public let acceptedBy: String?
    /// When; nil while nobody has.
    public let acceptedAt: Instant?
}

extension Desk {
    /// How many notes of earlier shifts are shown.
    static let shownNotes = 5
    /// How many are read for it: some may be about a matter of which the reader is shut out.
    private static let readNotes = 25

    /// The page on which a shift of one of my areas is handed over. Throws `notFound` for another area.
    public func shift(_ actor: Actor, area: String) async throws -> ShiftPage {
        let areas = try await shiftAreas(actor, area)
        let at = house.now
        var open = QueueFilter(), unaccepted = QueueFilter()
        (open.area, unaccepted.area, unaccepted.part) = (areas, areas, .unaccepted)
        let waiting = try await queue(actor, open, purpose: "shift_hand_over", isLook: false)
        let handed = try await queue(actor, unaccepted, purpose: "shift_hand_over", isLook: false)
        let rows = Dictionary(handed.rows.map { ($0.concern.description, $0) }, uniquingKeysWith: { first, _ in first })
        let join = SealedRecord.join("t")
        let (offered, notes) = try await house.store.read { session in
            let list = SQLDialect.placeholders(rows.count)
            let offered =
                rows.isEmpty
                ? []
                : try session.query(
                    "SELECT concern_id, team_id, due_good, due_hard FROM hand_over WHERE state = 'offered' AND concern_id IN (\(list)) ORDER BY due_hard, id",
                    rows.keys.sorted().map { SQLValue.text($0) })
            let notes = try session.query(
                """
                SELECT t.*, \(join.columns) FROM shift_hand_over t \(join.join) WHERE t.area = $1
                ORDER BY t.written_at DESC, t.id LIMIT \(Self.readNotes)
                """, [.text(area)])
            return (offered, notes)
        }
        let snapshot = house.directory.snapshot
        let seen = try await withoutHidden(try notes.compactMap(shiftNote), actor, now: at).prefix(Self.shownNotes)
        let shown = seen.map(\.id.description)
        try await house.store.write(ActOfPerson(.consult, by: actor, to: .seeQueue, at: at, purpose: "shift_hand_over")) { transaction in
            for id in shown { transaction.show("shift_hand_over", id) }
        }
        return ShiftPage(
            area: area, open: waiting.rows, openTotal: waiting.total,
            handOvers: try offered.compactMap { row in
                guard let concern = rows[try row.text("concern_id")] else { return nil }
                let team = snapshot.teams[try row.recordID("team_id")]
                return ShiftHandOver(
                    reference: concern.reference, subject: concern.subjectName, team: team?.name ?? "",
                    contact: team?.contact ?? DeskContact(name: "", phone: "", hours: ""), dueGood: try row.instant("due_good"),
                    dueHard: try row.instant("due_hard"))
            }, onDuty: snapshot.onDuty(area, at: at), next: snapshot.comingDuties(area, at: at), notes: Array(seen), asOf: at)
    }

    /// Keeps the notes of whoever goes off shift, for whoever comes. What they are about is said by reference: whoever is shut out of one of
    /// these concerns is not shown the notes. Throws `invalid` with `namesColleague` where they name somebody of this desk and no concern:
    /// nobody could tell whom they must be kept from.
    public func handShiftOver(_ actor: Actor, area: String, words: String) async throws {
        _ = try await shiftAreas(actor, area)
        let words = try Words.checked(words, field: "words")
        let desk = house.directory.snapshot.deskOf([area], at: house.now).filter { $0 != actor.account }
        let isNamed = desk.contains { house.directory.snapshot.accounts[$0].map { Naming.stands($0.name, in: words) } ?? false }
        if isNamed, References.standing(in: words).isEmpty { throw ServiceError.invalid([FieldFault("words", .namesColleague)]) }
        let id = house.store.newID(), at = house.now
        let seal = try house.store.seal(WordsDocument(words: words), kind: "shift_hand_over", id: id, agency: actor.agency)
        try await house.store.write(ActOfPerson(.alter, by: actor, to: .seeQueue, at: at, purpose: "shift_hand_over")) { transaction in
            try transaction.insert(
                transaction.row(
                    "shift_hand_over",
                    [
                        "id": .text(id.description), "area": .text(area), "written_by": .text(actor.account.description),
                        "written_at": .integer(at.microseconds), "state": .text("offered"), "accepted_by": .null, "accepted_at": .null,
                        "sealed": .blob(seal.sealed),
                    ]))
            try transaction.session.keep(seal)
        }
    }

    /// Takes a shift over: a named person has read the notes. Throws `conflict(answered)` where somebody was quicker, `refused` for whoever
    /// wrote them.
    public func acceptShift(_ actor: Actor, _ id: RecordID) async throws {
        // First, so that whoever sees no desk can't tell notes that are there from notes that are not.
        try await house.authorise(actor, .seeQueue)
        let row = try await house.store.read { session in
            let join = SealedRecord.join("t")
            return try session.first(
                "SELECT t.*, \(join.columns) FROM shift_hand_over t \(join.join) WHERE t.id = $1", [.text(id.description)])
        }
        guard let row else { throw ServiceError.notFound }
        let area = try row.text("area")
        _ = try await shiftAreas(actor, area)
        guard try await !withoutHidden([shiftNote(row)].compactMap { $0 }, actor, now: house.now).isEmpty else {
            throw ServiceError.notFound
        }
        guard try row.recordID("written_by") != actor.account else {
            try await house.recordRefusal(actor, .seeQueue, concern: nil)
            throw ServiceError.refused(action: .seeQueue, ask: house.desk(ofArea: area))
        }
        let at = house.now
        try await house.store.write(ActOfPerson(.accept, by: actor, to: .seeQueue, at: at, purpose: "accept_shift")) { transaction in
            let changed = try transaction.update(
                "shift_hand_over", key: [.text(id.description)], expecting: ["state": .text("offered")],
                set: [
                    "state": .text("accepted"), "accepted_by": .text(actor.account.description), "accepted_at": .integer(at.microseconds),
                ])
            guard changed != nil else { throw ServiceError.conflict(.answered) }
        }
    }

    /// The area, if it is one of the person's desks.
    private func shiftAreas(_ actor: Actor, _ area: String) async throws -> String {
        try await house.authorise(actor, .seeQueue)
        guard Role.desks.contains(where: { actor.areas(as: $0).contains(area) }) else { throw ServiceError.notFound }
        return area
    }

    /// The notes that are about no matter of which the reader is shut out. Whoever wrote them knows them.
    private func withoutHidden(_ notes: [ShiftNote], _ actor: Actor, now: Instant) async throws -> [ShiftNote] {
        let named = notes.map { (note: $0, references: References.standing(in: $0.words)) }
        let all = Set(named.flatMap(\.references)).sorted()
        guard !all.isEmpty else { return notes }
        let hidden = try await house.store.read { session in
            var concerns: [String: RecordID] = [:]
            for part in SQLValue.lists(all) {
                let list = SQLDialect.placeholders(part.count)
                for sql in [
                    "SELECT reference, id FROM concern WHERE reference IN (\(list))",
                    "SELECT reference, concern_id AS id FROM case_file WHERE reference IN (\(list))",
                ] {
                    for row in try session.query(sql, part) { concerns[try row.text("reference")] = try row.recordID("id") }
                }
            }
            let facts = try FactsReader.facts(session, Set(concerns.values).sorted(), now: now)
            return Set(concerns.filter { facts[$0.value]?.isShutOut(actor) == true }.keys)
        }
        return named.filter { $0.note.by == actor.account || $0.references.isDisjoint(with: hidden) }.map(\.note)
    }

    private func shiftNote(_ row: SQLRow) throws -> ShiftNote? {
        let sealed = try SealedRecord(row, kind: "shift_hand_over")
        guard !sealed.isDisposedOf else { return nil }
        let snapshot = house.directory.snapshot
        let writer = try row.recordID("written_by")
        return ShiftNote(
            id: try row.recordID("id"), by: writer, byName: snapshot.name(of: writer), at: try row.instant("written_at"),
            words: try house.store.open(sealed, as: WordsDocument.self).words,
            acceptedBy: try row.optionalRecordID("accepted_by").map { snapshot.name(of: $0) },
            acceptedAt: try row.optionalInstant("accepted_at"))
    }
}

extension DirectorySnapshot {
    /// The shifts of an area that begin within a day, by their beginning.
    func comingDuties(_ area: String, at now: Instant) -> [Duty] {
        duties.filter { $0.area == area && $0.startsAt > now && $0.startsAt <= now.adding(seconds: 86_400) }
            .sorted { ($0.startsAt, $0.rank, $0.id) < ($1.startsAt, $1.rank, $1.id) }
    }
}
