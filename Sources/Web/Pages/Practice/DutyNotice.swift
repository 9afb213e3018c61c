// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// A duty that falls on the reporter in person: said before the report goes on, and again when it has arrived. Sending the report does not
/// discharge it (FGM Act 2003, section 5B).
enum DutyNotice {
    /// One duty with its limits, and what proves it done.
    static func html(_ duty: FallenDuty) -> HTML {
        let told = duty.power.personal.map { Sentence(verbatim: $0.told) }
        let limit: HTML? = duty.limit.map { "<p><b>\(LimitWords.byWhen($0))</b></p>" }
        return Card.html(
            "duty-\(duty.power.id)", "Your own duty: \(duty.power.label)", meaning: .now,
            """
            <p><b>\(say: "This report does not discharge it.")</b> \(told.map { "\(ring: $0)" as HTML })</p>\(limit)\
            <p>\(Button.row(Telephone.button("Ring the police on 101", "101")))</p>
            """)
    }

    /// All duties of a report not yet stored, counted from now.
    static func html(_ report: ConcernReport, _ house: House) -> HTML? {
        let duties = house.duties(report, house.standard(report.standard), discovered: house.now)
        return duties.isEmpty ? nil : duties.map(html).joined()
    }

    /// The page after the answers that brought the duty about. Going on is never held up by it.
    static func page(_ report: ConcernReport, _ house: House, next: SiteURL, caption: Sentence, frame: Page.Frame = .work) -> Page {
        Page(
            title: "You must also tell the police yourself", caption: caption, section: .report, frame: frame, isNarrow: true,
            content: """
                \(html(report, house))
                <p>\(say: "Your report here goes to the desk as well, and it matters: finish it. It is shown again with these times when it has arrived, and you can write down the reference of the police there.")</p>
                \(Button.row(Button.link("Go on with the report", next, weight: .main)))
                """)
    }

    /// The form by which a reporter writes down what proves it done; nil once that was done.
    static func record(_ duty: FallenDuty, _ standard: Standard, _ action: SiteURL, sent: FormData? = nil, errors: [FormError] = [])
        -> HTML?
    {
        guard duty.done == nil, let id = duty.power.personal?.record, let form = standard.practiceForm(id) else { return nil }
        let fields = PracticeFields(form: form, standard: standard)
        return Form.post(action, "\(fields.html(sent: sent, errors: errors))\(Button.row(Button("Keep the reference").html))")
    }

    /// What was recorded.
    static func done(_ duty: FallenDuty, _ words: AnswerWords) -> HTML? {
        guard let done = duty.done else { return nil }
        let questions = words.standard.questions.filter { $0.pages.contains(done.form) }
        return "\(Facts.html(words.facts(done.answers, questions)))<p class=\"soft\">\(say: "Kept \(When.full(done.at)).")</p>"
    }
}
