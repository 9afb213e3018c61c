// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// Whom the standard wants told as soon as a concern comes, before anybody has decided on it: the designated officer and professional standards
/// where somebody in a position of trust is thought to cause harm. They are told that there is something and which desk to ring, nothing of
/// whom; they read it once it is handed to them.
struct IntakeTelling: Sendable {
    private let house: House
    private let told: [(notice: RecordID, team: RecordID, messages: [OutboundMessage])]

    init(_ coding: ConcernCoding, reporterArea: String?, owningArea: String?, _ standard: Standard, _ house: House) {
        let read = RoutingRead(standard: standard.id.rawValue, coding: coding, reporterArea: reporterArea, owningArea: owningArea)
        let at = house.now
        self.house = house
        told = Routing.toldAtIntake(house.routingFacts(read, threshold: nil), standard).compactMap { destination in
            guard let team = house.directory.snapshot.team(kind: destination.teamKind, area: destination.area, at: at)?.id else {
                return nil
            }
            let people = house.directory.snapshot.investigators(of: team, at: at)
            return (house.store.newID(), team, people.map { house.message(.allegation, to: $0, link: "/") })
        }
    }

    /// Tells them, once for a concern, and nobody who is shut out of it: to be called once that is written.
    func write(_ concern: RecordID, in transaction: WriteTransaction, at: Instant) throws {
        guard !told.isEmpty, let facts = try FactsReader.facts(transaction.session, concern, now: at) else { return }
        let kind = NoticeKind.allegation
        for (notice, team, messages) in told {
            let before = try transaction.session.first(
                "SELECT id FROM notice WHERE concern_id = $1 AND kind = $2 AND team_id = $3 LIMIT 1",
                [.text(concern.description), .text(kind.rawValue), .text(team.description)])
            if before != nil { continue }
            try NoticeRow.insert(notice, kind: kind, concern: concern, team: team, at: at, transaction.session)
            for message in messages where message.mayGo(facts, house) { try message.write(transaction.session) }
        }
        transaction.say("told-at-intake", String(told.count))
    }
}
