// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Standard
import Storage
import Vault

extension Door {
    /// Seconds that a visit lasts.
    public static let visitSeconds = 900.0
    private static let visitContext = SealContext(kind: "door_visit", id: "", version: 1, format: 1)

    /// What a typed receipt becomes: a sealed word for a cookie, which opens the replies for a quarter of an hour. Right or wrong, it looks the
    /// same and costs the same: the store is not asked here.
    public func visit(_ typed: String) throws -> String {
        let hash = house.store.keys.master.receiptKey.hash(ofTyped: typed) ?? house.store.random(32)
        let ends = house.now.adding(seconds: Self.visitSeconds).microseconds
        let bytes = hash + (0..<8).map { UInt8(truncatingIfNeeded: ends >> (56 - 8 * Int64($0))) }
        return try visitKey.sealText(bytes, context: Self.visitContext, randomness: house.store.random)
    }

    /// The replies that a visit opens. Nil for a receipt that is wrong, withdrawn or expired, and for a visit that is over: nobody can tell
    /// which. What is read stands in the ledger first, without a name.
    public func reading(_ visit: String?) async throws -> DoorReading? {
        guard let concern = try await concern(of: visit, for: .readOwnReport) else { return nil }
        let parts = try await house.store.read { session in try ConcernParts(session, concern) }
        let at = house.now
        try await house.store.write(ActOfPerson(.consult, actorText: "", at: at, purpose: "own_report")) { transaction in
            transaction.show("concern", concern.description)
            try RepliesRead.mark(concern, in: transaction, at: at)
        }
        let opened = try parts.open(house, withSource: false)
        let status = ConcernStatus(rawValue: try parts.concern.text("status")) ?? .new
        return DoorReading(
            concern: concern, standard: try parts.concern.text("standard"),
            standing: opened.replies.isEmpty ? ReporterStanding(unanswered: status) : .answered,
            decidesByLatest: try parts.concern.instant("due_hard"),
            desk: house.desk(ofArea: try parts.concern.optionalText("owning_area")), replies: opened.replies, addenda: opened.addenda)
    }

    /// Adds words to what was told; the desk is told. With the same `once` they are added once. Words are never too long: they become
    /// several additions. Throws `notFound` where the visit opens nothing, `invalid` where nothing is written.
    public func add(_ visit: String?, words: String, once: String) async throws {
        let parts = try Words.parts(words, field: "words")
        guard let concern = try await concern(of: visit, for: .addToOwnReport) else { throw ServiceError.notFound }
        let at = house.now
        let agency = try await house.agency(ofConcern: concern)
        let addenda = try parts.enumerated().map { number, words in
            // Each a moment after the one before, so that they are shown in their order.
            try NewAddendum(
                house, concern, words, agency: agency, by: "", at: Instant(microseconds: at.microseconds + Int64(number)),
                repeated: IdempotencyKey(house, account: concern, "door-add:\(number):\(once)", content: words))
        }
        try await house.store.write(ActOfPerson(.report, actorText: "", at: at, purpose: "addendum")) { transaction in
            let facts = try FactsReader.facts(transaction.session, concern, now: at)
            for (number, addendum) in addenda.enumerated() { try addendum.write(facts, in: transaction, telling: number == 0) }
        }
    }

    /// The concern whose receipt a visit holds. Every way that opens nothing asks the store the same one thing.
    private func concern(of visit: String?, for action: Action) async throws -> RecordID? {
        guard AccessPolicy.receiptAllows.contains(action), let hash = hash(visit) else { return nil }
        let row = try await house.store.read { session in
            try session.first("SELECT concern_id, expires_at, withdrawn_at FROM door_receipt WHERE receipt_hash = $1", [.blob(hash)])
        }
        guard let row, try row.optionalInteger("withdrawn_at") == nil, try row.instant("expires_at") > house.now else { return nil }
        return try row.recordID("concern_id")
    }

    private func hash(_ visit: String?) -> [UInt8]? {
        guard let visit, let bytes = try? visitKey.open(text: visit, context: Self.visitContext), bytes.count == 40 else { return nil }
        let ends = bytes.suffix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return Instant(microseconds: ends) > house.now ? Array(bytes.prefix(32)) : nil
    }

    private var visitKey: SubKey { house.store.keys.master.subkey(.sessions, context: "door-visit") }
}
