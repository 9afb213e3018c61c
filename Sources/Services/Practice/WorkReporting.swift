// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

extension House {
    /// Professionals who report without an account, once their report is stored.
    public var workReporting: WorkReporting { WorkReporting(house: self) }
}

/// What a professional without an account is after sending: whoever reads the mail at the work address they gave can say that the report is
/// theirs, and come back to it. Nothing is asked before sending.
public struct WorkReporting: Sendable {
    let house: House

    /// Days for which a link that asks "is this report yours?" is good.
    public static let proofDays = 14.0
    /// Minutes for which a link back, and the visit that it opens, are good.
    public static let visitMinutes = 30.0
    private static let proof = "proof"
    private static let back = "back"
    private static let visit = "visit"

    /// What a link asks.
    public struct Question: Sendable, Hashable {
        /// When the report was sent; nil for a link back.
        public let sentAt: Instant?
    }

    /// Asks the work address in a stored report whether the report is theirs: once a report, by mail. Whether there is one to ask is returned.
    public func askForProof(_ concern: RecordID) async throws -> Bool {
        let (parts, agency, known) = try await house.store.read { session in
            let row = try session.one("SELECT agency_id FROM concern WHERE id = $1", [.text(concern.description)])
            let known = try session.first("SELECT concern_id FROM work_proof WHERE concern_id = $1", [.text(concern.description)]) != nil
            let records = try ConcernParts.records(session, [concern], kinds: "AND r.kind = '\(RecordKindName.source)'")
            return (records[concern] ?? [], try row.recordID("agency_id"), known)
        }
        if known { return true }
        guard let source = parts.first, !source.sealed.isDisposedOf,
            let address = try house.store.open(source.sealed, as: Answers.self).first(QuestionID.sourceEmail).flatMap(Self.address)
        else { return false }
        let secret = try SecretToken.generate(house.store.random)
        let (at, index) = (house.now, index(address))
        let message = try house.message(.verifyEmail, toAddress: address, agency: agency, link: "/work-report/confirm/\(secret.text)")
        try await house.store.writeWithoutEntry { session in
            let isNew = try session.execute(
                "INSERT INTO work_proof (concern_id, address_index, asked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                [.text(concern.description), .blob(index), .integer(at.microseconds)])
            guard isNew == 1 else { return }
            try Self.keep(secret.hash, Self.proof, concern, index, until: at.adding(seconds: Self.proofDays * 86_400), session)
            try message.write(session)
        }
        return true
    }

    /// Sends a link back to a work address that has confirmed a report. Whether there is such an address is told to nobody.
    public func sendLink(to typed: String) async throws {
        guard let address = Self.address(typed) else { throw ServiceError.invalid([FieldFault("email", .notAccepted)]) }
        let secret = try SecretToken.generate(house.store.random)
        let (at, index) = (house.now, index(address))
        let agency = house.directory.snapshot.agencies.keys.min()
        guard let agency else { return }
        let message = try house.message(.verifyEmail, toAddress: address, agency: agency, link: "/work-report/confirm/\(secret.text)")
        try await house.store.writeWithoutEntry { session in
            let theirs = try session.integer(
                "SELECT count(*) AS n FROM work_proof WHERE address_index = $1 AND is_theirs = 1", [.blob(index)])
            // One mail in five minutes is enough for anybody, whoever asks for them.
            let recent = try session.integer(
                "SELECT count(*) AS n FROM work_link WHERE address_index = $1 AND kind = 'back' AND expires_at > $2",
                [.blob(index), .integer(at.adding(seconds: (Self.visitMinutes - 5) * 60).microseconds)])
            guard theirs > 0, recent == 0 else { return }
            try Self.keep(secret.hash, Self.back, nil, index, until: at.adding(seconds: Self.visitMinutes * 60), session)
            try message.write(session)
        }
    }

    /// What a link asks; nil where it is unknown, used or out of time.
    public func question(_ secret: String) async throws -> Question? {
        guard let row = try await link(secret, kinds: [Self.proof, Self.back]) else { return nil }
        guard let concern = try row.optionalRecordID("concern_id") else { return Question(sentAt: nil) }
        let sent = try await house.store.read { session in
            try session.one("SELECT received_at FROM concern WHERE id = $1", [.text(concern.description)]).instant("received_at")
        }
        return Question(sentAt: sent)
    }

    /// Answers a link, once. Where the report is theirs, and for a link back, a visit begins: its key goes into a cookie.
    public func answer(_ secret: String, isTheirs: Bool) async throws -> String? {
        guard let row = try await link(secret, kinds: [Self.proof, Self.back]) else { throw ServiceError.notFound }
        let visit = try SecretToken.generate(house.store.random)
        let (at, notice) = (house.now, house.store.newID())
        let index = try row.blob("address_index")
        let token = try row.blob("token")
        let concern = try row.optionalRecordID("concern_id")
        let act = ActOfPerson(.alter, actorText: "", at: at, purpose: "work_address", codes: ["theirs": isTheirs ? "yes" : "no"])
        try await house.store.write(act) { transaction in
            let session = transaction.session
            let used = try session.execute(
                "UPDATE work_link SET used_at = $1 WHERE token = $2 AND used_at IS NULL", [.integer(at.microseconds), .blob(token)])
            guard used == 1 else { throw ServiceError.notFound }
            if let concern {
                transaction.show("concern", concern.description)
                try session.execute(
                    "UPDATE work_proof SET answered_at = $1, is_theirs = $2 WHERE concern_id = $3",
                    [.integer(at.microseconds), .integer(isTheirs ? 1 : 0), .text(concern.description)])
                if !isTheirs, let facts = try FactsReader.facts(session, concern, now: at) {
                    try NoticeRow.insert(
                        notice, kind: .addendum, concern: concern, account: facts.takenBy, area: facts.owningArea, at: at, session)
                }
            }
            guard isTheirs else { return }
            try Self.keep(visit.hash, Self.visit, nil, index, until: at.adding(seconds: Self.visitMinutes * 60), session)
        }
        return isTheirs ? visit.text : nil
    }

    /// The address of a visit; nil where it is over.
    func address(of visit: String?) async throws -> [UInt8]? {
        guard let visit, let row = try await link(visit, kinds: [Self.visit]) else { return nil }
        return try row.blob("address_index")
    }

    private func link(_ secret: String, kinds: [String]) async throws -> SQLRow? {
        guard let hash = SecretToken(secret)?.hash else { return nil }
        let now = house.now
        let row = try await house.store.read { session in
            try session.first(
                "SELECT * FROM work_link WHERE token = $1 AND used_at IS NULL AND expires_at > $2",
                [.blob(hash), .integer(now.microseconds)])
        }
        guard let row, kinds.contains(try row.text("kind")) else { return nil }
        return row
    }

    private static func keep(
        _ hash: [UInt8], _ kind: String, _ concern: RecordID?, _ index: [UInt8], until: Instant, _ session: any SQLSession
    ) throws {
        try session.execute(
            "INSERT INTO work_link (token, kind, concern_id, address_index, expires_at) VALUES ($1, $2, $3, $4, $5)",
            [.blob(hash), .text(kind), .text(concern?.description), .blob(index), .integer(until.microseconds)])
    }

    private func index(_ address: String) -> [UInt8] { house.store.keys.blindToken("work_address", address) }

    /// An address as mail can be sent to it, in small letters; nil for what is none.
    static func address(_ typed: String) -> String? {
        let text = typed.filter { !$0.isWhitespace }.lowercased()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), text.count <= 200,
            text.utf8.allSatisfy({ (33...126).contains($0) })
        else { return nil }
        return text
    }
}
