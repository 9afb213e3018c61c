// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// A hand-over about to be written: one team, its clock, and why it was chosen.
struct HandOverRow: Sendable {
    private let row: LedgeredRow
    private let seal: NewSeal
    private let notice: RecordID
    private let concern: RecordID
    private let team: RecordID
    /// Whether whoever decides sits in the team and so has it: nobody is told, and no clock runs.
    private let isOwn: Bool
    private let at: Instant
    private let messages: [OutboundMessage]
    private let house: House

    init(
        concern: RecordID, decision: RecordID, team: RecordID, leads: Bool, isOwn: Bool, because: String, urgency: String, by actor: Actor,
        at: Instant,
        house: House, standard: Standard
    ) throws {
        let id = house.store.newID()
        seal = try house.store.seal(HandOverDocument(because: because, refusal: nil), kind: "hand_over", id: id, agency: actor.agency)
        var facts = ConditionFacts()
        facts.urgencies = [urgency]
        let clock = house.due(.acceptance, facts, from: at, standard)
        notice = house.store.newID()
        self.concern = concern
        self.team = team
        self.isOwn = isOwn
        self.at = at
        self.house = house
        messages =
            isOwn
            ? [] : house.directory.snapshot.investigators(of: team, at: at).map { house.message(.handOver, to: $0, link: "/hand-overs") }
        row = LedgeredRow(
            "hand_over",
            [
                "id": .text(id.description), "concern_id": .text(concern.description), "decision_id": .text(decision.description),
                "team_id": .text(team.description), "duty": .text(leads ? RouteDuty.lead.rawValue : RouteDuty.mustReceive.rawValue),
                "state": .text((isOwn ? HandOverView.State.accepted : .offered).rawValue),
                "urgent": .flag(standard.isAboveTheRest(urgency: urgency)),
                "offered_by": .text(actor.account.description), "offered_at": .integer(at.microseconds),
                "due_good": .integer(clock.good.microseconds), "due_hard": .integer(clock.hard.microseconds),
                "answered_by": isOwn ? .text(actor.account.description) : .null, "answered_at": isOwn ? .integer(at.microseconds) : .null,
                "refusal": .null, "sealed": .blob(seal.sealed),
            ], random: house.store.random)
    }

    /// Writes it and asks the team, but for whoever is shut out of the matter; `facts` are the concern's.
    func write(_ facts: ConcernFacts, in transaction: WriteTransaction) throws {
        try transaction.insert(row)
        try transaction.session.keep(seal)
        if isOwn { return transaction.say("accepted", "own_team") }
        try NoticeRow.insert(notice, kind: .handOver, concern: concern, team: team, at: at, transaction.session)
        for message in messages where message.mayGo(facts, house) { try message.write(transaction.session) }
    }
}

extension DirectorySnapshot {
    /// The people of a team who can answer its hand-overs, now.
    func investigators(of team: RecordID, at now: Instant) -> [RecordID] {
        grants.filter { account, rows in
            isInUse(account: account, at: now)
                && rows.contains { $0.isInForce(at: now) && $0.grant.role == .investigator && $0.grant.team == team }
        }.keys.sorted()
    }
}

/// The sealed words of a hand-over.
struct HandOverDocument: Codable {
    /// Why this team: the sentences of the rules that chose it, a line each.
    var because: String
    /// Why it was refused, in the refuser's words.
    var refusal: String?

    /// The sentences of rules as they are kept: each once, a line each.
    static func joined(_ sentences: [String]) -> String {
        var seen: Set<String> = []
        return sentences.filter { seen.insert($0).inserted }.joined(separator: "\n")
    }
}
