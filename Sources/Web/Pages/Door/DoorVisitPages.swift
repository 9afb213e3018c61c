// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The public and child's door: coming back with a receipt.
struct DoorVisitPages: Sendable {
    let house: House

    /// Every try takes so long, right or wrong: a counter would be shared by whoever guesses and a child behind the same address.
    private static let trySeconds = 0.7

    private var ends: DoorEnds { DoorEnds(house: house) }

    /// The handlers.
    var routes: [Route] {
        [
            DoorAddresses.back.handle { request in
                let errors = DoorAgain.isAsked(request) ? [FormError("code", "Type your code")] : []
                return request.cookie(.draft) == nil ? .seeOther(DoorAddresses.front.url) : .page(ends.back(errors: errors))
            },
            DoorAddresses.visit.handle { request in
                guard let typed = request.form.text("code") else { return DoorAgain.ask(DoorAddresses.back.url) }
                try await Deadline.realSleep(Self.trySeconds)
                return Reply.seeOther(DoorAddresses.answers.url).setting(Cookie(name: .visit, value: try house.door.visit(typed)))
            },
            DoorAddresses.answers.handle { request in
                guard request.cookie(.visit) != nil else { return .seeOther(DoorAddresses.front.url) }
                let errors = DoorAgain.isAsked(request) ? [FormError("words", "Write what you want to add")] : []
                return try await shown {
                    .page(
                        ends.answers(
                            try await house.door.reading(request.cookie(.visit)), once: request.id, isAdded: request.query["more"] != nil,
                            errors: errors))
                }
            },
            DoorAddresses.add.handle { request in
                guard let visit = request.cookie(.visit) else { return .seeOther(DoorAddresses.front.url) }
                return try await shown {
                    do {
                        try await house.door.add(visit, words: request.form["words"] ?? "", once: request.form["once"] ?? "")
                        return .seeOther(DoorAddresses.answers.url.with("more", "yes"))
                    } catch ServiceError.invalid {
                        return DoorAgain.ask(DoorAddresses.answers.url)
                    } catch ServiceError.notFound { return .seeOther(DoorAddresses.answers.url) }
                }
            },
        ]
    }

    private func shown(_ page: () async throws -> Reply) async throws -> Reply {
        do { return try await page() } catch  where NotSent.isFailure(error) {
            return .page(DoorScreens(house: house).broken(typed: true), status: 503)
        }
    }
}
