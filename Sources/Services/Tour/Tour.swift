// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension House {
    /// The tour of a demo store; nil in any other, where there is none.
    public var tour: Tour? { settings.isDemo ? Tour(house: self) : nil }
}

/// What the tour of a demo region needs besides the use cases that everybody has: a way into its people's places, where its own report is, and
/// the verifier on an edited store. Everything else that a visitor sees is the real thing.
public struct Tour: Sendable {
    let house: House

    /// Where the report of the tour is.
    public enum Piece: Sendable, Hashable {
        /// Written, and not sent yet.
        case draft(RecordID)
        /// Sent: the concern's reference, and whether somebody has decided on it.
        case sent(reference: String, isDecided: Bool)
        /// Neither: the region was made by an earlier version, or the draft has been thrown away.
        case missing
    }

    /// Signs the visitor in as one of the tour's people: an act in the ledger like any other.
    public func enter(as role: TourRole) async throws -> SignInStep {
        guard let account = account(role) else { throw ServiceError.notFound }
        return try await house.signIn.begin(account, purpose: "tour") { _ in true } ?? .refused
    }

    /// The account of one of its people; nil in a region that has none of that name.
    public func account(_ role: TourRole) -> RecordID? {
        house.directory.snapshot.accounts.values.first { $0.email == role.rawValue }?.id
    }

    /// Where the PCSO's report stands now. Reads references alone, nothing about anybody.
    public func piece() async throws -> Piece {
        guard let account = account(.pcso) else { return .missing }
        let mine: [SQLValue] = [.text(account.description)]
        return try await house.store.read { session in
            let sent = try session.first(
                "SELECT reference, decided_at FROM concern WHERE reporter_id = $1 ORDER BY received_at DESC, id DESC LIMIT 1", mine)
            if let sent {
                return .sent(reference: try sent.text("reference"), isDecided: try sent.optionalInteger("decided_at") != nil)
            }
            let draft = try session.first("SELECT id FROM draft WHERE account_id = $1 ORDER BY started_at LIMIT 1", mine)
            return try draft.map { .draft(try $0.recordID("id")) } ?? .missing
        }
    }

    /// Changes a decision past the ledger, holds the whole store against the ledger, and takes the change back: what the verifier says of it, a
    /// sentence a finding, with how much it looked at. Empty where nothing is decided yet.
    public func verifyEdited() async throws -> TourVerification {
        let key = try house.store.keys.ledgerVerifierKey()
        do {
            try await house.store.writeWithoutEntry { session in
                let row = try session.first(
                    "SELECT id FROM decision WHERE outcome <> $1 ORDER BY decided_at DESC, id LIMIT 1", [.text(Self.editedTo)])
                guard let row else { throw Undone(result: TourVerification(rows: 0, entries: 0, findings: [])) }
                try session.execute(
                    "UPDATE decision SET outcome = $1 WHERE id = $2", [.text(Self.editedTo), .text(try row.text("id"))])
                let report = try LedgerVerification.verify(session, key: key, outside: [])
                throw Undone(
                    result: TourVerification(rows: report.rows, entries: report.entries, findings: report.findings.map(\.sentence)))
            }
        } catch let undone as Undone { return undone.result }
        return TourVerification(rows: 0, entries: 0, findings: [])
    }

    /// What whoever edits the store would like it to have been.
    private static let editedTo = "no_further_action"

    /// Takes the edit back: nothing of it is ever committed.
    private struct Undone: Error {
        let result: TourVerification
    }
}

/// What the verifier said of the edited store.
public struct TourVerification: Sendable, Hashable {
    /// Rows held against the ledger.
    public let rows: Int
    /// Entries of the ledger.
    public let entries: Int
    /// What is not as the ledger says, each in a sentence.
    public let findings: [String]
}
