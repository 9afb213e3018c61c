// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Vault

/// What the store holds of an account's secrets.
struct SignInCandidate: Sendable {
    let id: RecordID
    let state: String
    /// The password's hash; empty where none was chosen yet.
    let password: String
    /// The sealed secret of the authenticator.
    let totp: [UInt8]?
    /// The step of the last code used, -1 before the first.
    let lastStep: Int64

    private init(_ row: SQLRow) throws {
        id = try row.recordID("id")
        state = try row.text("state")
        password = try row.optionalText("password") ?? ""
        totp = try row.optionalBlob("totp")
        lastStep = try row.integer("totp_step")
    }

    static func find(login: [UInt8], in session: any SQLSession) throws -> SignInCandidate? {
        try session.first("SELECT * FROM account WHERE login_index = $1", [.blob(login)]).map { try SignInCandidate($0) }
    }

    static func find(_ id: RecordID, in session: any SQLSession) throws -> SignInCandidate? {
        try session.first("SELECT * FROM account WHERE id = $1", [.text(id.description)]).map { try SignInCandidate($0) }
    }

    /// The authenticator; nil where none is enrolled.
    func openTOTP(_ house: House) throws -> TOTP? {
        guard let totp else { return nil }
        return TOTP(secret: try house.store.keys.master.subkey(.accounts).open(totp, context: Self.totpContext(id)))
    }

    /// Seals an authenticator's secret for its account alone.
    static func seal(_ totp: TOTP, of account: RecordID, _ house: House) throws -> [UInt8] {
        try house.store.keys.master.subkey(.accounts).seal(totp.secret, context: totpContext(account), randomness: house.store.random)
    }

    private static func totpContext(_ account: RecordID) -> SealContext {
        SealContext(kind: "account.totp", id: account.description, version: 1, format: 1)
    }
}

extension SignedIn {
    /// A session as its middleware and pages need it.
    init(_ actor: Actor, _ entry: Account, session: RecordID, in snapshot: DirectorySnapshot) {
        let areas = Set(actor.grants.compactMap(\.area)).map { snapshot.name(ofArea: $0) }
        let teams = Set(actor.grants.compactMap(\.team)).compactMap { snapshot.teams[$0]?.name }
        let places = areas.sorted() + teams.sorted()
        self.init(
            actor: actor, name: entry.name, post: entry.post, session: session,
            place: places.isEmpty ? snapshot.name(ofAgency: entry.agency) : places.joined(separator: ", "))
    }
}
