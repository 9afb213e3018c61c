// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

/// What I reported, and what came of it, for a professional without an account: every report that the reader of one work address has called
/// theirs. The right to it is the visit, and it ends with it.
extension WorkReporting {
    /// Which report, and how the caller may see it.
    public enum Right: Sendable, Hashable {
        /// A visit by a link that came to the work address.
        case visit(String?)
        /// The browser in which it was sent, for a day.
        case draft(String?)
    }

    /// My reports, newest first; nil where the visit is over.
    public func reports(_ visit: String?) async throws -> [OwnReportRow]? {
        guard let index = try await address(of: visit) else { return nil }
        let rows = try await house.store.read { session in
            try session.query(
                """
                SELECT \(OwnReportRow.columns) FROM concern c JOIN work_proof p ON p.concern_id = c.id WHERE p.address_index = $1 AND p.is_theirs = 1
                ORDER BY c.received_at DESC LIMIT 100
                """, [.blob(index)])
        }
        try await house.store.write(ActOfPerson(.consult, actorText: "", at: house.now, purpose: "own_report")) { transaction in
            for row in rows { transaction.show("concern", try row.text("id")) }
        }
        return try rows.map(OwnReportRow.init(listed:))
    }

    /// One report of mine with its replies; nil where it is none of mine or the visit is over: nobody can tell which.
    public func report(_ right: Right, reference: String) async throws -> OwnReport? {
        guard let concern = try await concern(right, reference) else { return nil }
        let (parts, practice) = try await house.store.read { session in
            (try ConcernParts(session, concern), try PracticeReading(session, concern))
        }
        let at = house.now
        try await house.store.write(ActOfPerson(.consult, actorText: "", at: at, purpose: "own_report")) { transaction in
            try OwnReport.note(parts, practice, of: concern, in: transaction, at: at)
        }
        return try OwnReport(house, parts, practice)
    }

    /// Records what proves a duty of my own done. Throws `notFound` where the report is none of mine, `invalid`.
    public func record(_ right: Right, reference: String, form: String, _ answers: Answers) async throws {
        guard let concern = try await concern(right, reference) else { throw ServiceError.notFound }
        let parts = try await house.store.read { session in try ConcernParts(session, concern) }
        let act = ActOfPerson(.report, actorText: "", at: house.now, purpose: "practice")
        try await house.practice.recordReporters(parts, concern, form, answers, act) { _ in nil }
    }

    /// Adds words to a report of mine; the desk is told. Throws `notFound`, `invalid`.
    public func add(_ right: Right, reference: String, words: String) async throws {
        let words = try Words.checked(words, field: "words")
        guard let concern = try await concern(right, reference) else { throw ServiceError.notFound }
        let at = house.now
        let agency = try await house.agency(ofConcern: concern)
        let addendum = try NewAddendum(house, concern, words, agency: agency, by: "", at: at)
        try await house.store.write(ActOfPerson(.report, actorText: "", at: at, purpose: "addendum")) { transaction in
            try addendum.write(try FactsReader.facts(transaction.session, concern, now: at), in: transaction)
        }
    }

    private func concern(_ right: Right, _ reference: String) async throws -> RecordID? {
        guard let concern = try? await house.concernID(reference) else { return nil }
        switch right {
        case .visit(let visit):
            guard let index = try await address(of: visit) else { return nil }
            let theirs = try await house.store.read { session in
                try session.integer(
                    "SELECT count(*) AS n FROM work_proof WHERE concern_id = $1 AND address_index = $2 AND is_theirs = 1",
                    [.text(concern.description), .blob(index)])
            }
            return theirs > 0 ? concern : nil
        case .draft(let key):
            let draft = try await house.door.draft(.professional, key: key)
            return draft?.concern == concern ? concern : nil
        }
    }
}
