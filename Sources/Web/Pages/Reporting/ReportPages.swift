// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Reporting a concern: one thing a page, saved at every Continue, to be sent as it stands at any moment.
struct ReportPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            ReportAddresses.start.handle(start),
            ReportAddresses.begin.handle { request in
                let draft = try await house.reporting.start(try request.actor)
                return .seeOther(url(draft.id, flow(draft.report, try request.actor).steps[0]))
            },
            ReportAddresses.page.handle { request, parameters in
                let (form, step) = try await place(request, parameters.0, parameters.1)
                return .page(form.page(step, sent: nil, errors: [], saved: request.query["saved"] != nil))
            },
            ReportAddresses.save.handle(save),
            ReportAddresses.danger.handle { request, id in
                let form = try await form(request, id)
                return .page(form.danger(desk: house.deskOf(try request.actor)))
            },
            ReportAddresses.duty.handle { request, parameters in
                let (form, step) = try await place(request, parameters.0, parameters.1)
                let next = form.url(form.flow.next(after: step))
                guard DutyNotice.html(form.flow.report, house) != nil else { return .seeOther(next) }
                let caption = ReportFrame.caption(form.flow.place(of: step))
                return .page(DutyNotice.page(form.flow.report, house, next: next, caption: caption))
            },
            ReportAddresses.check.handle { request, id in
                .page(try await form(request, id).check(errors: [], send: ReportAddresses.send.url(id)))
            },
            ReportAddresses.send.handle(send),
            ReportAddresses.discard.handle { request, id in
                try await house.reporting.discard(try request.actor, id)
                return .seeOther(ReportAddresses.start.url.with("discarded", "yes"))
            },
        ]
    }

    func flow(_ report: ConcernReport, _ actor: Actor) -> ReportFlow {
        let standard = house.standard(report.standard)
        let kind = house.directory.snapshot.agencies[actor.agency]?.kind ?? ""
        let audience = standard.code(kind, in: .agencyKind)?.text("audience").flatMap(Audience.init) ?? .professional
        return ReportFlow(standard: standard, audience: audience, report: report)
    }

    /// The address of a step.
    func url(_ draft: RecordID, _ step: ReportFlow.Step) -> SiteURL {
        switch step {
        case .page(let page, let item): ReportAddresses.page.url((draft, page)).with("item", item.map(String.init))
        case .others: ReportAddresses.page.url((draft, ReportFlow.othersWord))
        case .check: ReportAddresses.check.url(draft)
        }
    }

    @Sendable private func start(_ request: WebRequest) async throws -> Reply {
        let actor = try request.actor
        let drafts = try await house.reporting.drafts(actor)
        return .page(
            StartPage.page(
                drafts: drafts.map { draft in
                    let flow = flow(draft.report, actor)
                    let about = draft.report.subjects.first.map { MentionLabel.person($0.answers, flow.standard) }
                    return (draft, about ?? "", url(draft.id, flow.steps[0]))
                }, desk: house.deskOf(actor),
                discarded: request.query["discarded"] != nil, now: request.now))
    }

    private func form(_ request: WebRequest, _ id: RecordID) async throws -> ReportForm {
        try form(try await house.reporting.draft(try request.actor, id), try request.actor)
    }

    private func form(_ draft: Draft, _ actor: Actor) throws -> ReportForm {
        let flow = flow(draft.report, actor)
        let account = house.directory.snapshot.accounts[actor.account]
        return ReportForm(
            house: house, flow: flow, savedAt: draft.savedAt, url: { url(draft.id, $0) }, start: ReportAddresses.start.url,
            known: account.map { KnownReporter.answers($0, flow.audience) } ?? Answers())
    }

    private func place(_ request: WebRequest, _ id: RecordID, _ word: String) async throws -> (ReportForm, ReportFlow.Step) {
        let form = try await form(request, id)
        return (form, try form.step(word, item: request.query["item"]))
    }

    @Sendable private func save(_ request: WebRequest, _ parameters: (RecordID, String)) async throws -> Reply {
        let actor = try request.actor
        let id = parameters.0
        let (form, step) = try await place(request, id, parameters.1)
        guard let read = form.read(step, request.form) else { return try await others(request, id, form) }
        do {
            // What is right is saved even where something else is wrong: nothing entered is lost.
            let saved = try await house.reporting.save(actor, id, read.report)
            let moved = try self.form(saved, actor)
            guard read.errors.isEmpty else {
                return .page(moved.page(step, sent: request.form, errors: read.errors, saved: false), status: 422)
            }
            if request.form.has("send") { return .seeOther(ReportAddresses.check.url(id)) }
            if form.saysDangerNow(read) { return .seeOther(ReportAddresses.danger.url(id)) }
            if PersonalDutyStep.follows(read.answers, saved.report, house) {
                return .seeOther(ReportAddresses.duty.url((id, parameters.1)))
            }
            return .seeOther(url(id, moved.flow.next(after: step)).with("saved", "yes"))
        } catch ServiceError.invalid(let faults) {
            let errors = read.errors + form.errors(faults, step)
            return .page(form.page(step, sent: request.form, errors: errors, saved: false), status: 422)
        }
    }

    /// The list of what can be added: a button adds, another takes away, Continue goes on.
    private func others(_ request: WebRequest, _ id: RecordID, _ form: ReportForm) async throws -> Reply {
        switch OthersPage.choice(request.form, form.flow) {
        case .add(let step): return .seeOther(url(id, step))
        case .remove(let item):
            _ = try await house.reporting.save(try request.actor, id, DraftEdit.removing(item, from: form.flow.report))
            return .seeOther(url(id, .others))
        case .goOn: return .seeOther(request.form.has("send") ? ReportAddresses.check.url(id) : url(id, form.flow.next(after: .others)))
        }
    }

    @Sendable private func send(_ request: WebRequest, _ id: RecordID) async throws -> Reply {
        let actor = try request.actor
        do {
            let receipt = try await house.reporting.send(actor, draft: id)
            return .seeOther(OwnReportPages.receiptURL(receipt.reference))
        } catch ServiceError.invalid(let faults) {
            let form = try await form(request, id)
            let errors = faults.prefix(1).map { FormError("main", Explaining.message($0.reason)) }
            return .page(form.check(errors: Array(errors), send: ReportAddresses.send.url(id)), status: 422)
        } catch  where NotSent.isFailure(error) {
            throw await NotSent.problem(error, house, actor, id, again: ReportAddresses.check.url(id))
        }
    }
}
