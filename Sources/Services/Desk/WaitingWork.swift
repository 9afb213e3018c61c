// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

/// How much waits for a person, as numbers: for the front page. Nobody's record is read for it.
public struct WaitingWork: Sendable, Hashable {
    /// Concerns of my areas that wait for a decision; nil where I have no queue.
    public var undecided: Int?
    /// Of these, taken by nobody.
    public var untaken = 0
    /// Of these, received since I last looked at the queue.
    public var fresh = 0
    /// Of these, past their hard limit.
    public var passed = 0
    /// Hand-overs to my teams that nobody has answered; nil where I have no team.
    public var handOvers: Int?
    /// What climbs the out-of-hours chain and is mine to take; nil where nothing is ever mine to take.
    public var climbing: Int?
    /// Areas without a named co-ordinator on duty, of mine or, for whoever changes the directory, of the region.
    public var uncovered: [Area] = []
}

extension House {
    /// What waits for a person now.
    public func waiting(_ actor: Actor) async throws -> WaitingWork {
        var work = WaitingWork()
        let at = now
        func may(_ action: Action) -> Bool { AccessPolicy.decide(actor, action).isAllowed }
        let areas = Role.desks.reduce(into: Set<String>()) { $0.formUnion(actor.areas(as: $1)) }
        if may(.seeQueue) {
            let figures = try await store.read { session in
                try QueueFigures(session, actor, areas: areas, now: at, since: DeskLook.since(session, actor, now: at))
            }
            (work.undecided, work.untaken, work.passed) = (figures.counts[.open], figures.unowned, figures.counts[.passed] ?? 0)
            work.fresh = figures.fresh
        }
        if may(.seeTeamWork) { work.handOvers = try await unansweredHandOvers(actor, at) }
        if may(.takeEscalation) { work.climbing = try await escalations.list(actor).count }
        work.uncovered = directory.snapshot.uncoveredAreas(at: at).filter { may(.changeDirectory) || areas.contains($0.code) }
        return work
    }

    private func unansweredHandOvers(_ actor: Actor, _ at: Instant) async throws -> Int {
        let teams = actor.teams(as: .investigator).sorted().map { SQLValue.text($0.description) }
        guard !teams.isEmpty else { return 0 }
        let scope = ScopeSQL(AccessPolicy.scope(actor, .answerHandOver), first: teams.count + 1, now: at)
        return try await store.read { session in
            Int(
                try session.integer(
                    """
                    SELECT count(*) AS n FROM hand_over t JOIN concern c ON c.id = t.concern_id
                    WHERE t.team_id IN (\(SQLDialect.placeholders(teams.count))) AND t.state = 'offered' AND \(scope.text)
                    """, teams + scope.arguments))
        }
    }
}
