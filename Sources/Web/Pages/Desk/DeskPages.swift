// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The queue, and what nobody has taken on.
struct DeskPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DeskAddresses.queue.handle(queue),
            DeskAddresses.escalations.handle { request in
                let list = try await house.escalations.list(try request.actor)
                return .page(EscalationScreen.page(list, house.directory.snapshot, Done.notice(request), now: request.now))
            },
            DeskAddresses.takeEscalation.handle { request, id in
                let actor = try request.actor
                return try await WayBack.to(DeskAddresses.escalations.url, "See what nobody has taken on") {
                    try await house.escalations.take(actor, id)
                    return Done.escalationTaken.then(DeskAddresses.escalations.url)
                }
            },
        ]
    }

    @Sendable private func queue(_ request: WebRequest) async throws -> Reply {
        let actor = try request.actor
        let filter = QueueAddress.filter(request.query)
        let queue = try await house.desk.queue(actor, filter)
        let directory = house.directory.snapshot
        let mine = actor.areas(as: .coordinator).union(actor.areas(as: .dutyManager))
        let screen = QueueScreen(
            queue: queue, filter: filter, areas: directory.areasInForce(at: request.now).filter { mine.contains($0.code) },
            directory: directory,
            standard: house.standard, canTakeEscalations: AccessPolicy.decide(actor, .takeEscalation).isAllowed)
        return .page(screen.page(Done.notice(request)))
    }
}
