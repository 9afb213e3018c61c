// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// When an outcome needs a second named person: the standard says for which outcomes and how many unmet pieces; software only counts.
enum SecondPerson {
    /// The attribute of an outcome that needs one where a child is the source.
    static let forChild = "second_person_for_child"
    /// The attribute of an outcome that needs one where so many unmet pieces stand.
    static let forUnmet = "second_person_for_unmet"

    /// Whether this outcome may need one at all.
    static func mayBeNeeded(_ outcome: Code) -> Bool { outcome.flag(forChild) || outcome.number(forUnmet) != nil }

    /// Whether it needs one here. Why is told to nobody: that a child is the source is known only to a right of its own.
    static func isNeeded(_ outcome: Code, childIsSource: Bool, unmet: Int) -> Bool {
        (outcome.flag(forChild) && childIsSource) || (outcome.number(forUnmet).map { $0 > 0 && unmet >= $0 } ?? false)
    }

    /// How many other concerns stand beside this one that were decided without meeting the need, by what each one's own standard says of its
    /// outcome (RULE 2.4). A piece that people have said is not the same no longer stands; one that this person is not told of is not counted,
    /// or the question would tell of it.
    static func unmet(_ session: any SQLSession, _ concern: RecordID, _ actor: Actor, _ house: House, now: Instant) throws -> Int {
        var arguments: [SQLValue] = [.text(concern.description)]
        var ways: [String] = []
        for (id, standard) in house.standards.standards.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let codes = standard.list(.outcome).codes.filter { !$0.flag("meets_need") }.map(\.code)
            guard !codes.isEmpty else { continue }
            let first = arguments.count + 1
            ways.append("o.standard = $\(first) AND o.outcome IN (\(SQLDialect.placeholders(codes.count, from: first + 1)))")
            arguments += [.text(id.rawValue)] + codes.map { SQLValue.text($0) }
        }
        guard !ways.isEmpty else { return 0 }
        let condition = ways.joined(separator: " OR ")
        let told = ToldSQL(actor, house.directory.snapshot, first: arguments.count + 1, now: now)
        arguments += told.arguments
        return Int(
            try session.integer(
                """
                SELECT COUNT(DISTINCT l.other_concern_id) AS n FROM piece_link l JOIN concern o ON o.id = l.other_concern_id
                WHERE l.concern_id = $1 AND \(told.text) AND (\(condition)) AND NOT EXISTS (SELECT 1 FROM match_answer a
                  WHERE a.undone_at IS NULL AND a.answer = 'not_same'
                  AND ((a.record_id = l.record_id AND a.other_record_id = l.other_record_id)
                    OR (a.record_id = l.other_record_id AND a.other_record_id = l.record_id))
                  AND NOT EXISTS (SELECT 1 FROM match_answer b WHERE b.undone_at IS NULL AND b.answered_at > a.answered_at
                    AND ((b.record_id = a.record_id AND b.other_record_id = a.other_record_id)
                      OR (b.record_id = a.other_record_id AND b.other_record_id = a.record_id))))
                """, arguments))
    }
}

extension Desk {
    /// Whether a child is the source. Read by the software alone: nobody is shown it, and no answer says it.
    func childIsSource(_ concern: RecordID) async throws -> Bool {
        let records = try await house.store.read { session in
            try ConcernParts.records(session, [concern], kinds: "AND r.kind = '\(RecordKindName.source)'")[concern] ?? []
        }
        return try records.contains { record in
            guard !record.sealed.isDisposedOf else { return false }
            return try house.store.open(record.sealed, as: Answers.self).first(QuestionID.sourceIsChild) == "yes"
        }
    }
}
