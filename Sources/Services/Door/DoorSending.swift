// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage
import Vault

extension Door {
    /// Seconds that a browser is kept before it is shown the page that waits.
    private static let patience = 0.8
    /// Longer lines are not waited for: the page that waits is the better answer.
    private static let shortLine = 200

    /// Hands in a draft. As often as it is called, it is one report. What is answered as sent is durable, sealed and in the ledger.
    ///
    /// `source` is where the request came from, held in memory only, for a fair order among those who wait. `proof` is the answer to the
    /// puzzle of a page that waited. Throws `invalid` where nothing is said yet, `notFound` where the draft is gone.
    public func send(_ kind: DoorKind, key: String, source: String, proof: String? = nil) async throws -> DoorPassage {
        guard let row = try await row(kind, key) else { throw ServiceError.notFound }
        let draft = try draft(row)
        if let concern = draft.concern { return .sent(try await receipt(draft.id, concern)) }
        if draft.state == .writing { try house.reporting.check(draft.report) }
        if house.doorLine.passesAtOnce(draft.id) {
            defer { leave(draft.id) }
            return .sent(try await receipt(draft.id, try await store(draft.id, kind, draft.report, isNew: false)))
        }
        return try await join(draft.id, kind, isMarked: draft.state == .waiting, source: source, proof: proof)
    }

    /// Hands in a whole report in one step. Where nobody waits it is stored at once; else it becomes a draft that the server holds. The key
    /// goes into a cookie.
    public func sendWhole(_ kind: DoorKind, _ report: ConcernReport, source: String) async throws -> (key: String, passage: DoorPassage) {
        try house.reporting.check(report)
        let (key, id) = (try SecretToken.generate(house.store.random), house.store.newID())
        guard house.doorLine.passesAtOnce(id) else {
            let (key, draft) = try await begin(kind, report)
            return (key, try await join(draft.id, kind, isMarked: false, source: source, proof: nil))
        }
        defer { leave(id) }
        let concern = try await store(id, kind, report, isNew: true, keyHash: key.hash)
        return (key.text, .sent(try await receipt(id, concern)))
    }

    /// The receipt once more, as long as the row of the draft lives.
    public func receipt(_ kind: DoorKind, key: String?) async throws -> DoorReceipt? {
        guard let draft = try await draft(kind, key: key), let concern = draft.concern else { return nil }
        return try await receipt(draft.id, concern)
    }

    /// Whether the last group that somebody typed is that of their receipt. Where it is, they have kept it: the draft's row goes, and with it
    /// the only way to show the receipt again.
    public func keep(_ kind: DoorKind, key: String, lastGroup typed: String) async throws -> Bool {
        guard let draft = try await draft(kind, key: key), let concern = draft.concern else { throw ServiceError.notFound }
        let words = words(of: draft.id).text
        let groups = words.split(separator: "-").map(String.init)
        let wanted = groups.suffix(2).joined()
        let said = String(
            typed.uppercased().filter { $0.isLetter || $0.isNumber }.map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 })
        guard said == wanted || said == words.filter({ $0 != "-" }) else { return false }
        let at = house.now
        try await house.store.writeWithoutEntry { session in
            try session.execute(
                "UPDATE door_receipt SET kept_at = $1 WHERE concern_id = $2", [.integer(at.microseconds), .text(concern.description)])
            try Self.erase(draft.id, session)
        }
        return true
    }

    /// Somebody can't keep the receipt safely: nobody can come back with it from now on. The desk sees that it can't answer here.
    public func cannotKeep(_ kind: DoorKind, key: String) async throws {
        guard let draft = try await draft(kind, key: key), let concern = draft.concern else { throw ServiceError.notFound }
        let at = house.now
        let act = ActOfPerson(.policyChange, actorText: "", at: at, purpose: "receipt_withdrawn")
        try await house.store.write(act) { transaction in
            transaction.show("concern", concern.description)
            try transaction.session.execute(
                "UPDATE door_receipt SET withdrawn_at = $1 WHERE concern_id = $2", [.integer(at.microseconds), .text(concern.description)])
            try Self.erase(draft.id, transaction.session)
        }
    }

    /// Lets those in again who waited when the server stopped.
    func resume() async throws {
        let rows = try await house.store.read { session in
            try session.query("SELECT id FROM door_draft WHERE state = $1 ORDER BY saved_at", [.text(DoorState.waiting.rawValue)])
        }
        for row in rows { enter(try row.recordID("id"), from: "", hasWorked: false) }
    }

    /// Puts a draft into the line and keeps its browser a moment. The words stand in the store before that is said.
    private func join(_ id: RecordID, _ kind: DoorKind, isMarked: Bool, source: String, proof: String?) async throws -> DoorPassage {
        let work = DoorWork(house.store.keys)
        if !isMarked {
            try await house.store.writeWithoutEntry { session in
                try session.execute(
                    "UPDATE door_draft SET state = $1 WHERE id = $2 AND state = $3",
                    [.text(DoorState.waiting.rawValue), .text(id.description), .text(DoorState.writing.rawValue)])
            }
        }
        enter(id, from: source, hasWorked: work.accepts(proof, for: id))
        if house.doorLine.count < Self.shortLine || proof != nil {
            await house.doorLine.wait(for: id, seconds: Self.patience)
            let row = try await house.store.read { session in
                try session.first("SELECT concern_id FROM door_draft WHERE id = $1", [.text(id.description)])
            }
            if let concern = try row?.optionalRecordID("concern_id") { return .sent(try await receipt(id, concern)) }
        }
        let puzzle = house.doorLine.hasWorked(id) ? nil : work.puzzle(for: id)
        return .waiting(DoorWait(puzzle: puzzle, bits: DoorWork.bits))
    }

    private func enter(_ id: RecordID, from source: String, hasWorked: Bool) {
        guard house.doorLine.enter(id, from: source, hasWorked: hasWorked) else { return }
        // Nobody waits for this: whoever does is told by the line.
        Task { await self.letIn() }
    }

    /// One that was let in at once is done: whoever came into the line meanwhile goes on.
    private func leave(_ id: RecordID) {
        house.doorLine.leave(id)
        if house.doorLine.count > 0 { Task { await self.letIn() } }
    }

    /// Stores one after the other, as long as somebody waits. What can't be stored stays in the store as waiting: its own page, or the next
    /// start, lets it in again.
    private func letIn() async {
        while let id = house.doorLine.next() {
            try? await storeWaiting(id)
            house.doorLine.leave(id)
        }
    }

    private func storeWaiting(_ id: RecordID) async throws {
        let join = SealedRecord.join("d")
        let row = try await house.store.read { session in
            try session.first("SELECT d.*, \(join.columns) FROM door_draft d \(join.join) WHERE d.id = $1", [.text(id.description)])
        }
        guard let row else { return }
        let draft = try draft(row)
        if draft.concern == nil { _ = try await store(id, draft.kind, draft.report, isNew: false) }
    }

    /// Stores the report with its receipt, in one transaction; a second time it is the same concern.
    private func store(
        _ draft: RecordID, _ kind: DoorKind, _ report: ConcernReport, isNew: Bool, keyHash: [UInt8] = []
    ) async throws -> RecordID {
        let at = house.now
        let snapshot = house.directory.snapshot
        let coding = ConcernCoding(report, house.standard(report.standard), on: LocalDate.today(at))
        let said = (coding.lives + coding.found + coding.happened).first { snapshot.areas[$0] != nil }
        let area = said ?? snapshot.openDesk(at: at)?.code
        guard let agency = snapshot.deskAgency(ofArea: area, at: at) else { throw ServiceError.notFound }
        let act = ActOfPerson(.report, actorText: "", agency: agency.description, at: at, purpose: Purpose.safeguarding)
        let hash = words(of: draft).hash
        for _ in 0..<3 {
            let origin = IntakeOrigin(
                reporter: nil, agency: agency, area: area, channel: kind.rawValue, concern: house.store.newID(),
                reference: house.newReference())
            let intake = try house.prepareIntake(report, origin)
            do {
                return try await house.store.write(act) { transaction in
                    let session = transaction.session
                    let id = SQLValue.text(draft.description)
                    if isNew {
                        try session.execute(
                            """
                            INSERT INTO door_draft (id, key_hash, kind, started_at, saved_at, state, concern_id) VALUES ($1, $2, $3, $4, $4, $5, $6)
                            """,
                            [
                                id, .blob(keyHash), .text(kind.rawValue), .integer(at.microseconds), .text(DoorState.sent.rawValue),
                                .text(intake.concern.description),
                            ])
                    } else {
                        let row = try session.one("SELECT concern_id FROM door_draft WHERE id = $1 \(session.dialect.forUpdate)", [id])
                        if let earlier = try row.optionalRecordID("concern_id") {
                            transaction.say("repeated", "yes")
                            return earlier
                        }
                        try session.execute(
                            "UPDATE door_draft SET state = $1, concern_id = $2, sealed = $3 WHERE id = $4",
                            [.text(DoorState.sent.rawValue), .text(intake.concern.description), .null, id])
                        try session.execute("DELETE FROM record_key WHERE record_id = $1", [id])
                    }
                    try intake.write(in: transaction, at: at)
                    try session.execute(
                        "INSERT INTO door_receipt (receipt_hash, concern_id, made_at, expires_at) VALUES ($1, $2, $3, $4)",
                        [.blob(hash), .text(intake.concern.description), .integer(at.microseconds), .integer(intake.reviewAt.microseconds)])
                    return intake.concern
                }
            } catch let error as StorageError where error.code == .uniqueViolation(constraint: "concern_reference_key") {
                continue
            }
        }
        throw StorageError(.unexpected, detail: "no free reference in three tries")
    }

    private func receipt(_ draft: RecordID, _ concern: RecordID) async throws -> DoorReceipt {
        DoorReceipt(words: words(of: draft).text, stored: try await house.reporting.receipt(concern))
    }

    /// The receipt's words and their hash. The same draft gets the same again, although only the hash is stored.
    private func words(of draft: RecordID) -> (text: String, hash: [UInt8]) {
        let receipt = house.store.keys.master.receiptKey.receipt(forSubmission: draft.description)
        return (receipt.text, receipt.hash)
    }
}
