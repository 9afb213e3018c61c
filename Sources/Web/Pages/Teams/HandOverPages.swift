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
                let part: HandOverInbox.Part = request.query["answered"] == "yes" ? .answered : .waiting
                let page = min(max(request.query["page"].flatMap { Int($0) } ?? 1, 1), 100_000) - 1
                let inbox = try await house.handOvers.inbox(try request.actor, part, page: page)
                let house = house
                let screen = HandOverScreen(
                    inbox: inbox, standard: { $0.isEmpty ? house.standard : house.standard($0) }, now: request.now)
                return .page(screen.page(Done.notice(request)))
            },
            TeamAddresses.accept.handle { request, id in
                try await WayBack.to(HandOverScreen.url(.answered), "See who answered") {
                    let file = try await house.handOvers.accept(try request.actor, id)
                    guard let file else { return Done.acceptedFirst.then(TeamAddresses.inbox.url) }
                    return Done.accepted.then(TeamAddresses.file.url(file.reference))
                }
            },
            TeamAddresses.refuse.handle { request, id in
                .page(try await WayBack.to(HandOverScreen.url(.answered), "See who answered") { try await refusal(request, id) }.page())
            },
            TeamAddresses.confirmRefusal.handle { request, id in
                try await WayBack.to(HandOverScreen.url(.answered), "See who answered") {
                    try await refusal(request, id).answer(request) {
                        try await house.handOvers.refuse(
                            try request.actor, id, reason: request.form["reason"] ?? "", words: request.form["words"] ?? "")
                        return Done.refused.then(TeamAddresses.inbox.url)
                    }
                }
            },
        ]
    }

    private func refusal(_ request: WebRequest, _ id: RecordID) async throws -> FormSheet {
        let row = try await house.handOvers.offered(try request.actor, id)
        let handOver = row.handOver
        let words = row.about?.firstWords ?? ""
        let reasons = house.standard.list(.refusalReason).codes.map {
            Choice($0.code, Sentence(verbatim: $0.label), hint: $0.help.map { Sentence(verbatim: $0) })
        }
        return FormSheet(
            title: "Refuse the hand-over of concern \(handOver.reference)", caption: row.about?.subjectName.map { Sentence(verbatim: $0) },
            action: TeamAddresses.confirmRefusal.url(id),
            back: TeamAddresses.inbox.url,
            section: .handOvers,
            intro: """
                <p>\(say: "To \(handOver.teamName), offered by \(HandOverLine.name(handOver.offeredBy, row.agency)).")</p>\
                \(words.isEmpty ? nil : "<blockquote class=\"said\">\(words)</blockquote>" as HTML)\
                \(row.reason.map { "<p>\(say: "Why it was decided so: \(HandOverLine.shortened($0))")</p>" as HTML })<p>\
                \(say: "It goes back to the desk at once, marked urgent, with your name and your reason.")</p>
                """,
            fields: [
                SheetField(name: "reason", label: "Why?") { typed, errors in
                    Choices(name: "reason", legend: "Why?", choices: reasons, chosen: typed.all("reason"), error: errors["reason"]).html
                },
                SheetField(name: "words", label: "In your words") { typed, errors in
                    TextField(
                        name: "words", label: "In your words", value: typed["words"], hint: "Say who should lead instead, if you know.",
                        error: errors["words"], lines: 4, autocomplete: "off"
                    ).html
                },
            ], button: Button("Refuse it", weight: .danger))
    }
}
