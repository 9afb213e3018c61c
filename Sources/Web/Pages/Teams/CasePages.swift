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
                let part = request.query["show"].flatMap(CaseList.Part.init) ?? .open
                let page = min(max(request.query["page"].flatMap { Int($0) } ?? 1, 1), 100_000) - 1
                let list = try await house.casework.myCases(try request.actor, part, page: page)
                let house = house
                let screen = CaseListScreen(
                    list: list, standard: { $0.isEmpty ? house.standard : house.standard($0) }, now: request.now)
                return .page(screen.page(Done.notice(request)))
            },
            TeamAddresses.file.handle { request, reference in
                .page(try await screen(request, reference, sent: .empty, errors: []).page(Done.notice(request)))
            },
            TeamAddresses.addEvent.handle { request, key in
                var wrong: [FormError] = []
                var happened: PartialDate?
                switch DateField.read(request.form, "event.happened") {
                case .nothing: break
                case .date(let date): happened = date
                case .wrong(let date): wrong.append(FormError("event.happened", date.message))
                }
                let (kind, words) = (request.form["event.kind"] ?? "", request.form["event.words"] ?? "")
                let day = happened
                return try await form(
                    request, key.0, ["words": "event.words", "kind": "event.kind"], wrong,
                    house.casework.faultsOfEvent(kind: kind, words: words)
                ) {
                    try await house.casework.addEvent(try request.actor, key.1, kind: kind, happened: day, words: words)
                    return .eventAdded
                }
            },
            TeamAddresses.addAction.handle { request, key in
                var gathered = Gathered()
                let due = gathered.moment(request.form, "action.due")
                let owner = request.form.text("action.owner").flatMap { RecordID($0) }
                let words = request.form["action.words"] ?? ""
                let faults = house.casework.faultsOfAction(words: words, owner: owner, dueAt: due)
                return try await form(
                    request, key.0, ["words": "action.words", "owner": "action.owner", "due": "action.due"], gathered.errors, faults
                ) {
                    guard let owner, let due else { throw ServiceError.invalid(faults) }
                    try await house.casework.addAction(try request.actor, key.1, words: words, owner: owner, dueAt: due)
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

    /// A form that stands on the case's page: with a fault the page comes back with all that is wrong, and what was typed is still there.
    private func form(
        _ request: WebRequest, _ reference: String, _ fields: [String: String], _ wrong: [FormError] = [], _ faults: [FieldFault] = [],
        _ act: () async throws -> Done
    ) async throws -> Reply {
        func errors(_ faults: [FieldFault]) -> [FormError] {
            faults.map { fault in
                let field = fields[fault.field] ?? "main"
                return FormError(field, Self.messages["\(field).\(fault.reason.rawValue)"] ?? Explaining.message(fault.reason))
            }
        }
        let all: [FormError]
        do {
            let named = Set(wrong.map(\.field))
            let found = wrong + errors(faults).filter { !named.contains($0.field) }
            guard found.isEmpty else { throw WrongFields(errors: found) }
            return try await act().then(TeamAddresses.file.url(reference))
        } catch let wrong as WrongFields {
            all = wrong.errors
        } catch ServiceError.invalid(let faults) {
            all = errors(faults)
        } catch ServiceError.conflict(let conflict) {
            return try await tooLate(request, reference, conflict)
        }
        return .page(try await screen(request, reference, sent: request.form, errors: all).page(nil), status: 422)
    }

    /// What these forms say of a fault, by field and reason, where the usual words don't name the field.
    private static let messages: [String: Sentence] = [
        "event.words.missing": "Write what happened", "event.kind.unknown_code": "Choose what it was",
        "action.words.missing": "Write what is to be done", "action.owner.missing": "Choose who does it",
        "action.owner.unknown_code": "Choose who does it: this person can't be given an action",
        "action.owner.not_accepted": "Put this person on the case first, then give them the action",
        "action.due.missing": "Write by when it must be done", "action.due.in_the_past": "By when: choose a time that is still to come",
    ]

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
