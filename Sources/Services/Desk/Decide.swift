// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension Desk {
    /// Decides on a concern: an outcome, a reason, and for a hand-over one lead team and all who must also receive it. Where the standard
    /// wants a second named person for the outcome, it is proposed: nothing changes but that another person is asked, and the clock runs.
    ///
    /// Throws `conflict(decided)` where another was quicker, `conflict(gatesNotMet)` where the standard holds the move, `invalid` for faults.
    @discardableResult
    public func decide(_ actor: Actor, _ concern: RecordID, _ input: DecisionInput) async throws -> DecisionResult {
        try await house.recordingRefusals(actor, concern) {
            let prepared = try await prepare(actor, concern, input)
            let at = prepared.at
            let mayNeedSecond = SecondPerson.mayBeNeeded(prepared.outcome)
            let byChild = mayNeedSecond ? try await childIsSource(concern) : false
            let proposal = mayNeedSecond ? try NewProposal(actor, prepared, house) : nil
            return try await house.store.write(
                ActOfPerson(.decide, by: actor, to: .decideConcern, at: at, purpose: "decide", codes: ["outcome": input.outcome])
            ) { transaction in
                if let proposal {
                    // Counted where it is decided: a piece that came while the form was open counts.
                    let unmet = try SecondPerson.unmet(transaction.session, concern, actor, house, now: at)
                    if SecondPerson.isNeeded(prepared.outcome, childIsSource: byChild, unmet: unmet) {
                        try proposal.write(transaction, actor, house)
                        return .proposed
                    }
                }
                try Self.overtake(concern, actor, at: at, transaction)
                try write(prepared, by: actor.account, confirmedBy: nil, actor, transaction)
                return .decided
            }
        }
    }

    /// Everything about a decision that can be made ready before the transaction: checked, routed and sealed.
    struct Prepared: Sendable {
        let concern: RecordID
        let input: DecisionInput
        let outcome: Code
        let standard: String
        let id: RecordID
        let seal: NewSeal
        let answers: [GateAnswer]
        let handOvers: [HandOverRow]
        let status: ConcernStatus
        let at: Instant
        let reason: String
    }

    func prepare(_ actor: Actor, _ concern: RecordID, _ input: DecisionInput) async throws -> Prepared {
        let at = house.now
        let facts = try await routingRead(actor, .decideConcern, concern)
        let standard = house.standard(facts.standard)
        let reason = try Words.checked(input.reason, field: "reason")
        guard let outcome = standard.code(input.outcome, in: .outcome) else {
            throw ServiceError.invalid([FieldFault("outcome", .unknownCode)])
        }
        if let threshold = input.threshold, standard.code(threshold, in: .threshold) == nil {
            throw ServiceError.invalid([FieldFault("threshold", .unknownCode)])
        }
        let teams = outcome.flag("hands_over") ? try receivers(input, outcome, facts) : Receivers(lead: nil, others: [:])
        try holdGates(input, outcome, facts, teams, standard)
        let standing = facts.conditions(threshold: input.threshold, standard)
        let answers = try GateAnswer.kept(input.gateAnswers, input.gateReasons, standing, standard)
        let decision = house.store.newID()
        let seal = try house.store.seal(
            ClosingDocument(words: reason, answers: answers), kind: "decision", id: decision, agency: actor.agency)
        // What a team also receives in which the decider sits is received: nobody's clock runs for themselves. To lead is accepted apart,
        // for it opens a case.
        let own = actor.teams(as: .investigator)
        let handOvers = try teams.all.map {
            try HandOverRow(
                concern: concern, decision: decision, team: $0.team, leads: $0.leads, isOwn: !$0.leads && own.contains($0.team),
                because: $0.because,
                urgency: facts.coding.urgency, by: actor, at: at, house: house, standard: standard)
        }
        // An outcome that neither hands over nor closes (more information is needed) leaves the concern with whoever holds it.
        let status: ConcernStatus = !handOvers.isEmpty ? .handedOver : outcome.flag("closes") ? .closed : .taken
        return Prepared(
            concern: concern, input: input, outcome: outcome, standard: facts.standard, id: decision, seal: seal, answers: answers,
            handOvers: handOvers,
            status: status, at: at, reason: reason)
    }

    /// Writes a decision of one person, or of two. The policy is asked again where it is written.
    func write(
        _ prepared: Prepared, by decider: RecordID, confirmedBy second: RecordID?, _ actor: Actor, _ transaction: WriteTransaction
    ) throws {
        let session = transaction.session
        let concern = prepared.concern
        let at = prepared.at
        let (facts, _) = try house.authorise(transaction, actor, .decideConcern, concern)
        let unmatched = UnansweredMatches(concern, ToldSQL(actor, house.directory.snapshot, first: 2, now: at))
        let unanswered = try session.integer(unmatched.sql, unmatched.arguments)
        try transaction.insert(
            transaction.row(
                "decision",
                [
                    "id": .text(prepared.id.description), "concern_id": .text(concern.description),
                    "outcome": .text(prepared.input.outcome), "threshold": .text(prepared.input.threshold),
                    "decided_by": .text(decider.description), "decided_at": .integer(at.microseconds),
                    "unanswered_matches": .integer(unanswered), "standard": .text(prepared.standard),
                    "confirmed_by": .text(second?.description), "sealed": .blob(prepared.seal.sealed),
                ]))
        try session.keep(prepared.seal)
        for answer in prepared.answers { transaction.say("gate." + answer.gate, answer.answer) }
        for handOver in prepared.handOvers { try handOver.write(facts, in: transaction) }
        let changed = try transaction.update(
            "concern", key: [.text(concern.description)], expecting: ["version": .integer(prepared.input.version)],
            set: [
                "status": .text(prepared.status.rawValue), "outcome": .text(prepared.input.outcome),
                "decided_at": .integer(at.microseconds),
                "taken_by": .text(decider.description), "taken_at": .integer(at.microseconds),
            ])
        guard changed != nil else { throw ServiceError.conflict(.changedMeanwhile) }
        if prepared.status != .taken {
            try NoticeRow.settle([.returned, .escalation, .secondPerson], of: concern, by: actor.account, at: at, session)
        }
    }

    /// Where the standard sends the concern, team by team, if the threshold were this. Nothing is stored.
    public func proposedRoute(_ actor: Actor, _ concern: RecordID, threshold: String?) async throws -> ProposedRoute {
        try await house.recordingRefusals(actor, concern) {
            let facts = try await routingRead(actor, .readConcern, concern)
            return house.proposedRoute(facts, threshold: threshold)
        }
    }

    private func receivers(_ input: DecisionInput, _ outcome: Code, _ facts: RoutingRead) throws -> Receivers {
        let snapshot = house.directory.snapshot
        let route = house.proposedRoute(facts, threshold: input.threshold)
        guard let lead = input.lead ?? route.stops.first(where: \.leads)?.team?.id else {
            throw ServiceError.invalid([FieldFault("lead", .missing)])
        }
        // What is handed to a team that is no more would reach nobody, whatever a form says.
        for team in [lead] + input.alsoReceive where snapshot.teams[team]?.isInForce(at: house.now) != true {
            throw ServiceError.invalid([FieldFault("lead", .unknownCode)])
        }
        var others: [RecordID: String] = [:]
        for stop in route.stops {
            guard let team = stop.team?.id, team != lead else { continue }
            others[team] = HandOverDocument.joined(stop.because)
        }
        for kind in outcome.texts("notifies") where !route.stops.contains(where: { $0.teamKind == kind }) {
            if let team = snapshot.team(kind: kind, area: facts.owningArea, at: house.now)?.id, team != lead {
                others[team] = outcome.label
            }
        }
        for team in input.alsoReceive where team != lead && others[team] == nil { others[team] = "" }
        let because = HandOverDocument.joined(route.stops.filter { $0.team?.id == lead }.flatMap(\.because))
        return Receivers(lead: (lead, because), others: others)
    }

    /// The gates that the standard sets before a decision: those that block must be met, the others are asked and their answers kept.
    private func holdGates(_ input: DecisionInput, _ outcome: Code, _ facts: RoutingRead, _ teams: Receivers, _ standard: Standard) throws {
        let moves = ["decide"] + (outcome.flag("hands_over") ? ["hand_over"] : []) + (outcome.flag("closes") ? ["close_concern"] : [])
        let conditions = facts.conditions(threshold: input.threshold, standard)
        let unmet = moves.flatMap { standard.gates(before: $0, facts: conditions) }.filter { gate in
            guard gate.blocks else { return false }
            switch gate.need {
            case .answer(let list, let reasonFor):
                guard let answer = input.gateAnswers[gate.id], standard.list(list).contains(answer) else { return true }
                // Where every answer wants a reason, the decision's own is it; where only some do, it is asked beside the answer.
                let wantsOwn = reasonFor.contains(answer) && reasonFor.count < standard.list(list).codes.count
                return wantsOwn && (input.gateReasons[gate.id] ?? "").allSatisfy(\.isWhitespace)
            case .fact(.leadNamed): return outcome.flag("hands_over") && teams.lead == nil
            case .fact, .recorded: return false
            }
        }
        if !unmet.isEmpty { throw ServiceError.conflict(.gatesNotMet(Set(unmet.map(\.id)).sorted())) }
    }
}

/// The teams that a decision hands a concern to.
private struct Receivers {
    var lead: (team: RecordID, because: String)?
    var others: [RecordID: String]

    var all: [(team: RecordID, leads: Bool, because: String)] {
        let leading = lead.map { [(team: $0.team, leads: true, because: $0.because)] } ?? []
        return leading + others.sorted { $0.key < $1.key }.map { (team: $0.key, leads: false, because: $0.value) }
    }
}

/// Matches of a concern that nobody has answered: listed first at every decision. What is not to be told of is not counted either, so that
/// the figure agrees with the pieces of `PieceLink.counts`.
struct UnansweredMatches: Sendable {
    let sql: String
    let arguments: [SQLValue]

    /// `told` begins with the second placeholder.
    init(_ concern: RecordID, _ told: ToldSQL) {
        arguments = [.text(concern.description)] + told.arguments
        sql = """
            SELECT count(*) AS n FROM piece_link l JOIN concern o ON o.id = l.other_concern_id
            WHERE l.concern_id = $1 AND \(told.text) AND NOT EXISTS (SELECT 1 FROM match_answer a WHERE a.undone_at IS NULL
              AND ((a.record_id = l.record_id AND a.other_record_id = l.other_record_id)
                OR (a.record_id = l.other_record_id AND a.other_record_id = l.record_id)))
            """
    }
}
