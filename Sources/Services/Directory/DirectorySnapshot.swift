// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// The whole directory at one moment, opened and in memory: a few thousand rows at most.
public struct DirectorySnapshot: Sendable {
    /// Agencies by id, ended ones too.
    public var agencies: [RecordID: Agency] = [:]
    /// Areas by code, ended ones too.
    public var areas: [String: Area] = [:]
    /// Teams by id, ended ones too.
    public var teams: [RecordID: Team] = [:]
    /// Accounts by id, shut ones too.
    public var accounts: [RecordID: Account] = [:]
    /// Roles by account, ended and coming ones too.
    public var grants: [RecordID: [GrantRow]] = [:]
    /// Shifts by their beginning, past and coming ones too.
    public var duties: [Duty] = []

    /// Agreements between agencies on what is shared, ended and coming ones too.
    public var agreements: [ShareAgreement] = []

    /// An empty directory.
    public init() {}

    /// The name to show for an account; "Sentinel" for the software itself.
    public func name(of account: RecordID?) -> String { account.flatMap { accounts[$0]?.name } ?? "Sentinel" }

    /// The name to show for an agency.
    public func name(ofAgency agency: RecordID) -> String { agencies[agency]?.name ?? "An agency no longer in the directory" }

    /// The name to show for an area.
    public func name(ofArea area: String?) -> String { area.flatMap { areas[$0]?.name } ?? "Area not known" }

    /// The areas in force now, by name.
    public func areasInForce(at now: Instant) -> [Area] { areas.values.filter { $0.isInForce(at: now) }.sorted { $0.name < $1.name } }

    /// Whether there is an area of this code now.
    public func isInForce(area: String, at now: Instant) -> Bool { areas[area]?.isInForce(at: now) ?? false }

    /// Whether an account can be of use now: it is not disabled and its agency is in the directory.
    public func isInUse(account: RecordID, at now: Instant) -> Bool {
        guard let entry = accounts[account], entry.state != .disabled else { return false }
        return agencies[entry.agency]?.isInForce(at: now) ?? false
    }

    /// The grants of an account in force now.
    public func grantsInForce(_ account: RecordID, at now: Instant) -> [Grant] {
        (grants[account] ?? []).filter { $0.isInForce(at: now) }.map(\.grant)
    }

    /// The team of a kind for an area: the area's own, else the region's.
    public func team(kind: String, area: String?, at now: Instant) -> Team? {
        let fitting = teams.values.filter { $0.kind == kind && $0.isInForce(at: now) }.sorted { $0.id < $1.id }
        return fitting.first { area != nil && $0.area == area } ?? fitting.first { $0.area == nil }
    }

    /// The actor that an account is now; nil unless it is active and has a grant in force.
    public func actor(_ account: RecordID, at now: Instant, tokenScopes: Set<String>? = nil) -> Actor? {
        guard let entry = accounts[account], entry.state == .active, isInUse(account: account, at: now) else { return nil }
        let inForce = grantsInForce(account, at: now)
        guard !inForce.isEmpty else { return nil }
        return Actor(account: account, agency: entry.agency, grants: inForce, tokenScopes: tokenScopes)
    }

    /// Who is on duty for an area now, by rank.
    public func onDuty(_ area: String, at now: Instant) -> [Duty] {
        duties.filter { $0.area == area && $0.startsAt <= now && now < $0.endsAt && accounts[$0.account]?.state == .active }
            .sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
    }
}
