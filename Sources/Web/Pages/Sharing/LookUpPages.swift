// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Own-name, relative's and bulk look-ups, for professional standards: who, when and how often, never whose record.
struct LookUpPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            SharingAddresses.lookUps.handle { request in .page(try await page(request)) },
            SharingAddresses.closeLookUp.handle { request, id in
                let field = "reason-\(id)"
                do {
                    try await house.lookUps.close(try request.actor, id, reason: request.form[field] ?? "")
                    return Done.lookUpClosed.then(SharingAddresses.lookUps.url)
                } catch ServiceError.invalid(let faults) {
                    let errors = faults.map { fault in
                        FormError(field, fault.reason == .missing ? "Write what came of it" : Explaining.message(fault.reason))
                    }
                    return .page(try await page(request, errors), status: 422)
                }
            },
        ]
    }

    private func page(_ request: WebRequest, _ errors: [FormError] = []) async throws -> Page {
        let list = try await house.lookUps.list(try request.actor)
        let standard = house.standard
        let cards: [HTML] = list.map { one in
            let facts: [Facts.Fact] = [
                .init(name: "What", value: "\(standard.label(one.kind, in: .lookUp))"),
                .init(name: "How often that day", value: "\(one.amount)"),
                .init(name: "First", value: When.full(one.firstAt)), .init(name: "Last", value: When.full(one.lastAt)),
            ]
            return Card.html(
                "look-up-\(one.id)", "\(one.name), \(one.post), \(one.agency)", meaning: one.reviewedBy == nil ? .due : .plain,
                "\(Facts.html(facts))\(outcome(one, request.form, errors))")
        }
        let none: HTML? = list.isEmpty ? "<p class=\"empty\">\(say: "No such look-up is known.")</p>" : nil
        return Page(
            title: "Look-ups to look into", section: .lookUps, errors: errors, notice: Done.notice(request),
            content: """
                <p>\(say: "Looking up one's own name, somebody with one's own family name, or very many people may have a good reason. Software has counted them from the ledger; you ask, and say what came of it. None is about yourself.")</p>
                \(none)\(cards)
                """)
    }

    private func outcome(_ one: LookUpView, _ sent: FormData, _ errors: [FormError]) -> HTML {
        if let by = one.reviewedBy {
            return
                "<p class=\"said\">\(one.reason ?? "")</p><p class=\"soft\">\(say: "\(by), \(one.reviewedAt.map(When.full) ?? .empty)")</p>"
        }
        let field = "reason-\(one.id)"
        let words = TextField(
            name: field, label: "What came of it?", value: sent[field], hint: "It is kept with your name.", error: errors[field], lines: 3,
            autocomplete: "off")
        return Form.post(
            SharingAddresses.closeLookUp.url(one.id),
            "\(words.html)\(Button.row(Button("Close it", hidden: "\(one.name), \(When.date(one.lastAt))").html))")
    }
}
