// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage

extension House {
    /// Throws `refused` unless the person may do this. A refusal stands in the ledger.
    func authorise(_ actor: Actor, _ action: Action) async throws {
        guard AccessPolicy.decide(actor, action).isAllowed else {
            try await recordRefusal(actor, action, concern: nil)
            throw ServiceError.refused(action: action, ask: contact(for: actor))
        }
    }

    /// For pages that ask or show something before a use case is called: throws `refused` unless the person may do this, to some concern
    /// at least where it is about one. A refusal stands in the ledger.
    public func admit(_ actor: Actor, to action: Action) async throws {
        guard action.isAboutConcern else { return try await authorise(actor, action) }
        guard AccessPolicy.couldAllow(actor, action) else {
            try await recordRefusal(actor, action, concern: nil)
            throw ServiceError.refused(action: action, ask: contact(for: actor))
        }
    }

    /// Inside a transaction: the facts of a concern and the policy's answer. Throws `notFound` where the person may not even know of it.
    func authorise(
        _ session: any SQLSession, _ actor: Actor, _ action: Action, _ concern: RecordID, orKnowOfIt known: Bool = true
    ) throws -> (ConcernFacts, AccessPolicy.Decision) {
        guard let facts = try FactsReader.facts(session, concern, now: now) else { throw ServiceError.notFound }
        let decision = AccessPolicy.decide(actor, action, facts)
        if decision.isAllowed { return (facts, decision) }
        if known, mayKnow(actor, facts) {
            throw ServiceError.refused(action: action, ask: facts.owningArea.flatMap { directory.snapshot.areas[$0]?.contact })
        }
        throw ServiceError.notFound
    }

    /// The same for an act: its ledger entry names the role that allowed it.
    func authorise(
        _ transaction: WriteTransaction, _ actor: Actor, _ action: Action, _ concern: RecordID, orKnowOfIt known: Bool = true
    ) throws -> (ConcernFacts, AccessPolicy.Decision) {
        let (facts, decision) = try authorise(transaction.session, actor, action, concern, orKnowOfIt: known)
        transaction.act(as: decision)
        return (facts, decision)
    }

    /// Whether a person may know that a concern exists, without reading it.
    func mayKnow(_ actor: Actor, _ facts: ConcernFacts) -> Bool {
        [Action.readConcern, .readOwnReport, .openInEmergency, .workCase, .answerHandOver].contains {
            AccessPolicy.decide(actor, $0, facts).isAllowed
        }
    }

    /// Writes a refusal to the ledger.
    func recordRefusal(_ actor: Actor, _ action: Action, concern: RecordID?, outcome: String = "refused") async throws {
        let act = ActOfPerson(.refuse, by: actor, to: nil, at: now, purpose: action.rawValue, outcome: outcome)
        try await store.write(act) { transaction in
            if let concern { transaction.show("concern", concern.description) }
        }
        RefusalNote.noteRecorded()
    }

    /// Runs a read or act and writes a refusal to the ledger if it ends in one.
    func recordingRefusals<T: Sendable>(
        _ actor: Actor, _ concern: RecordID? = nil, _ body: () async throws -> T
    ) async throws -> T {
        do {
            return try await body()
        } catch let error as ServiceError {
            if case .refused(let action, _) = error { try await recordRefusal(actor, action, concern: concern) }
            if case .notFound = error, let concern { RefusalNote.noteAbout(concern) }
            throw error
        }
    }

    /// Whom a person asks who may not do something: the desk of their own area, else any desk.
    func contact(for actor: Actor) -> DeskContact? {
        let snapshot = directory.snapshot
        let area =
            actor.grants.lazy.compactMap(\.area).first ?? actor.grants.lazy.compactMap(\.team).first.flatMap { snapshot.teams[$0]?.area }
        return area.flatMap { snapshot.areas[$0]?.contact } ?? snapshot.areasInForce(at: now).first?.contact
    }
}
