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
                let (draft, step) = try await place(request, parameters.0, parameters.1)
                return .page(page(draft, step, try request.actor, sent: nil, errors: [], saved: request.query["saved"] != nil))
            },
            ReportAddresses.save.handle(save),
            ReportAddresses.danger.handle { request, id in
                let draft = try await house.reporting.draft(try request.actor, id)
                let flow = flow(draft.report, try request.actor)
                let steps = flow.steps
                return .page(
                    DangerPage.page(
                        next: url(id, steps.count > 1 ? steps[1] : .check), place: flow.place(of: steps[0]),
                        desk: house.deskOf(try request.actor)))
            },
            ReportAddresses.check.handle { request, id in
                let draft = try await house.reporting.draft(try request.actor, id)
                return .page(check(draft, try request.actor, errors: []))
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

    private func place(_ request: WebRequest, _ id: RecordID, _ word: String) async throws -> (Draft, ReportFlow.Step) {
        let draft = try await house.reporting.draft(try request.actor, id)
        if word == ReportFlow.othersWord { return (draft, .others) }
        let flow = flow(draft.report, try request.actor)
        guard let page = flow.standard.page(word) else { throw Problem.notFound }
        guard page.group.repeats, page.group != .statement else { return (draft, .page(word, item: nil)) }
        let fallback = page.group == .subject ? flow.firstSubject : draft.report.mentions.count
        let item = request.query["item"].flatMap { Int($0) } ?? fallback
        guard (0...draft.report.mentions.count).contains(item) else { throw Problem.notFound }
        // A page about a vehicle is not shown over a person's answers, whatever the address says.
        if draft.report.mentions.indices.contains(item), draft.report.mentions[item].formGroup != page.group.rawValue {
            throw Problem.notFound
        }
        return (draft, .page(word, item: item))
    }

    @Sendable private func save(_ request: WebRequest, _ parameters: (RecordID, String)) async throws -> Reply {
        let actor = try request.actor
        let (draft, step) = try await place(request, parameters.0, parameters.1)
        let flow = flow(draft.report, actor)
        guard case .page(let word, let item) = step, let page = flow.standard.page(word) else {
            return try await others(request, draft, flow)
        }
        var answers: [String: Answer?] = [:]
        var errors: [FormError] = []
        for field in fields(flow, word, item) {
            let (answer, error) = field.read(request.form)
            if let error { errors.append(error) } else { answers.updateValue(answer, forKey: field.question.id) }
        }
        if let unsaid = DangerUnsaid.error(answers, request.form) { errors.append(unsaid) }
        let edited = DraftEdit.put(answers, on: page, item: item, in: draft.report)
        do {
            // What is right is saved even where something else is wrong: nothing entered is lost.
            let saved = try await house.reporting.save(actor, draft.id, edited)
            guard errors.isEmpty else {
                return .page(self.page(saved, step, actor, sent: request.form, errors: errors, saved: false), status: 422)
            }
            if request.form.has("send") { return .seeOther(ReportAddresses.check.url(draft.id)) }
            let moved = self.flow(saved.report, actor)
            if answers.keys.contains(QuestionID.dangerNow), saved.report.answers.first(QuestionID.dangerNow) == "yes",
                draft.report.answers.first(QuestionID.dangerNow) != "yes"
            {
                return .seeOther(ReportAddresses.danger.url(draft.id))
            }
            return .seeOther(url(draft.id, moved.next(after: step)).with("saved", "yes"))
        } catch ServiceError.invalid(let faults) {
            let found = faults.map { fault in
                let question = fields(flow, word, item).first { fault.field.hasSuffix("." + $0.question.id) }?.question
                let label = question.map { Sentence(verbatim: $0.text(for: flow.audience)) }
                return FormError(
                    question?.id ?? "main",
                    label.map { Explaining.message(fault.reason, in: $0) } ?? Explaining.message(fault.reason))
            }
            return .page(self.page(draft, step, actor, sent: request.form, errors: errors + found, saved: false), status: 422)
        }
    }

    /// The list of what can be added: a button adds, another takes away, Continue goes on.
    private func others(_ request: WebRequest, _ draft: Draft, _ flow: ReportFlow) async throws -> Reply {
        if let group = request.form["add"].flatMap(QuestionGroup.init), flow.addable.contains(group),
            let first = flow.pages(of: group).first
        {
            return .seeOther(url(draft.id, .page(first, item: draft.report.mentions.count)))
        }
        if let item = request.form["remove"].flatMap({ Int($0) }) {
            _ = try await house.reporting.save(try request.actor, draft.id, DraftEdit.removing(item, from: draft.report))
            return .seeOther(url(draft.id, .others))
        }
        return .seeOther(request.form.has("send") ? ReportAddresses.check.url(draft.id) : url(draft.id, flow.next(after: .others)))
    }

    @Sendable private func send(_ request: WebRequest, _ id: RecordID) async throws -> Reply {
        let actor = try request.actor
        do {
            let receipt = try await house.reporting.send(actor, draft: id)
            return .seeOther(OwnReportPages.receiptURL(receipt.reference))
        } catch ServiceError.invalid(let faults) {
            let draft = try await house.reporting.draft(actor, id)
            let errors = faults.prefix(1).map { FormError("main", Explaining.message($0.reason)) }
            return .page(check(draft, actor, errors: Array(errors)), status: 422)
        } catch  where NotSent.isFailure(error) {
            throw await NotSent.problem(error, house, actor, id, again: ReportAddresses.check.url(id))
        }
    }

    private func fields(_ flow: ReportFlow, _ page: String, _ item: Int?) -> [QuestionField] {
        let questions = flow.questions(on: page, item: item)
        let areas = house.directory.snapshot.areasInForce(at: house.now)
        let heading = flow.standard.page(page)?.title(for: flow.audience)
        return questions.map { question in
            QuestionField(
                question: question, standard: flow.standard, audience: flow.audience, areas: areas,
                isHeading: question.text(for: flow.audience) == heading,
                followers: questions.filter { $0.when.contains { $0.question == question.id } },
                crimes: Set(flow.report.answers.all(QuestionID.crime)))
        }
    }

    private func page(_ draft: Draft, _ step: ReportFlow.Step, _ actor: Actor, sent: FormData?, errors: [FormError], saved: Bool) -> Page {
        let flow = flow(draft.report, actor)
        let frame = ReportFrame(
            action: url(draft.id, step), back: flow.previous(before: step).map { url(draft.id, $0) } ?? ReportAddresses.start.url,
            place: flow.place(of: step), savedAt: draft.savedAt, saved: saved)
        guard case .page(let word, let item) = step, let page = flow.standard.page(word) else {
            return OthersPage.page(draft.report, flow, frame, edit: { url(draft.id, .page($1, item: $0)) })
        }
        var answers = flow.answers(on: page, item: item)
        if page.group == .source, answers.byQuestion.isEmpty, let account = house.directory.snapshot.accounts[actor.account] {
            answers = KnownReporter.answers(account, flow.audience)
        }
        let fields = fields(flow, word, item)
        let content = PageFields(fields: fields).html(answers, sent: sent, errors: errors)
        return frame.page(
            title: Sentence(verbatim: page.title(for: flow.audience)), help: page.help.map { Sentence(verbatim: $0) }, errors: errors,
            isLong: fields.contains { $0.isLong }, content: "\(content)\(errors[QuestionID.dangerNow].map { _ in DangerUnsaid.said })")
    }

    private func check(_ draft: Draft, _ actor: Actor, errors: [FormError]) -> Page {
        let flow = flow(draft.report, actor)
        return CheckPage.page(
            draft, flow, areas: house.directory.snapshot, errors: errors,
            back: flow.previous(before: .check).map { url(draft.id, $0) } ?? ReportAddresses.start.url,
            change: { url(draft.id, $0) })
    }
}
