// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Asking another agency for more of what it holds, and answering those who ask.
struct AskPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            SharingAddresses.asks.handle { request in
                let part = request.query["part"].flatMap(AskInbox.Part.init(rawValue:)) ?? .waiting
                let page = min(max(request.query["page"].flatMap { Int($0) } ?? 1, 1), 100_000) - 1
                let inbox = try await house.asking.inbox(try request.actor, part, page: page)
                let house = house
                return .page(AskScreen(inbox: inbox, standard: { house.standard($0) }, now: request.now).page(Done.notice(request)))
            },
            SharingAddresses.ask.handle(ask),
            SharingAddresses.answer.handle { request, id in
                .page(try await WayBack.to(AskScreen.url(.answered), "See who answered") { try await sheet(request, id) }.page())
            },
            SharingAddresses.confirm.handle { request, id in
                try await WayBack.to(AskScreen.url(.answered), "See who answered") {
                    try await sheet(request, id).answer(request) {
                        try await house.asking.answer(
                            try request.actor, id, answer: request.form["answer"] ?? "", reason: request.form["reason"] ?? "")
                        return Done.askAnswered.then(SharingAddresses.asks.url)
                    }
                }
            },
        ]
    }

    @Sendable private func ask(_ request: WebRequest, _ key: (String, RecordID)) async throws -> Reply {
        guard let record = request.form["record"].flatMap({ RecordID($0) }), let other = request.form["other"].flatMap({ RecordID($0) })
        else { throw Problem.notFound }
        let concern = DeskAddresses.concern.url(key.0)
        return try await WayBack.to(concern, "See the concern as it is now") {
            try await house.asking.ask(try request.actor, concern: key.1, record: record, other: other)
            return Done.asked.then(concern.at("pieces"))
        }
    }

    private func sheet(_ request: WebRequest, _ id: RecordID) async throws -> FormSheet {
        let row = try await house.asking.waiting(try request.actor, id)
        let standard = house.standard
        let choices = ["whole", "summary", "none"].compactMap { standard.code($0, in: .shareRule) }.map {
            Choice($0.code, Sentence(verbatim: $0.label), hint: Self.meaning($0.code))
        }
        let asker: Sentence = "\(row.asker.name), \(row.asker.post), \(row.asker.agency), \(row.asker.phone)"
        return FormSheet(
            title: "How much of concern \(row.reference) is shared?", caption: row.subject.map { Sentence(verbatim: $0) },
            action: SharingAddresses.confirm.url(id), back: SharingAddresses.asks.url, section: .asks,
            intro: """
                <p>\(ring: asker)</p><p>\(say: "They have a concern that may be about the same, and ask you for more than its share rule shows them. Ring them if you want to know why.")</p>\
                <p><a href="\(ReadingPurpose.desk.url(row.reference))">\(say: "Read concern \(row.reference)")</a></p>
                """,
            fields: [
                SheetField(name: "answer", label: "How much?") { typed, errors in
                    Choices(name: "answer", legend: "How much?", choices: choices, chosen: typed.all("answer"), error: errors["answer"])
                        .html
                },
                SheetField(name: "reason", label: "Why?") { typed, errors in
                    TextField(
                        name: "reason", label: "Why?", value: typed["reason"],
                        hint: "Whoever asked reads it, with your name. Say nothing here that you don't share.", error: errors["reason"],
                        lines: 4, autocomplete: "off"
                    ).html
                },
            ], button: Button("Answer"))
    }

    private static func meaning(_ rule: String) -> Sentence? {
        switch rule {
        case "whole": "Whoever asked can open the concern and read all of it, but who reported."
        case "summary": "Their agency sees when it was, what was seen in one sentence, and what was decided."
        case "none": "They are told that you said no, and why."
        default: nil
        }
    }
}
