// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Reporting in the course of one's work, without an account: at once. A work address is asked about afterwards, never first.
struct WorkReportPages: Sendable {
    let house: House
    private static let kind = DoorKind.professional

    /// The handlers.
    var routes: [Route] {
        [
            WorkReportAddresses.start.handle { request in
                .page(WorkReportScreens(house: house).start(try await held(request), discarded: request.query["discarded"] != nil))
            },
            WorkReportAddresses.begin.handle { request in
                let blank = ConcernReport(standard: house.standard.id.rawValue)
                let (key, draft) = try await house.door.begin(Self.kind, blank)
                return Reply.seeOther(url(form(draft).flow.steps[0])).setting(Self.cookie(key))
            },
            WorkReportAddresses.page.handle { request, word in
                try await writing(request) { _, form in
                    let step = try form.step(word, item: request.query["item"])
                    return .page(form.page(step, sent: nil, errors: [], saved: request.query["saved"] != nil))
                }
            },
            WorkReportAddresses.save.handle(save),
            WorkReportAddresses.duty.handle { request, word in
                try await writing(request) { _, form in
                    let step = try form.step(word, item: nil)
                    let next = url(form.flow.next(after: step))
                    guard DutyNotice.html(form.flow.report, house) != nil else { return .seeOther(next) }
                    let caption = ReportFrame.caption(form.flow.place(of: step))
                    return .page(DutyNotice.page(form.flow.report, house, next: next, caption: caption))
                }
            },
            WorkReportAddresses.danger.handle { request in
                try await writing(request) { _, form in .page(form.danger(desk: DeskToRing(own: nil))) }
            },
            WorkReportAddresses.check.handle { request in
                try await writing(request) { _, form in .page(form.check(errors: [], send: WorkReportAddresses.send.url)) }
            },
            WorkReportAddresses.send.handle(send),
            WorkReportAddresses.discard.handle { request in
                if let key = request.cookie(.workDraft) { try await house.door.discard(Self.kind, key: key) }
                return Reply.seeOther(WorkReportAddresses.start.url.with("discarded", "yes")).setting(Cookie(name: .workDraft, value: nil))
            },
        ]
    }

    private static func cookie(_ key: String) -> Cookie { Cookie(name: .workDraft, value: key, lifetime: Int(Door.draftSeconds)) }

    /// The draft of this browser, if it has one.
    private func held(_ request: WebRequest) async throws -> DoorDraft? {
        try await house.door.draft(Self.kind, key: request.cookie(.workDraft))
    }

    private func form(_ draft: DoorDraft) -> ReportForm {
        let flow = ReportFlow(standard: house.standard(draft.report.standard), audience: .professional, report: draft.report)
        return ReportForm(house: house, flow: flow, savedAt: draft.savedAt, url: { url($0) }, start: WorkReportAddresses.start.url)
    }

    /// The address of a step.
    private func url(_ step: ReportFlow.Step) -> SiteURL {
        switch step {
        case .page(let page, let item): WorkReportAddresses.page.url(page).with("item", item.map(String.init))
        case .others: WorkReportAddresses.page.url(ReportFlow.othersWord)
        case .check: WorkReportAddresses.check.url
        }
    }

    /// Does something with the draft that is being written. One that was sent shows its confirmation, whatever page is opened or sent again.
    private func writing(_ request: WebRequest, _ body: (String, ReportForm) async throws -> Reply) async throws -> Reply {
        guard let key = request.cookie(.workDraft), let draft = try await held(request) else {
            return .seeOther(WorkReportAddresses.start.url)
        }
        guard draft.state == .writing else { return .seeOther(WorkReportAddresses.sent.url) }
        return try await body(key, form(draft))
    }

    @Sendable private func save(_ request: WebRequest, _ word: String) async throws -> Reply {
        try await writing(request) { key, form in
            let step = try form.step(word, item: request.query["item"])
            guard let read = form.read(step, request.form) else { return try await others(request, key, form) }
            do {
                let moved = self.form(try await house.door.save(Self.kind, key: key, read.report))
                guard read.errors.isEmpty else {
                    return .page(moved.page(step, sent: request.form, errors: read.errors, saved: false), status: 422)
                }
                if request.form.has("send") { return .seeOther(WorkReportAddresses.check.url) }
                if form.saysDangerNow(read) { return .seeOther(WorkReportAddresses.danger.url) }
                if PersonalDutyStep.follows(read.answers, moved.flow.report, house) {
                    return .seeOther(WorkReportAddresses.duty.url(word))
                }
                return .seeOther(url(moved.flow.next(after: step)).with("saved", "yes"))
            } catch ServiceError.invalid(let faults) {
                let errors = read.errors + form.errors(faults, step)
                return .page(form.page(step, sent: request.form, errors: errors, saved: false), status: 422)
            }
        }
    }

    private func others(_ request: WebRequest, _ key: String, _ form: ReportForm) async throws -> Reply {
        switch OthersPage.choice(request.form, form.flow) {
        case .add(let step): return .seeOther(url(step))
        case .remove(let item):
            try await house.door.save(Self.kind, key: key, DraftEdit.removing(item, from: form.flow.report))
            return .seeOther(url(.others))
        case .goOn:
            return .seeOther(request.form.has("send") ? WorkReportAddresses.check.url : url(form.flow.next(after: .others)))
        }
    }

    /// Sends the draft. As often as it is sent, it is one report: the draft is the key.
    @Sendable private func send(_ request: WebRequest) async throws -> Reply {
        guard let key = request.cookie(.workDraft), let draft = try await held(request) else {
            return .seeOther(WorkReportAddresses.start.url)
        }
        do {
            _ = try await house.door.send(Self.kind, key: key, source: request.source)
            return .seeOther(WorkReportAddresses.sent.url)
        } catch ServiceError.invalid(let faults) {
            let errors = faults.prefix(1).map { FormError("main", Explaining.message($0.reason)) }
            return .page(form(draft).check(errors: Array(errors), send: WorkReportAddresses.send.url), status: 422)
        } catch  where NotSent.isFailure(error) {
            throw NotSent.problem(error, isSaved: true, desk: DeskToRing(own: nil), again: WorkReportAddresses.check.url)
        }
    }
}
