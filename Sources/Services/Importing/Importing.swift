// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// Partners' existing forms, from files.
    public var importing: Importing { Importing(house: self) }
}

/// Importing concerns under an agency's own references: safe to run twice.
public struct Importing: Sendable {
    let house: House
    private static let atOnce = 64

    /// Imports rows. With `dryRun` nothing is stored and the summary says what would be.
    ///
    /// The same reference with the same content is left alone; with changed content it is a new version. A row that can't be read stands
    /// sealed in a list, with a desk as its owner and a clock: the importer, where they are one.
    public func importConcerns(_ actor: Actor, _ rows: [ImportRow], dryRun: Bool, into summary: ImportSummary = ImportSummary())
        async throws -> ImportSummary
    {
        try await house.authorise(actor, .importConcerns)
        var summary = summary
        for start in stride(from: 0, to: rows.count, by: Self.atOnce) {
            let batch = rows[start..<min(start + Self.atOnce, rows.count)].map { row -> ImportRow in
                guard case .report(let reference, _) = row.content, !summary.references.insert(reference).inserted else { return row }
                return ImportRow(line: row.line, content: .unreadable(column: "", reason: .referenceTwice), raw: row.raw)
            }
            let outcomes = try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
                for (place, row) in batch.enumerated() { group.addTask { (place, try await self.take(actor, row, dryRun: dryRun)) } }
                return try await group.reduce(into: [Int: Outcome]()) { $0[$1.0] = $1.1 }
            }
            for place in batch.indices { outcomes[place].map { summary.count($0, line: batch[place].line) } }
        }
        return summary
    }

    enum Outcome: Sendable {
        case landed, newVersion, unchanged
        case unreadable(column: String, reason: ImportFault, isNew: Bool)
    }

    private func take(_ actor: Actor, _ row: ImportRow, dryRun: Bool) async throws -> Outcome {
        switch row.content {
        case .unreadable(let column, let reason): return try await keepUnreadable(actor, row, column, reason, dryRun: dryRun)
        case .report(let reference, let report):
            do { try house.reporting.check(report) } catch ServiceError.invalid(let faults) {
                let fault = faults.first ?? FieldFault("", .notAccepted)
                let column = row.columns[fault.field] ?? fault.field
                return try await keepUnreadable(actor, row, column, ImportFault(fault.reason), dryRun: dryRun)
            }
            return try await land(actor, row, reference, report, dryRun: dryRun)
        }
    }

    private func land(
        _ actor: Actor, _ row: ImportRow, _ reference: String, _ report: ConcernReport, dryRun: Bool
    ) async throws -> Outcome {
        let keys = house.store.keys
        let referenceIndex = keys.blindToken("import-reference", "\(actor.agency)\n\(reference)")
        let contentIndex = keys.blindToken("import-content", try Reporting.canonical(report))
        let key: [SQLValue] = [.text(actor.agency.description), .blob(referenceIndex)]
        let known = try await house.store.read { session in
            try session.first("SELECT concern_id, content_index FROM import_reference WHERE agency_id = $1 AND reference_index = $2", key)
        }
        if let known, try known.blob("content_index") == contentIndex { return .unchanged }
        if dryRun { return known == nil ? .landed : .newVersion }
        if let known {
            let concern = try known.recordID("concern_id")
            // Whoever is named in a matter writes nothing over what was said of them: it waits for a colleague, as any row that can't be taken.
            if try await isShutOut(actor, concern) { return try await keepUnreadable(actor, row, "", .notAccepted, dryRun: dryRun) }
            try await house.reporting.newVersion(actor, of: concern, report) { session in
                try session.execute(
                    "UPDATE import_reference SET content_index = $3 WHERE agency_id = $1 AND reference_index = $2",
                    key + [.blob(contentIndex)])
            }
            return .newVersion
        }
        _ = try await house.reporting.submit(actor, report, channel: "import", key: "import:" + reference, draft: nil) { session, concern in
            try session.execute(
                "INSERT INTO import_reference (agency_id, reference_index, concern_id, content_index) VALUES ($1, $2, $3, $4)",
                key + [.text(concern.description), .blob(contentIndex)])
        }
        return .landed
    }

    private func isShutOut(_ actor: Actor, _ concern: RecordID) async throws -> Bool {
        let now = house.now
        return try await house.store.read { session in try FactsReader.facts(session, concern, now: now) }?
            .isShutOut(actor) ?? false
    }
}

extension ImportFault {
    init(_ reason: FieldFault.Reason) {
        self =
            switch reason {
            case .tooLong: .tooLong
            case .notADate: .notADate
            case .unknownCode: .unknownCode
            case .saysNothing: .saysNothing
            default: .notAccepted
            }
    }
}

extension ImportSummary {
    mutating func count(_ outcome: Importing.Outcome, line: Int) {
        switch outcome {
        case .landed: landed += 1
        case .newVersion: newVersions += 1
        case .unchanged: unchanged += 1
        case .unreadable(let column, let reason, let isNew):
            if isNew { unreadable += 1 } else { unreadableBefore += 1 }
            faults.append(Fault(line: line, column: column, reason: reason))
        }
    }
}
