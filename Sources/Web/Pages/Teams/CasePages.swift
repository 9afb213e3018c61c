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
                .page(CloseCaseScreen(screen: try await screen(request, reference, sent: .empty, errors: [])).page())
            },
            TeamAddresses.confirmClosing.handle(close),
        ]
    }

    private func screen(_ request: WebRequest, _ reference: String, sent: FormData, errors: [FormError]) async throws -> CaseScreen {
        let view = try await house.casework.caseFile(try request.actor, reference: reference, purpose: ReadingPurpose.file.rawValue)
        return CaseScreen(
            view: view, standard: house.standard(view.standard), directory: house.directory.snapshot, now: request.now, sent: sent,
            errors: errors)
    }

    /// A form that stands on the case's page: with a fault the page comes back, and what was typed is still there.
    private func form(
        _ request: WebRequest, _ reference: String, _ fields: [String: String], _ act: () async throws -> Done
    ) async throws -> Reply {
        let url = TeamAddresses.file.url(reference)
        var errors: [FormError]
        do {
            return try await WayBack.to(url, "See the case as it is now") { try await act().then(url) }
        } catch let wrong as WrongFields {
            errors = wrong.errors
        } catch ServiceError.invalid(let faults) {
            errors = faults.map { FormError(fields[$0.field] ?? "main", Explaining.message($0.reason)) }
        }
        return .page(try await screen(request, reference, sent: request.form, errors: errors).page(nil), status: 422)
    }

    @Sendable private func close(_ request: WebRequest, _ key: (String, RecordID)) async throws -> Reply {
        var answers: [String: String] = [:]
        for field in request.form.fields where field.name.hasPrefix(DecideForm.gate) && !field.value.isEmpty {
            answers[String(field.name.dropFirst(DecideForm.gate.count))] = field.value
        }
        let url = TeamAddresses.file.url(key.0)
        var unmet: Set<String> = []
        var errors: [FormError] = []
        do {
            try await house.casework.close(
                try request.actor, key.1, outcome: request.form["outcome"] ?? "", reason: request.form["reason"] ?? "", gateAnswers: answers
            )
            return Done.caseClosed.then(url)
        } catch ServiceError.conflict(.gatesNotMet(let gates)) {
            unmet = Set(gates)
        } catch ServiceError.invalid(let faults) {
            errors = faults.map { FormError($0.field, Explaining.message($0.reason)) }
        } catch let error as ServiceError {
            return try await WayBack.to(url, "See the case as it is now") { throw error }
        }
        let again = CloseCaseScreen(screen: try await screen(request, key.0, sent: request.form, errors: errors), unmet: unmet)
        return .page(again.page(), status: unmet.isEmpty ? 422 : 409)
    }
}
