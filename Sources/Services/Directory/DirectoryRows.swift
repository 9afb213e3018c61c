// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// The rows of the directory as they stand in one snapshot of the store; opened outside it.
struct DirectoryRows: Sendable {
    let keys: [SQLRow]
    let agencies: [SQLRow]
    let areas: [SQLRow]
    let teams: [SQLRow]
    let accounts: [SQLRow]
    let grants: [SQLRow]
    let duties: [SQLRow]
    let agreements: [SQLRow]

    init(_ session: any SQLSession) throws {
        keys = try session.query("SELECT agency_id, wrapped FROM agency_key")
        agencies = try session.query(Self.sealed("agency"))
        areas = try session.query(Self.sealed("area"))
        teams = try session.query(Self.sealed("team"))
        accounts = try session.query(Self.sealed("account"))
        grants = try session.query("SELECT * FROM role_grant ORDER BY id")
        duties = try session.query("SELECT * FROM duty ORDER BY starts_at, id")
        agreements = try session.query(Self.sealed("share_agreement") + " ORDER BY t.valid_from, t.id")
    }

    /// A SELECT of a sealed table of the directory with each row's wrapped key.
    static func sealed(_ table: String) -> String {
        let key = SealedRecord.join("t")
        return "SELECT t.*, \(key.columns) FROM \(table) t \(key.join)"
    }
}

extension Agency {
    init(_ row: SQLRow, _ document: AgencyDocument) throws {
        self.init(
            id: try row.recordID("id"), kind: try row.text("kind"), legalRegime: try row.text("legal_regime"),
            shareRule: try row.text("share_rule"), retentionClass: try row.text("retention_class"), name: document.name,
            validFrom: try row.instant("valid_from"), validTo: try row.optionalInstant("valid_to"))
    }
}

extension Area {
    init(_ row: SQLRow, _ document: AreaDocument) throws {
        self.init(
            id: try row.recordID("id"), code: try row.text("code"), name: document.name, deskName: document.deskName,
            deskPhone: document.deskPhone, deskHours: document.deskHours, validFrom: try row.instant("valid_from"),
            validTo: try row.optionalInstant("valid_to"))
    }
}

extension Team {
    init(_ row: SQLRow, _ document: TeamDocument) throws {
        self.init(
            id: try row.recordID("id"), kind: try row.text("kind"), agency: try row.recordID("agency_id"),
            area: try row.optionalText("area"), name: document.name, phone: document.phone, hours: document.hours,
            validFrom: try row.instant("valid_from"), validTo: try row.optionalInstant("valid_to"))
    }
}

extension Account {
    init(_ row: SQLRow, _ document: AccountDocument) throws {
        // A state that this program doesn't know lets nobody in.
        self.init(
            id: try row.recordID("id"), agency: try row.recordID("agency_id"), state: State(rawValue: try row.text("state")) ?? .disabled,
            name: document.name, email: document.email, post: document.post, phone: document.phone,
            createdAt: try row.instant("created_at"), isSystem: document.isSystem)
    }
}

extension GrantRow {
    /// Nil where the role is one that this program doesn't know: it gives nothing.
    init?(_ row: SQLRow) throws {
        guard let role = Role(rawValue: try row.text("role")) else { return nil }
        self.init(
            id: try row.recordID("id"), account: try row.recordID("account_id"),
            grant: Grant(role, area: try row.optionalText("area"), team: try row.optionalRecordID("team_id")),
            validFrom: try row.instant("valid_from"), validTo: try row.optionalInstant("valid_to"))
    }
}

extension Duty {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.recordID("id"), area: try row.text("area"), rank: try row.int("chain_rank"),
            account: try row.recordID("account_id"), startsAt: try row.instant("starts_at"), endsAt: try row.instant("ends_at"))
    }
}
