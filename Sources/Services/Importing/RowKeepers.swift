// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Who reads and settles the rows that an import could not read. A row is a referral as a partner wrote it, so it is for whoever decides
/// on referrals, and never for the administrator or information manager who may have set the import going (DOMAIN §7.2).
extension DirectorySnapshot {
    /// The desks among an agency's own people; where it has none, such as a school, the duty managers of the region.
    func rowKeepers(of agency: RecordID, at now: Instant) -> Set<RecordID> {
        let desks = people(as: Role.desks, at: now)
        let own = desks.filter { accounts[$0]?.agency == agency }
        return own.isEmpty ? people(as: [.dutyManager], at: now) : own
    }

    /// The agencies whose rows a person keeps now.
    func agenciesKept(by actor: Actor, at now: Instant) -> Set<RecordID> {
        guard Role.desks.contains(where: { actor.holds($0) }) else { return [] }
        guard actor.holds(.dutyManager) else { return [actor.agency] }
        let withDesk = Set(people(as: Role.desks, at: now).compactMap { accounts[$0]?.agency })
        return Set(agencies.keys).subtracting(withDesk).union([actor.agency])
    }

    /// The one person who answers for a row, nobody whom it names as long as there is another: the importer, where they keep the rows of their agency; else the first in duty of those who do;
    /// else the first of them by id. With no desk in the whole region it stays with the importer, who must find one.
    func rowOwner(of text: String, importedBy importer: Actor, at now: Instant) -> RecordID {
        let all = rowKeepers(of: importer.agency, at: now)
        let unnamed = all.filter { accounts[$0].map { !$0.isNamed(in: text) } ?? true }
        let keepers = unnamed.isEmpty ? all : unnamed
        if keepers.contains(importer.account) { return importer.account }
        let onDuty = duties.filter { $0.startsAt <= now && now < $0.endsAt && keepers.contains($0.account) }
        return onDuty.min { ($0.rank, $0.account) < ($1.rank, $1.account) }?.account ?? keepers.min() ?? importer.account
    }

    private func people(as roles: [Role], at now: Instant) -> Set<RecordID> {
        Set(
            grants.compactMap { account, rows in
                let holds = rows.contains { roles.contains($0.grant.role) && $0.isInForce(at: now) }
                return holds && accounts[account]?.state == .active && isInUse(account: account, at: now) ? account : nil
            })
    }
}

extension Account {
    /// Whether the whole name or the sign-in address stands in words that software cannot read otherwise.
    func isNamed(in text: String) -> Bool {
        Naming.stands(name, in: text) || !email.isEmpty && text.lowercased().contains(AccountIndex.normalised(email: email))
    }
}
