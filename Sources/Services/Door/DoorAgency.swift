// SPDX-License-Identifier: Apache-2.0
import Safeguarding

extension DirectorySnapshot {
    /// Whose record a report from the public is: the agency of the desk that decides on it. That is the agency of whoever is on duty there,
    /// else that of the area's safeguarding hub, else any that is in the directory.
    func deskAgency(ofArea area: String?, at now: Instant) -> RecordID? {
        let duty = area.flatMap { onDuty($0, at: now).lazy.compactMap { self.accounts[$0.account]?.agency }.first }
        let hub = team(kind: Self.hub, area: area, at: now)?.agency
        return duty ?? hub ?? agencies.values.filter { $0.isInForce(at: now) }.min { $0.id < $1.id }?.id
    }

    private static let hub = "triage_desk"

    /// The desk to name where nobody has said where they live: the first by name at which a named person is on duty, else the first at all.
    func openDesk(at now: Instant) -> Area? {
        let areas = areasInForce(at: now)
        return areas.first { onDuty($0.code, at: now).first?.rank == 0 } ?? areas.first
    }
}
