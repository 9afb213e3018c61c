// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What a professional without an account sees of their own reports: the confirmation, the link by mail, and what came of it.
struct WorkOwnPages: Sendable {
    let house: House
    private var screens: WorkReportScreens { WorkReportScreens(house: house) }

    /// The handlers.
    var routes: [Route] {
        [
            WorkReportAddresses.sent.handle { request in try await sent(request, PageState(request)) },
            WorkReportAddresses.addSent.handle { request in
                guard let receipt = try await receipt(request) else { return .seeOther(WorkReportAddresses.start.url) }
                return try await add(request, Self.draft(request), receipt.stored.reference, WorkReportAddresses.sent.url) {
                    try await sent(request, $0)
                }
            },
            WorkReportAddresses.recordSent.handle { request, form in
                guard let receipt = try await receipt(request) else { return .seeOther(WorkReportAddresses.start.url) }
                return try await record(request, Self.draft(request), receipt.stored.reference, form, WorkReportAddresses.sent.url) {
                    try await sent(request, $0)
                }
            },
            WorkReportAddresses.question.handle { request, secret in
                guard let question = try await house.workReporting.question(secret) else { return .page(Self.over, status: 404) }
                return .page(screens.question(question, secret))
            },
            WorkReportAddresses.answer.handle { request, secret in
                guard try await house.workReporting.question(secret) != nil else { return .page(Self.over, status: 404) }
                guard let visit = try await house.workReporting.answer(secret, isTheirs: request.form["theirs"] == "yes") else {
                    return .page(
                        Page(
                            title: "Thank you", isNarrow: true,
                            content: "<p>\(say: "The desk is told that the report is not yours. There is nothing more for you to do.")</p>")
                    )
                }
                return Reply.seeOther(WorkReportAddresses.mine.url)
                    .setting(Cookie(name: .workVisit, value: visit, lifetime: Int(WorkReporting.visitMinutes * 60)))
            },
            WorkReportAddresses.mine.handle { request in
                guard let rows = try await house.workReporting.reports(request.cookie(.workVisit)) else {
                    return .page(
                        ask(
                            request.query["asked"] != nil
                                ? Notice(
                                    "If a report was confirmed from that address, a link is on its way there. It is good for half an hour.")
                                : nil))
                }
                return .page(list(rows, now: request.now))
            },
            WorkReportAddresses.link.handle { request in
                do {
                    try await house.workReporting.sendLink(to: request.form["email"] ?? "")
                    return .seeOther(WorkReportAddresses.mine.url.with("asked", "yes"))
                } catch ServiceError.invalid {
                    return .page(
                        ask(nil, [FormError("email", "Write your work e-mail address, such as name@example.org")], request.form),
                        status: 422)
                }
            },
            WorkReportAddresses.own.handle { request, reference in try await own(request, reference, PageState(request)) },
            WorkReportAddresses.addOwn.handle { request, reference in
                try await add(request, Self.visit(request), reference, WorkReportAddresses.own.url(reference)) {
                    try await own(request, reference, $0)
                }
            },
            WorkReportAddresses.recordOwn.handle { request, key in
                try await record(request, Self.visit(request), key.0, key.1, WorkReportAddresses.own.url(key.0)) {
                    try await own(request, key.0, $0)
                }
            },
        ]
    }

    private static func draft(_ request: WebRequest) -> WorkReporting.Right { .draft(request.cookie(.workDraft)) }
    private static func visit(_ request: WebRequest) -> WorkReporting.Right { .visit(request.cookie(.workVisit)) }

    private func receipt(_ request: WebRequest) async throws -> DoorReceipt? {
        try await house.door.receipt(.professional, key: request.cookie(.workDraft))
    }

    /// The confirmation; while many come at once, the page that waits and goes on by itself.
    private func sent(_ request: WebRequest, _ state: PageState) async throws -> Reply {
        guard let key = request.cookie(.workDraft), let draft = try await house.door.draft(.professional, key: key) else {
            return .seeOther(WorkReportAddresses.start.url)
        }
        if draft.state == .writing { return .seeOther(WorkReportAddresses.check.url) }
        if draft.state == .waiting { _ = try await house.door.send(.professional, key: key, source: request.source) }
        guard let receipt = try await receipt(request) else {
            var page = Page(
                title: "Your report is being stored", isNarrow: true,
                content: "<p>\(say: "Many reports come in at this moment. Yours is held safely and this page goes on by itself.")</p>")
            page.refreshSeconds = 3
            return .page(page)
        }
        // The report counts whether or not a mail can be queued.
        let asked = (try? await house.workReporting.askForProof(receipt.stored.concern)) ?? false
        guard let report = try await house.workReporting.report(Self.draft(request), reference: receipt.stored.reference) else {
            return .seeOther(WorkReportAddresses.start.url)
        }
        let screen = OwnReportScreen(
            house: house, own: report, add: WorkReportAddresses.addSent.url, record: { WorkReportAddresses.recordSent.url($0) },
            back: WorkReportAddresses.start.url)
        return .page(
            screen.page(state, heading: "Your report has arrived", arrival: screens.arrival(receipt, asked: asked)),
            status: state.errors.isEmpty ? 200 : 422)
    }

    private func own(_ request: WebRequest, _ reference: String, _ state: PageState) async throws -> Reply {
        guard let report = try await house.workReporting.report(Self.visit(request), reference: reference) else {
            return .seeOther(WorkReportAddresses.mine.url)
        }
        let screen = OwnReportScreen(
            house: house, own: report, add: WorkReportAddresses.addOwn.url(reference),
            record: { WorkReportAddresses.recordOwn.url((reference, $0)) }, back: WorkReportAddresses.mine.url)
        return .page(screen.page(state), status: state.errors.isEmpty ? 200 : 422)
    }

    private func add(
        _ request: WebRequest, _ right: WorkReporting.Right, _ reference: String, _ back: SiteURL,
        _ again: (PageState) async throws -> Reply
    ) async throws -> Reply {
        do {
            try await house.workReporting.add(right, reference: reference, words: request.form["words"] ?? "")
            return .seeOther(back.with("added", "yes"))
        } catch ServiceError.invalid(let faults) {
            return try await again(PageState(errors: OwnReportScreen.addErrors(faults), sent: request.form))
        } catch ServiceError.notFound {
            return .seeOther(WorkReportAddresses.mine.url)
        }
    }

    private func record(
        _ request: WebRequest, _ right: WorkReporting.Right, _ reference: String, _ id: String, _ back: SiteURL,
        _ again: (PageState) async throws -> Reply
    ) async throws -> Reply {
        guard let report = try await house.workReporting.report(right, reference: reference) else {
            return .seeOther(WorkReportAddresses.mine.url)
        }
        let standard = house.standard(report.report.standard)
        guard let form = standard.practiceForm(id), form.isReporters else { throw Problem.notFound }
        let fields = PracticeFields(form: form, standard: standard)
        var (answers, errors) = fields.read(request.form)
        do {
            if errors.isEmpty {
                try await house.workReporting.record(right, reference: reference, form: id, answers)
                return .seeOther(back.with("kept", "yes"))
            }
        } catch ServiceError.invalid(let faults) {
            errors = fields.errors(faults)
            answers = Answers()
        }
        return try await again(PageState(errors: errors, sent: request.form))
    }

    private func list(_ rows: [OwnReportRow], now: Instant) -> Page {
        let table = OwnReportScreen.list(rows, now: now, empty: "Nothing is confirmed from your address yet.") {
            WorkReportAddresses.own.url($0)
        }
        return Page(
            title: "What I reported", back: WorkReportAddresses.start.url,
            content: """
                \(table.html)<p class="soft">\(say: "This page closes by itself after half an hour. A report that you have not confirmed by the link in its mail is not listed.")</p>\
                \(Button.row(Button.link("Report a concern", WorkReportAddresses.start.url, weight: .main)))
                """)
    }

    private func ask(_ notice: Notice?, _ errors: [FormError] = [], _ typed: FormData = .empty) -> Page {
        let field = TextField(
            name: "email", label: "Your work e-mail address", value: typed["email"], error: errors["email"], kind: .email,
            autocomplete: "email")
        return Page(
            title: "What I reported", back: WorkReportAddresses.start.url, errors: errors, notice: notice, isNarrow: true,
            content: """
                <p>\(say: "We send a link to the address from which you have confirmed a report.")</p>
                \(Form.post(WorkReportAddresses.link.url, "\(field.html)\(Button.row(Button("Send me a link").html))"))
                <p>\(say: "Or read the replies with the code that you were given:") <a href="\(DoorAddresses.front.url)">\(say: "come back with a code")</a></p>
                """)
    }

    private static let over = Page(
        title: "This link is no longer good", isNarrow: true,
        content: """
            <p>\(say: "It was used already, or its time is over.")</p>
            <p><a href="\(WorkReportAddresses.mine.url)">\(say: "Ask for a new one")</a></p>
            """)
}
