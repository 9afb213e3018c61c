// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

/// What a person still owns: how much of each kind, and nothing of what is in it, because whoever asks may read none of it.
public struct Leftovers: Sendable, Hashable {
    /// Concerns that the person has taken and not decided.
    public var taken = 0
    /// Open cases that the person is on.
    public var cases = 0
    /// Of these, those that nobody else is on.
    public var casesAlone = 0
    /// Open actions of cases.
    public var actions = 0
    /// Rows of imports that could not be read.
    public var rows = 0
    /// Hand-overs that the person made and nobody has answered: if one is refused, they would be told.
    public var handOvers = 0
    /// Shifts that are not over.
    public var shifts = 0

    /// Whether there is nothing.
    public var isEmpty: Bool { self == Leftovers() }
    /// How many things in all.
    public var total: Int { taken + cases + actions + rows + handOvers + shifts }

    /// Nothing.
    public init() {}
}

/// The rows behind `Leftovers`.
struct LeftoverRows: Sendable {
    let taken: [SQLRow]
    let cases: [SQLRow]
    let actions: [SQLRow]
    let rows: [SQLRow]
    let handOvers: [SQLRow]

    init(_ session: any SQLSession, of account: RecordID) throws {
        let key: [SQLValue] = [.text(account.description)]
        taken = try session.query(
            "SELECT c.id FROM concern c WHERE c.taken_by = $1 AND c.status IN ('new', 'taken', 'returned') ORDER BY c.id", key)
        cases = try session.query(
            """
            SELECT m.case_id, m.concern_id, (SELECT count(*) FROM case_member o WHERE o.case_id = m.case_id AND o.left_at IS NULL) AS members
            FROM case_member m JOIN case_file f ON f.id = m.case_id
            WHERE m.account_id = $1 AND m.left_at IS NULL AND f.state = 'open' ORDER BY m.case_id
            """, key)
        actions = try session.query(
            """
            SELECT a.id, a.case_id, a.set_at, f.concern_id FROM case_action a JOIN case_file f ON f.id = a.case_id
            WHERE a.owner_id = $1 AND a.state = 'open' AND f.state = 'open' ORDER BY a.id
            """, key)
        rows = try session.query("SELECT id, agency_id FROM unreadable_row WHERE owner_id = $1 AND state = 'open' ORDER BY id", key)
        handOvers = try session.query(
            """
            SELECT h.id, h.concern_id FROM hand_over h JOIN concern c ON c.id = h.concern_id
            WHERE h.offered_by = $1 AND h.state = 'offered' AND c.status <> 'closed' ORDER BY h.id
            """, key)
    }

    func leftovers(shifts: Int) throws -> Leftovers {
        var found = Leftovers()
        (found.taken, found.cases, found.actions) = (taken.count, cases.count, actions.count)
        found.casesAlone = try cases.count { try $0.int("members") == 1 }
        (found.rows, found.handOvers, found.shifts) = (rows.count, handOvers.count, shifts)
        return found
    }
}

extension DirectoryDesk {
    /// What a person still owns. Throws `refused`, `notFound`.
    public func leftovers(_ actor: Actor, of account: RecordID) async throws -> Leftovers {
        try await house.authorise(actor, .changeDirectory)
        guard house.directory.snapshot.accounts[account] != nil else { throw ServiceError.notFound }
        let rows = try await house.store.read { session in try LeftoverRows(session, of: account) }
        return try rows.leftovers(shifts: shifts(of: account).count)
    }

    func shifts(of account: RecordID) -> [Duty] {
        house.directory.snapshot.duties.filter { $0.account == account && house.now < $0.endsAt }
    }

    /// The people to whom something could be handed: in use, with a desk or a team. What each may take is asked for each thing.
    public func successors(of account: RecordID) -> [Account] {
        let snapshot = house.directory.snapshot, now = house.now
        return snapshot.accounts.values.filter { entry in
            entry.id != account
                && snapshot.actor(entry.id, at: now).map { $0.holds(.investigator) || Role.desks.contains(where: $0.holds) }
                    ?? false
        }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}
