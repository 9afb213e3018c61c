// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The pages of the report form over one report, wherever it is kept: in the draft of an account, or of somebody who has none.
struct ReportForm: Sendable {
    let house: House
    let flow: ReportFlow
    let savedAt: Instant
    /// The address of a step.
    let url: @Sendable (ReportFlow.Step) -> SiteURL
    /// Where the form begins.
    let start: SiteURL
    /// What is known of the reporter, to begin the page about them with.
    var known = Answers()

    /// The step of an address. Throws `notFound` for one that this report does not have.
    func step(_ word: String, item typed: String?) throws -> ReportFlow.Step {
        if word == ReportFlow.othersWord { return .others }
        guard let page = flow.standard.page(word) else { throw Problem.notFound }
        guard page.group.repeats, page.group != .statement else { return .page(word, item: nil) }
        let mentions = flow.report.mentions
        let item = typed.flatMap { Int($0) } ?? (page.group == .subject ? flow.firstSubject : mentions.count)
        guard (0...mentions.count).contains(item) else { throw Problem.notFound }
        // A page about a vehicle is not shown over a person's answers, whatever the address says.
        if mentions.indices.contains(item), mentions[item].formGroup != page.group.rawValue { throw Problem.notFound }
        return .page(word, item: item)
    }

    /// What one page of the form said.
    struct Read: Sendable {
        let answers: [String: Answer?]
        let errors: [FormError]
        /// The report with the answers in their place.
        let report: ConcernReport
    }

    /// Reads a page that was sent; nil for the list of what can be added, which answers nothing.
    func read(_ step: ReportFlow.Step, _ form: FormData) -> Read? {
        guard case .page(let word, let item) = step, let page = flow.standard.page(word) else { return nil }
        var answers: [String: Answer?] = [:]
        var errors: [FormError] = []
        for field in fields(word, item) {
            let (answer, error) = field.read(form)
            if let error { errors.append(error) } else { answers.updateValue(answer, forKey: field.question.id) }
        }
        if let unsaid = DangerUnsaid.error(answers, form) { errors.append(unsaid) }
        return Read(answers: answers, errors: errors, report: DraftEdit.put(answers, on: page, item: item, in: flow.report))
    }

    /// Faults of a page in the words of its questions.
    func errors(_ faults: [FieldFault], _ step: ReportFlow.Step) -> [FormError] {
        guard case .page(let word, let item) = step else { return faults.map { FormError("main", Explaining.message($0.reason)) } }
        let fields = fields(word, item)
        return faults.map { fault in
            let question = fields.first { fault.field.hasSuffix("." + $0.question.id) }?.question
            let label = question.map { Sentence(verbatim: $0.text(for: flow.audience)) }
            return FormError(
                question?.id ?? "main", label.map { Explaining.message(fault.reason, in: $0) } ?? Explaining.message(fault.reason))
        }
    }

    /// A step as a page. `sent` is the form as it was sent, where it had a fault.
    func page(_ step: ReportFlow.Step, sent: FormData?, errors: [FormError], saved: Bool) -> Page {
        let frame = ReportFrame(
            action: url(step), back: flow.previous(before: step).map(url) ?? start, place: flow.place(of: step), savedAt: savedAt,
            saved: saved)
        guard case .page(let word, let item) = step, let page = flow.standard.page(word) else {
            return OthersPage.page(flow.report, flow, frame, edit: { url(.page($1, item: $0)) }, more: url)
        }
        var answers = flow.answers(on: page, item: item)
        if page.group == .source, answers.byQuestion.isEmpty { answers = known }
        let fields = fields(word, item)
        let content = PageFields(fields: fields).html(answers, sent: sent, errors: errors)
        return frame.page(
            title: Sentence(verbatim: page.title(for: flow.audience)), help: page.help.map { Sentence(verbatim: $0) }, errors: errors,
            isLong: fields.contains { $0.isLong }, content: "\(content)\(errors[QuestionID.dangerNow].map { _ in DangerUnsaid.said })")
    }

    /// Everything said so far, and Send.
    func check(errors: [FormError], send: SiteURL) -> Page {
        CheckPage.page(
            flow, areas: house.directory.snapshot, errors: errors, back: flow.previous(before: .check).map(url) ?? start, send: send,
            duties: DutyNotice.html(flow.report, house), change: url)
    }

    /// 999 first.
    func danger(desk: DeskToRing) -> Page {
        let steps = flow.steps
        return DangerPage.page(next: url(steps.count > 1 ? steps[1] : .check), place: flow.place(of: steps[0]), desk: desk)
    }

    /// Whether the answer to the danger question has just become yes.
    func saysDangerNow(_ read: Read) -> Bool {
        read.answers.keys.contains(QuestionID.dangerNow) && read.report.answers.first(QuestionID.dangerNow) == "yes"
            && flow.report.answers.first(QuestionID.dangerNow) != "yes"
    }

    private func fields(_ page: String, _ item: Int?) -> [QuestionField] {
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
}
