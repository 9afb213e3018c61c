// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Working a case. Nothing on it is ever overwritten; an action belongs to a named person and is finished by an outcome.
struct CasePages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            TeamAddresses.cases.handle { request in
                .page(CaseListScreen.page(try await house.casework.myCases(try request.actor), Done.notice(request), now: request.now))
            },
            TeamAddresses.file.handle { request, reference in
                .page(try await screen(request, reference, sent: .empty, errors: []).page(Done.notice(request)))
            },
            TeamAddresses.addEvent.handle { request, key in
                try await form(request, key.0, ["words": "event.words", "kind": "event.kind"]) {
                    let happened: PartialDate? =
                        switch DateField.read(request.form, "event.happened") {
                        case .nothing: nil
                        case .date(let date): date
                        case .wrong(let wrong): throw WrongFields(errors: [FormError("event.happened", wrong.message)])
                        }
                    try await house.casework.addEvent(
                        try request.actor, key.1, kind: request.form["event.kind"] ?? "", happened: happened,
                        words: request.form["event.words"] ?? "")
                    return .eventAdded
                }
            },
            TeamAddresses.addAction.handle { request, key in
                try await form(request, key.0, ["words": "action.words", "owner": "action.owner", "due": "action.due"]) {
                    guard let due = try MomentField.read(request.form, "action.due") else {
                        throw WrongFields(errors: [FormError("action.due", "Write by when it must be done")])
                    }
                    guard let owner = request.form.text("action.owner").flatMap({ RecordID($0) }) else {
                        throw WrongFields(errors: [FormError("action.owner", "Choose who does it")])
                    }
                    try await house.casework.addAction(
                        try request.actor, key.1, words: request.form["action.words"] ?? "", owner: owner, dueAt: due)
                    return .actionAdded
                }
            },
            TeamAddresses.finishAction.handle { request, key in
                try await form(request, key.0, ["words": "finish.words-\(key.1)", "outcome": "finish.outcome-\(key.1)"]) {
                    try await house.casework.finishAction(
                        try request.actor, key.1, outcome: request.form["finish.outcome-\(key.1)"] ?? "",
                        words: request.form["finish.words-\(key.1)"] ?? "")
                    return .actionFinished
                }
            },
            TeamAddresses.addMember.handle { request, key in
                try await form(request, key.0, ["account": "member.account"]) {
                    guard let account = request.form.text("member.account").flatMap({ RecordID($0) }) else {
                        throw WrongFields(errors: [FormError("member.account", "Choose a person")])
                    }
                    try await house.casework.addMember(try request.actor, key.1, account: account)
                    return .memberAdded
                }
            },
            TeamAddresses.close.handle { request, reference in
                let screen = try await screen(request, reference, sent: .empty, errors: [])
                return try await WayBack.to(TeamAddresses.file.url(reference), "See the case as it is now") {
                    guard screen.isOpen else { throw ServiceError.conflict(.closed) }
                    return .page(CloseCaseScreen(screen: screen).page())
                }
            },
            TeamAddresses.confirmClosing.handle(close),
        ]
    }

    private func screen(_ request: WebRequest, _ reference: String, sent: FormData, errors: [FormError]) async throws -> CaseScreen {
        let view = try await house.casework.caseFile(
            try request.actor, reference: reference, purpose: ReadingPurpose.file.rawValue,
            timeline: TimelineAddress.filter(request.query))
        return CaseScreen(
            view: view, standard: house.standard(view.standard), directory: house.directory.snapshot, now: request.now, sent: sent,
            errors: errors)
    }

    /// A form that stands on the case's page: with a fault the page comes back, and what was typed is still there.
    private func form(
        _ request: WebRequest, _ reference: String, _ fields: [String: String], _ act: () async throws -> Done
    ) async throws -> Reply {
        let errors: [FormError]
        do {
            return try await act().then(TeamAddresses.file.url(reference))
        } catch let wrong as WrongFields {
            errors = wrong.errors
        } catch ServiceError.invalid(let faults) {
            errors = faults.map { FormError(fields[$0.field] ?? "main", Explaining.message($0.reason)) }
        } catch ServiceError.conflict(let conflict) {
            return try await tooLate(request, reference, conflict)
        }
        return .page(try await screen(request, reference, sent: request.form, errors: errors).page(nil), status: 422)
    }

    /// Somebody was quicker: the case as it is now, why nothing was done, and the words that were typed.
    private func tooLate(_ request: WebRequest, _ reference: String, _ conflict: Conflict) async throws -> Reply {
        let problem = Explaining.problem(.conflict(conflict))
        var screen = try await screen(request, reference, sent: .empty, errors: [])
        screen.unkept = request.form.fields.filter { Self.isText($0.name) }.compactMap { request.form.text($0.name) }
        let place = screen.unkept.isEmpty ? "main" : "unkept"
        var page = screen.page(nil)
        page.errors = ([problem.title] + problem.advice).map { FormError(place, $0) }
        return .page(page, status: 409)
    }

    /// Whether a field of these forms holds words rather than a choice.
    private static func isText(_ name: String) -> Bool {
        ["event.words", "action.words", "reason"].contains(name) || name.hasPrefix("finish.words-") || name.hasPrefix(CloseCaseScreen.why)
    }

    @Sendable private func close(_ request: WebRequest, _ key: (String, RecordID)) async throws -> Reply {
        func sent(_ prefix: String) -> [String: String] {
            let fields = request.form.fields.filter { $0.name.hasPrefix(prefix) && !$0.value.isEmpty }
            return Dictionary(fields.map { (String($0.name.dropFirst(prefix.count)), $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        var unmet: Set<String> = []
        var errors: [FormError] = []
        do {
            try await house.casework.close(
                try request.actor, key.1, outcome: request.form["outcome"] ?? "", reason: request.form["reason"] ?? "",
                gateAnswers: sent(DecideForm.gate), gateReasons: sent(CloseCaseScreen.why))
            return Done.caseClosed.then(TeamAddresses.file.url(key.0))
        } catch ServiceError.conflict(.gatesNotMet(let gates)) {
            unmet = Set(gates)
        } catch ServiceError.invalid(let faults) {
            errors = faults.map(CloseCaseScreen.error)
        } catch ServiceError.conflict(let conflict) {
            return try await tooLate(request, key.0, conflict)
        }
        let status = unmet.isEmpty ? 422 : 409
        var again = CloseCaseScreen(screen: try await screen(request, key.0, sent: request.form, errors: errors), unmet: unmet)
        // With a fault of a field, all else that is missing is named too: nobody is sent back twice.
        if unmet.isEmpty { again.unmet = again.missing }
        return .page(again.page(), status: status)
    }
}
