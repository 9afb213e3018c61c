// SPDX-License-Identifier: Apache-2.0
import Ledger
import Linkage
import Safeguarding
import Storage

/// The job that follows a report: the index is brought to its commit, what is known about the same people, places, phones, vehicles and
/// accounts is laid beside it, and whoever is likely to be named is shut out. Nothing is merged (DESIGN rules 4, 6).
struct PieceLinker: JobHandler {
    let house: House
    let feeder: IndexFeeder
    let names: LikelyNames

    /// The most candidates of one record.
    private static let perRecord = 25
    /// The most links that one concern makes.
    private static let perConcern = 60
    /// So many concerns are looked up in one go, some milliseconds.
    private static let perTurn = 8
    /// The most rows of concerns in one transaction, so that nobody waits long for the writer.
    private static let perWrite = 100

    var kind: String { JobKind.link }

    func run(_ jobs: [Job]) async throws {
        let subjects = jobs.compactMap { RecordID($0.subject) }
        let indexed = try await feeder.index(subjects)
        // What others have committed before us: of two pieces the later always sees the earlier.
        try await feeder.advance()
        var findings: [Finding] = []
        for (number, concern) in indexed.enumerated() {
            let namesakes = names.likely(concern, house.directory.snapshot)
            findings.append(Finding(concern: concern, links: links(of: concern), namesakes: namesakes))
            // Who reports or asks meanwhile is not kept waiting, nor does each of them push the pieces back.
            if number.isMultiple(of: Self.perTurn) { await Task.yield() }
        }
        let byConcern = Dictionary(findings.map { ($0.concern.facts.id.description, $0) }, uniquingKeysWith: { first, _ in first })
        var part: [Job] = [], touched = 0
        for job in jobs {
            part.append(job)
            touched += byConcern[job.subject].map { $0.links.count + 1 } ?? 0
            if touched >= Self.perWrite {
                try await write(part, part.compactMap { byConcern[$0.subject] })
                (part, touched) = ([], 0)
            }
        }
        if !part.isEmpty { try await write(part, part.compactMap { byConcern[$0.subject] }) }
    }

    /// The strongest candidates of a concern's records, in other concerns.
    func links(of concern: IndexedConcern) -> [PieceLink] {
        let own = concern.facts.id
        let found = concern.records.filter { $0.kind != .text }.flatMap { record in
            house.index.candidatesAmongAll(for: record, limit: Self.perRecord, excludingGroup: own.indexKey)
                .filter { $0.kind != .text }.map { PieceLink(own, RecordID(record.id), $0) }
        }
        return Array(
            found.sorted { ($1.weight, $0.record, $0.otherRecord) < ($0.weight, $1.record, $1.otherRecord) }.prefix(Self.perConcern))
    }

    private struct Finding: Sendable {
        let concern: IndexedConcern
        let links: [PieceLink]
        let namesakes: [RecordID]
    }

    private func write(_ jobs: [Job], _ findings: [Finding]) async throws {
        guard findings.contains(where: { !$0.links.isEmpty || !$0.namesakes.isEmpty || !$0.concern.changed.isEmpty }) else {
            return try await house.store.writeWithoutEntry { session in try JobTable.finish(session, jobs) }
        }
        let at = house.now
        let model = "\(house.index.model.name)/\(house.index.model.version)"
        let notices = findings.flatMap(\.namesakes).map { _ in house.store.newID() }
        let act = ActOfPerson(systemAct: .combine, at: at, purpose: "matching", codes: ["model": model])
        try await house.store.write(act) { transaction in
            let session = transaction.session
            try JobTable.finish(session, jobs)
            for finding in findings {
                for record in finding.concern.changed { try PieceLink.forget(record, of: finding.concern.facts.id, session) }
                if !finding.links.isEmpty { transaction.show("concern", finding.concern.facts.id.description) }
            }
            let found = try Self.stillThere(findings.flatMap(\.links), session)
            let links = try unprotected(found, at: at, session)
            try PieceLink.store(links, model: model, at: at, session)
            transaction.say("links", String(links.count))
            var free = notices[...]
            for finding in findings where !finding.namesakes.isEmpty {
                try LikelyNames.propose(finding.namesakes, finding.concern.facts, &free, at: at, transaction)
            }
        }
    }

    /// Links that may be offered. One with a protected identity at either end is kept for its duty holder alone.
    private func unprotected(_ links: [PieceLink], at: Instant, _ session: any SQLSession) throws -> [PieceLink] {
        let protected = try ProtectedRow.among(session, Set(links.flatMap { [$0.record, $0.otherRecord] }).sorted())
        guard !protected.isEmpty else { return links }
        var told: Set<RecordID> = []
        for link in links {
            for (record, concern, other, place) in [
                (link.record, link.concern, link.otherRecord, link.otherConcern),
                (link.otherRecord, link.otherConcern, link.record, link.concern),
            ] where protected.contains(record) {
                if try ProtectedRow.keep(record: record, of: concern, other: other, in: place, at: at, session) { told.insert(concern) }
            }
        }
        for concern in told.sorted() { try ProtectedRow.tell(concern, house, at: at, session) }
        return links.filter { !protected.contains($0.record) && !protected.contains($0.otherRecord) }
    }

    /// Links to what has gone meanwhile are not written.
    private static func stillThere(_ links: [PieceLink], _ session: any SQLSession) throws -> [PieceLink] {
        let others = Set(links.map(\.otherConcern)).sorted()
        var there: Set<RecordID> = []
        for part in SQLValue.lists(others) {
            for row in try session.query("SELECT id FROM concern WHERE id IN (\(SQLDialect.placeholders(part.count)))", part) {
                there.insert(try row.recordID("id"))
            }
        }
        return links.filter { there.contains($0.otherConcern) }
    }
}
