// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Synchronization

/// Lets the region live: everything that is planned is done through `Services` by the person whose work it is, in the order of its time.
struct Telling: Sendable {
    let house: House
    let clock: DemoClock
    let directory: DemoDirectory
    let moments: Moments
    let seed: UInt64
    private let told = Told()

    init(_ house: House, clock: DemoClock, directory: DemoDirectory, moments: Moments, seed: UInt64) {
        self.house = house
        self.clock = clock
        self.directory = directory
        self.moments = moments
        self.seed = seed
    }

    /// Things done together; those of one concern in their order. Enough of them that the store commits in groups, few enough that what
    /// lies days apart is also written in that order.
    private static let together = 256

    /// Does everything up to `today`. `progress` gets the part done, 0 to 1, and the month it is.
    func tell(_ concerns: [PlannedConcern], until today: Instant, progress: @Sendable (Double, PartialDate) -> Void) async throws {
        let events = Self.events(concerns, until: today)
        var next = 0
        while next < events.count {
            let part = events[next..<min(next + Self.together, events.count)]
            // What jobs do besides sees the time at which this part begins.
            if let first = part.first { clock.set(first.at) }
            let groups = Dictionary(grouping: part, by: \.concern).sorted { $0.key < $1.key }.map(\.value)
            _ = try await Many.do(groups) { group in
                for event in group { try await clock.at(event.at) { try await act(event, concerns[event.concern]) } }
            }
            next += part.count
            if let last = part.last { progress(Double(next) / Double(events.count), moments.day(last.at)) }
        }
        clock.set(today)
    }

    private struct Event: Sendable {
        let at: Instant
        let concern: Int
        /// Nil for the report itself.
        let step: Course.Step?
    }

    /// Everything that happens, by time. A step that lies before the one it follows waits for it.
    private static func events(_ concerns: [PlannedConcern], until today: Instant) -> [Event] {
        var events: [Event] = []
        for (number, concern) in concerns.enumerated() {
            events.append(Event(at: concern.at, concern: number, step: nil))
            for (at, step) in concern.course.steps.sorted(by: { $0.at < $1.at }) where at < today {
                events.append(Event(at: max(at, concern.at), concern: number, step: step))
            }
        }
        return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private func act(_ event: Event, _ planned: PlannedConcern) async throws {
        guard let step = event.step else {
            let receipt = try await house.reporting.submit(
                try directory.actor(planned.reporter), planned.report, channel: planned.channel, idempotencyKey: planned.key)
            told.note(event.concern, receipt, household: planned.household)
            return
        }
        guard let concern = told.concern(event.concern) else { return }
        let desk = try directory.actor(decider(event.concern, planned, at: event.at))
        switch step {
        case .take: try await house.desk.take(desk, concern.id, takeOver: true)
        case .answerMatches: try await answerMatches(desk, concern)
        case .decide(let outcome, let threshold, let reason, let also):
            let result = try await house.desk.decide(
                desk, concern.id,
                DecisionInput(
                    outcome: outcome, threshold: threshold, reason: reason, alsoReceive: teams(also),
                    gateAnswers: ["other_victims_considered": "yes", "adult_wishes_followed": "follows"], version: 1))
            if result == .proposed { try await confirm(concern, proposedBy: decider(event.concern, planned, at: event.at), planned.area) }
        case .refuse(let reason, let words):
            guard let lead = try await handOvers(desk, concern).first(where: \.leads) else { return }
            try await house.handOvers.refuse(
                try directory.actor(directory.worker(ofTeam: lead.team)), lead.id, reason: reason, words: words)
        case .accept: try await accept(event, desk, concern)
        case .reply(let chosen, let words): try await house.feedback.reply(desk, concern.id, chosen: chosen, words: words)
        case .work, .setAction, .finishActions, .close: try await work(step, at: event.at, event.concern)
        }
    }

    /// The second named person of the desk confirms what the first has proposed.
    private func confirm(_ concern: Told.Concern, proposedBy first: String, _ area: String) async throws {
        let second = try directory.actor((first.hasPrefix("triage-") ? "coordinator-" : "triage-") + area)
        let view = try await house.desk.concern(second, reference: concern.reference, purpose: "desk")
        guard let proposal = view.proposals.last(where: { $0.state == .waiting }) else { return }
        try await house.desk.confirm(second, proposal: proposal.id)
    }

    /// The teams of a kind.
    private func teams(_ kind: String?) -> [RecordID] {
        house.directory.snapshot.teams.values.filter { $0.kind == kind }.map(\.id).sorted()
    }

    /// Who decides: the co-ordinator or the triage officer of the area; out of hours, now and then, the duty manager.
    private func decider(_ number: Int, _ planned: PlannedConcern, at: Instant) -> String {
        var dice = Dice(seed: seed, "decider", number)
        if !moments.time.isWorking(at: planned.at), dice.chance(25) { return dice.pick(["duty-1", "duty-2"]) }
        return (dice.chance(55) ? "coordinator-" : "triage-") + planned.area
    }

    /// The hand-overs that nobody has answered, the lead's first.
    private func handOvers(_ desk: Actor, _ concern: Told.Concern) async throws -> [HandOverView] {
        let view = try await house.desk.concern(desk, reference: concern.reference, purpose: "check_hand_overs")
        return view.handOvers.filter { $0.state == .offered }.sorted { ($0.leads ? 0 : 1, $0.id) < ($1.leads ? 0 : 1, $1.id) }
    }

    /// A named person in each team accepts, some minutes apart.
    private func accept(_ event: Event, _ desk: Actor, _ concern: Told.Concern) async throws {
        for (place, handOver) in try await handOvers(desk, concern).enumerated() {
            let key = try directory.worker(ofTeam: handOver.team)
            let file = try await clock.at(event.at.adding(seconds: Double(place) * 420)) {
                try await house.handOvers.accept(try directory.actor(key), handOver.id)
            }
            told.note(event.concern, file: file, key, leads: handOver.leads)
        }
    }

    /// Says of matches what is true: a real desk would have asked.
    private func answerMatches(_ desk: Actor, _ concern: Told.Concern) async throws {
        let view = try await house.desk.concern(desk, reference: concern.reference, purpose: "decide")
        for piece in view.pieces.prefix(3) where piece.shown != .exists {
            guard let match = piece.matches.first, match.answer == nil else { continue }
            let isSame = concern.household != nil && told.household(of: piece.concern) == concern.household
            let answer = isSame ? "same" : match.weight > 12 ? "cant_tell" : "not_same"
            try await house.matching.answer(desk, concern: concern.id, record: match.record, other: match.otherRecord, answer: answer)
        }
    }

    /// Works the case, where one was opened.
    private func work(_ step: Course.Step, at: Instant, _ number: Int) async throws {
        guard let file = told.file(number) else { return }
        let lead = try directory.actor(file.lead)
        switch step {
        case .work(let kind, let words):
            try await house.casework.addEvent(lead, file.id, kind: kind, happened: moments.day(at.adding(seconds: -86_400)), words: words)
        case .setAction(let words, let days):
            var dice = Dice(seed: seed, "owner", number)
            let owner = try directory.actor(dice.pick(file.members, otherwise: file.lead)).account
            try await house.casework.addAction(lead, file.id, words: words, owner: owner, dueAt: at.adding(seconds: Double(days) * 86_400))
        case .finishActions:
            let view = try await house.casework.caseFile(lead, reference: file.reference, purpose: "work")
            for action in view.actions where action.outcome == nil {
                try await house.casework.finishAction(
                    lead, action.id, outcome: "done", words: "Done; what was found stands on the timeline.")
            }
        case .close(let outcome, let reason):
            try await house.casework.close(
                lead, file.id, outcome: outcome, reason: reason,
                gateAnswers: [
                    "other_victims_considered": "yes", "suspect_access_considered": "no", "turning_18_considered": "no",
                    "transition_plan": "yes",
                ],
                gateReasons: [
                    "other_victims_considered": "Brothers, sisters and friends were spoken to.",
                    "suspect_access_considered": "He lives elsewhere and meets no child.",
                    "turning_18_considered": "Adult services have been told, with a plan.",
                ])
        case .take, .answerMatches, .decide, .refuse, .accept, .reply: break
        }
    }
}
