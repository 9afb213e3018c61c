// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// What routing needs to know of a concern, opened.
struct RoutingRead: Sendable {
    let standard: String
    let coding: ConcernCoding
    let reporterArea: String?
    let owningArea: String?

    /// The facts for limits and gates.
    func conditions(threshold: String?, _ standard: Standard) -> ConditionFacts {
        var facts = ConditionFacts(coding, thresholdMet: threshold.map { standard.isStatutory(threshold: $0) } ?? false, known: knownPlaces)
        // Of a child and an adult together, what is asked about either is asked.
        facts.ageGroups = coding.ageGroups
        return facts
    }

    /// The areas by place, as far as said.
    var areas: [ConcernPlace: [String]] {
        [.lives: coding.lives, .found: coding.found, .happened: coding.happened, .reporter: [reporterArea].compactMap { $0 }]
            .filter { !$0.value.isEmpty }
    }

    var knownPlaces: Set<ConcernPlace> { Set(areas.keys) }
}

extension Desk {
    /// Reads and codes a concern for routing, after the policy allowed `action`.
    func routingRead(_ actor: Actor, _ action: Action, _ concern: RecordID) async throws -> RoutingRead {
        let (facts, parts) = try await house.store.read { session in
            do {
                let (facts, _) = try house.authorise(session, actor, action, concern)
                return (facts, try ConcernParts(session, concern))
            } catch let error as ServiceError {
                guard case .refused = error else { throw error }
                throw try Self.decidedMeanwhile(session, concern, house) ?? error
            }
        }
        let opened = try parts.open(house, withSource: false)
        let standard = house.standard(try parts.concern.text("standard"))
        let report = ConcernReport(
            standard: standard.id.rawValue, answers: opened.answers, statements: opened.statements, mentions: opened.mentions.map(\.mention)
        )
        var coding = ConcernCoding(report, standard, on: LocalDate.today(try parts.concern.instant("received_at")))
        coding.urgency = try parts.concern.text("urgency")
        let reporter = facts.reporter.flatMap { house.directory.snapshot.grants[$0] }?.lazy.compactMap(\.grant.area).first
        return RoutingRead(standard: standard.id.rawValue, coding: coding, reporterArea: reporter, owningArea: facts.owningArea)
    }

    /// Where a decision is refused only because the concern is decided already, whoever decided it is named.
    private static func decidedMeanwhile(_ session: any SQLSession, _ concern: RecordID, _ house: House) throws -> ServiceError? {
        let row = try session.query(
            "SELECT d.decided_by, d.decided_at FROM decision d JOIN concern c ON c.id = d.concern_id WHERE c.id = $1 AND c.status NOT IN ('new', 'taken', 'returned') ORDER BY d.decided_at DESC LIMIT 1",
            [.text(concern.description)]
        ).first
        guard let row else { return nil }
        return .conflict(
            .decided(by: house.directory.snapshot.name(of: try row.optionalRecordID("decided_by")), at: try row.instant("decided_at")))
    }
}

extension House {
    /// The route with the teams of the directory in their places. A child at the threshold goes to every area where a subject lives
    /// and was found.
    func proposedRoute(_ read: RoutingRead, threshold: String?) -> ProposedRoute {
        let snapshot = directory.snapshot
        return ProposedRoute(
            stops: Routing.route(routingFacts(read, threshold: threshold), standard(read.standard)).map { destination in
                ProposedRoute.Stop(
                    teamKind: destination.teamKind, area: destination.area,
                    team: snapshot.team(kind: destination.teamKind, area: destination.area, at: now), leads: destination.duty == .lead,
                    because: destination.because.map(\.sentence))
            })
    }

    /// What routing looks at in a concern.
    func routingFacts(_ read: RoutingRead, threshold: String?) -> RoutingFacts {
        let standard = standard(read.standard)
        var facts = RoutingFacts(
            crimes: read.coding.crimes, settings: read.coding.settings, broadSettings: read.coding.broadSettings,
            ageGroup: read.coding.ageGroup, subjectKinds: [read.coding.subjectKind],
            thresholdMet: threshold.map { standard.isStatutory(threshold: $0) } ?? false, areas: read.areas)
        facts.positionsOfTrust = read.coding.positionsOfTrust
        facts.positionOfTrust = read.coding.positionOfTrust
        return facts
    }
}
