// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Receiving what a desk hands over: a named person accepts, or refuses with a reason.
struct HandOverPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            TeamAddresses.inbox.handle { request in
                let answered = request.query["answered"] == "yes"
                let list = try await house.handOvers.inbox(try request.actor, includeAnswered: answered)
                let screen = HandOverScreen(handOvers: list, withAnswered: answered, standard: house.standard, now: request.now)
                return .page(screen.page(Done.notice(request)))
            },
            TeamAddresses.accept.handle { request, id in
                try await WayBack.to(TeamAddresses.inbox.url.with("answered", "yes"), "See who answered") {
                    let file = try await house.handOvers.accept(try request.actor, id)
                    return Done.accepted.then(file.map { TeamAddresses.file.url($0.reference) } ?? TeamAddresses.inbox.url)
                }
            },
            TeamAddresses.refuse.handle { request, id in .page(try await refusal(request, id).page()) },
            TeamAddresses.confirmRefusal.handle { request, id in
                try await refusal(request, id).answer(request) {
                    try await WayBack.to(TeamAddresses.inbox.url.with("answered", "yes"), "See who answered") {
                        try await house.handOvers.refuse(
                            try request.actor, id, reason: request.form["reason"] ?? "", words: request.form["words"] ?? "")
                        return Done.refused.then(TeamAddresses.inbox.url)
                    }
                }
            },
        ]
    }

    private func refusal(_ request: WebRequest, _ id: RecordID) async throws -> FormSheet {
        let list = try await house.handOvers.inbox(try request.actor, includeAnswered: true)
        guard let handOver = list.first(where: { $0.id == id }) else { throw Problem.notFound }
        let reasons = house.standard.list(.refusalReason).codes.map {
            Choice($0.code, Sentence(verbatim: $0.label), hint: $0.help.map { Sentence(verbatim: $0) })
        }
        return FormSheet(
            title: "Refuse the hand-over of concern \(handOver.reference)", action: TeamAddresses.confirmRefusal.url(id),
            back: TeamAddresses.inbox.url,
            section: .handOvers,
            intro: """
                <p>\(say: "To \(handOver.teamName), offered by \(handOver.offeredBy).") \
                \(say: "It goes back to the desk at once, marked urgent, with your name and your reason.")</p>
                """,
            fields: [
                SheetField(name: "reason") { typed, errors in
                    Choices(name: "reason", legend: "Why?", choices: reasons, chosen: typed.all("reason"), error: errors["reason"]).html
                },
                SheetField(name: "words") { typed, errors in
                    TextField(
                        name: "words", label: "In your words", value: typed["words"], hint: "Say who should lead instead, if you know.",
                        error: errors["words"], lines: 4, autocomplete: "off"
                    ).html
                },
            ], button: Button("Refuse it", weight: .danger))
    }
}
