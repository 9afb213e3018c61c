// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension HandOvers {
    static let pageSize = 50

    /// One page of the hand-overs to my teams, each with as much of its concern as I may read. `page` counts from 0.
    public func inbox(_ actor: Actor, _ part: HandOverInbox.Part = .waiting, page: Int = 0) async throws -> HandOverInbox {
        try await house.authorise(actor, .seeTeamWork)
        let number = min(max(page, 0), 100_000)
        let parts = HandOverInbox.Part.allCases.compactMap { InboxSQL($0, actor, page: number, now: house.now) }
        guard !parts.isEmpty else {
            return HandOverInbox(rows: [], part: part, page: number, pageSize: Self.pageSize, counts: [:], passed: 0)
        }
        let at = house.now
        let (reading, counts, passed) = try await house.store.read { session in
            var reading = InboxReading()
            var counts: [HandOverInbox.Part: Int] = [:]
            var passed = 0
            for sql in parts {
                counts[sql.part] = Int(try session.integer(sql.total, sql.arguments))
                if sql.part == part { reading = try InboxReading(session, try session.query(sql.page, sql.arguments), actor, now: at) }
                if sql.part == .waiting {
                    passed = Int(try session.integer(sql.passed, sql.arguments + [.integer(at.microseconds)]))
                }
            }
            return (reading, counts, passed)
        }
        return HandOverInbox(
            rows: try await shown(reading, actor, at), part: part, page: number, pageSize: Self.pageSize, counts: counts, passed: passed)
    }

    /// A hand-over to one of my teams that nobody has answered yet. Throws `conflict(answered)` where somebody was quicker, `notFound` for
    /// another team's.
    public func offered(_ actor: Actor, _ id: RecordID) async throws -> InboxRow {
        try await house.authorise(actor, .seeTeamWork)
        let at = house.now
        let concern = try await concern(of: id)
        return try await house.recordingRefusals(actor, concern) {
            let reading = try await house.store.read { session in
                let sql = InboxSQL.one(id)
                let row = try session.one(sql.text, sql.arguments)
                guard actor.teams(as: .investigator).contains(try row.recordID("team_id")) else { throw ServiceError.notFound }
                // Whoever is shut out of the matter is not told either that it was answered.
                guard try FactsReader.facts(session, concern, now: at)?.isShutOut(actor) == false else { throw ServiceError.notFound }
                guard try row.text("state") == HandOverView.State.offered.rawValue else { throw ServiceError.conflict(.answered) }
                _ = try house.authorise(session, actor, .answerHandOver, concern)
                return try InboxReading(session, [row], actor, now: at)
            }
            guard let row = try await shown(reading, actor, at).first else { throw ServiceError.notFound }
            return row
        }
    }

    /// The rows as shown, once their ledger entry is written. The policy is asked again where it is, as for a concern.
    private func shown(_ reading: InboxReading, _ actor: Actor, _ at: Instant) async throws -> [InboxRow] {
        let act = ActOfPerson(.consult, by: actor, to: .seeTeamWork, at: at, purpose: "hand_overs")
        let readable = try await house.store.write(act) { transaction in
            let readable = try InboxReading.readable(transaction.session, reading.concerns.keys.sorted(), actor, now: at)
            for row in reading.rows {
                transaction.show("hand_over", try row.text("id"))
                guard readable.contains(try row.recordID("concern_id")) else { continue }
                if let decision = reading.decisions[try row.recordID("decision_id")] {
                    transaction.show("decision", try decision.text("id"))
                }
                for record in reading.records[try row.recordID("concern_id")] ?? [] { transaction.show("record", record.id) }
            }
            return readable
        }
        return try reading.rows.map { row in
            try inboxRow(row, reading, isReadable: readable.contains(try row.recordID("concern_id")), at)
        }
    }

    private func inboxRow(_ row: SQLRow, _ reading: InboxReading, isReadable: Bool, _ at: Instant) throws -> InboxRow {
        let concern = try row.recordID("concern_id")
        let handOver = try view(row, reference: try row.text("reference"))
        let about = try reading.concerns[concern].flatMap { found in
            isReadable ? try house.desk.queueRow(found, reading.records[concern] ?? [], pieces: 0, at: at) : nil
        }
        let snapshot = house.directory.snapshot
        return InboxRow(
            handOver: handOver,
            agency: try row.optionalRecordID("offered_by").flatMap { snapshot.accounts[$0] }.map { snapshot.name(ofAgency: $0.agency) }
                ?? "",
            standard: try row.text("standard"),
            // What the team has refused is no longer its to know.
            crimes: handOver.state == .refused && !isReadable ? [] : CodeText.codes(try row.text("crimes")),
            about: about,
            reason: isReadable
                ? try reason(reading.decisions[try row.recordID("decision_id")], try confidential(reading.records[concern] ?? [])) : nil)
    }

    /// What must not stand in a line about a concern.
    private func confidential(_ records: [ConcernParts.RecordParts]) throws -> ConfidentialWords {
        let narrative = records.first { $0.kind == RecordKindName.narrative && !$0.sealed.isDisposedOf }
        return try narrative.map { try house.store.open($0.sealed, as: NarrativeDocument.self).confidentialWords }
            ?? ConfidentialWords(phrases: [])
    }

    private func reason(_ decision: SQLRow?, _ confidential: ConfidentialWords) throws -> String? {
        guard let sealed = try decision.map({ try SealedRecord($0, kind: "decision") }), !sealed.isDisposedOf else { return nil }
        return confidential.masked(try house.store.open(sealed, as: WordsDocument.self).words)
    }
}
