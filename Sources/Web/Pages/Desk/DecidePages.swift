// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Deciding on a concern.
struct DecidePages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DeskAddresses.decide.handle { request, reference in
                let reader = try await reader(request, reference)
                let form = DecideForm(reader.standard, request.query)
                var errors: [FormError] = []
                if request.query.has("threshold"), form.outcome == nil { errors.append(FormError("outcome", "Choose what you decide")) }
                return .page(try await screen(request, reader, form, errors).page(Done.notice(request)), status: errors.isEmpty ? 200 : 422)
            },
            DeskAddresses.confirm.handle(confirm),
        ]
    }

    /// Reads the concern; whoever may not decide now is told why and whom to ask.
    private func reader(_ request: WebRequest, _ reference: String) async throws -> ConcernReader {
        let reader = try await ConcernPages(house: house).reader(request, reference, purpose: .desk)
        guard !reader.may(.decideConcern) else { return reader }
        let back = Problem.Link(text: "See the concern", url: DeskAddresses.concern.url(reference))
        if let last = reader.view.decisions.max(by: { $0.at < $1.at }), !reader.view.row.status.isOpen {
            var problem = Problem.conflict("Already decided", "\(last.by) decided this, \(When.full(last.at)).")
            problem.links = [back]
            throw problem
        }
        let desk = reader.view.row.area.flatMap { reader.directory.areas[$0]?.contact }
        throw Problem.noPermission(
            "You can read this concern, but not decide on it.",
            ask: desk.map { "It is decided by \(ConcernReader.contact($0))." } ?? "Ask your administrator.",
            links: [back])
    }

    private func screen(_ request: WebRequest, _ reader: ConcernReader, _ form: DecideForm, _ errors: [FormError]) async throws
        -> DecideScreen
    {
        let route =
            form.handsOver ? try await house.desk.proposedRoute(try request.actor, reader.view.row.concern, threshold: form.threshold) : nil
        return DecideScreen(reader: reader, form: form, route: route, errors: errors)
    }

    @Sendable private func confirm(_ request: WebRequest, _ key: (String, RecordID)) async throws -> Reply {
        let back = DeskAddresses.concern.url(key.0)
        let reference = key.0
        do {
            return try await WayBack.to(back, "See the concern as it is now") {
                // The standard of the record decides what can be chosen; its own words come back with a fault.
                let standard = house.standard(request.form["standard"] ?? house.standard.id.rawValue)
                let input = DecideForm(standard, request.form).input(version: request.form["version"].flatMap { Int($0) } ?? 0)
                do {
                    if try await house.desk.decide(try request.actor, key.1, input) == .proposed {
                        return Done.proposed.then(back.at("proposals"))
                    }
                } catch ServiceError.conflict(.gatesNotMet(let gates)) {
                    return try await again(request, reference, [], unmet: Set(gates))
                } catch ServiceError.conflict(.changedMeanwhile) {
                    return try await again(request, reference, [], hasChanged: true)
                }
                return Done.decided.then(back)
            }
        } catch ServiceError.invalid(let faults) {
            return try await again(
                request, reference,
                faults.map {
                    let isReason = $0.field == "reason" && $0.reason == .missing
                    return FormError($0.field, isReason ? "Write why you decide so" : Explaining.message($0.reason))
                })
        }
    }

    /// The form once more, with what was typed.
    private func again(
        _ request: WebRequest, _ reference: String, _ faults: [FormError], unmet: Set<String> = [], hasChanged: Bool = false
    ) async throws -> Reply {
        let reader = try await reader(request, reference)
        let form = DecideForm(reader.standard, request.form)
        var screen = try await screen(request, reader, form, faults)
        screen.unmet = unmet
        screen.hasChanged = hasChanged
        let asked = Set(form.gates(unmet, facts: reader.facts).map(\.id))
        screen.errors += unmet.sorted().map { id in
            let text = reader.standard.gates.first { $0.id == id }?.text ?? id
            if asked.contains(id), request.form.text(DecideForm.gate + id) != nil {
                return FormError(CloseCaseScreen.why + id, "Say why: \(text)")
            }
            return FormError(asked.contains(id) ? DecideForm.gate + id : "reason", "Answer this first: \(text)")
        }
        return .page(screen.page(), status: hasChanged || !unmet.isEmpty ? 409 : 422)
    }
}
