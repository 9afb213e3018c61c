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
            DeskAddresses.seen.handle { request in
                if let moment = request.form.text(DeskFirst.field).flatMap({ Int64($0) }) {
                    try await house.desk.seen(try request.actor, upTo: Instant(microseconds: moment))
                }
                return .seeOther(DeskAddresses.queue.url)
            },
            DeskAddresses.saveView.handle(saveView),
            DeskAddresses.removeView.handle { request, view in
                // Taken away twice, or by a colleague meanwhile: it is gone, which is what was asked for.
                do { try await house.desk.removeView(try request.actor, view) } catch ServiceError.notFound {}
                return Done.viewRemoved.then(DeskAddresses.queue.url)
            },
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
        .page(try await screen(request, QueueAddress.filter(request.query)).page(Done.notice(request)))
    }

    @Sendable private func saveView(_ request: WebRequest) async throws -> Reply {
        let filter = QueueAddress.filter(request.form)
        do {
            try await house.desk.saveView(
                try request.actor, name: request.form.text("name") ?? "", filter, forDeskOf: request.form.text("desk"))
        } catch ServiceError.invalid(let faults) {
            var screen = try await screen(request, filter)
            screen.typed = request.form
            screen.viewErrors = faults.map { fault in
                let words: Sentence =
                    fault.reason == .tooMany
                    ? "You have as many views as one person can have. Remove one first."
                    : fault.reason == .missing ? "Give the view a name" : Explaining.message(fault.reason)
                return FormError(fault.field, words)
            }
            return .page(screen.page(nil), status: 422)
        }
        return Done.viewSaved.then(QueueAddress.url(filter) { _ in })
    }

    private func screen(_ request: WebRequest, _ filter: QueueFilter) async throws -> QueueScreen {
        let actor = try request.actor
        let queue = try await house.desk.queue(actor, filter)
        let directory = house.directory.snapshot
        let mine = actor.areas(as: .coordinator).union(actor.areas(as: .dutyManager))
        return QueueScreen(
            queue: queue, filter: filter, areas: directory.areasInForce(at: request.now).filter { mine.contains($0.code) },
            directory: directory,
            standard: house.standard, canTakeEscalations: AccessPolicy.decide(actor, .takeEscalation).isAllowed,
            views: try await house.desk.views(actor))
    }
}
