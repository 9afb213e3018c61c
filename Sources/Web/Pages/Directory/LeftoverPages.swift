// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What a person still owns, as numbers, and handing it to somebody in one press.
struct LeftoverPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            FileAddresses.stillOwns.handle { request, id in .page(try await page(request, id)) },
            FileAddresses.handOn.handle { request, id in
                guard let successor = request.form.text("account").flatMap({ RecordID($0) }) else {
                    return .page(try await page(request, id, [FormError("account", "Choose who takes it on")]), status: 422)
                }
                do {
                    _ = try await house.directoryDesk.handOn(try request.actor, of: id, to: successor)
                } catch ServiceError.invalid {
                    return .page(
                        try await page(request, id, [FormError("account", "This person can take nothing on now: choose another")]),
                        status: 422)
                }
                return FileAddresses.stillOwns.url(id).done
            },
        ]
    }

    private func page(_ request: WebRequest, _ id: RecordID, _ errors: [FormError] = []) async throws -> Page {
        let frame = try await DirectoryFrame(house, request)
        let owned = try await house.directoryDesk.leftovers(frame.actor, of: id)
        let name = frame.directory.name(of: id)
        let isDone = request.query["done"] != nil
        return Page(
            title: "What \(name) still owns", back: DirectoryAddresses.person.url(id), section: .directory, errors: errors,
            notice: isDone
                ? Notice("Handed on, as far as the other may hold it. It holds at once, and stands in the ledger.") : nil,
            isNarrow: true,
            content: owned.isEmpty
                ? "<p>\(say: "Nothing. Nothing waits for this person.")</p>"
                : """
                <ul>\(Self.sentences(owned))</ul>\
                <p class="soft">\(say: "You see how much there is, and nothing of what is in it.")\
                \(isDone ? " \(say: "What is still listed needs somebody with another role, or who is not shut out of it: choose another person.")" as HTML : nil)</p>\
                \(form(id, request.form, errors))
                """)
    }

    private func form(_ id: RecordID, _ typed: FormData, _ errors: [FormError]) -> HTML {
        let people = house.directoryDesk.successors(of: id).map {
            Choice($0.id.description, Sentence(verbatim: [$0.name, $0.post].filter { !$0.isEmpty }.joined(separator: ", ")))
        }
        let choose = Select(
            name: "account", label: "Who takes it on", choices: people, chosen: typed["account"],
            hint:
                "Everything that this person may hold goes to them at once: concerns of their own desk, cases and actions if they work cases, shifts of their own area.",
            error: errors["account"]
        ).html
        return Form.post(FileAddresses.handOn.url(id), "\(choose)\(Button.row(Button("Hand it all on").html))")
    }

    private static func sentences(_ owned: Leftovers) -> [HTML] {
        let said: [(Int, Sentence)] = [
            (
                owned.taken,
                Sentence(owned.taken, one: "1 concern taken and not decided", many: "\(owned.taken) concerns taken and not decided")
            ),
            (owned.cases, Sentence(owned.cases, one: "1 open case", many: "\(owned.cases) open cases")),
            (
                owned.casesAlone,
                Sentence(
                    owned.casesAlone, one: "Nobody else is on 1 of these cases",
                    many: "Nobody else is on \(owned.casesAlone) of these cases")
            ),
            (owned.actions, Sentence(owned.actions, one: "1 open action", many: "\(owned.actions) open actions")),
            (owned.shifts, Sentence(owned.shifts, one: "1 shift on the rota", many: "\(owned.shifts) shifts on the rota")),
            (
                owned.rows,
                Sentence(
                    owned.rows, one: "1 row of a file that could not be read", many: "\(owned.rows) rows of files that could not be read")
            ),
            (
                owned.handOvers,
                Sentence(
                    owned.handOvers, one: "1 hand-over that nobody has answered; refused, it comes back to the desk",
                    many: "\(owned.handOvers) hand-overs that nobody has answered; refused, they come back to the desk")
            ),
        ]
        return said.filter { $0.0 > 0 }.map { "<li>\($0.1)</li>" }
    }
}
