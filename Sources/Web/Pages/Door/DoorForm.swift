// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The pages of the short form, and what is written so far.
struct DoorForm: Sendable {
    let house: House
    let flow: DoorFlow

    func fields(_ step: DoorFlow.Step) -> [QuestionField] {
        let questions = flow.questions(step)
        let heading = step.page.title(for: .public)
        return questions.map { question in
            QuestionField(
                question: question, standard: flow.standard, audience: .public, areas: house.directory.snapshot.areasInForce(at: house.now),
                isHeading: question.text(for: .public) == heading,
                followers: questions.filter { $0.when.contains { $0.question == question.id } })
        }
    }

    /// One page. `sent` is the form as it was sent, where it had a fault or could not be kept.
    func page(_ step: DoorFlow.Step, sent: FormData?, errors: [FormError], isNotKept: Bool = false) -> Page {
        let content = PageFields(fields: fields(step)).html(flow.answers(step), sent: sent, errors: errors)
        let isWords = step.page.group == .statement
        let buttons = Button.row(
            Button("Go on").html, isWords ? Button("Send this now", name: "send", value: "yes", weight: .quiet).html : "")
        return DoorFrame.page(
            Sentence(verbatim: step.page.title(for: .public)), back: flow.previous(before: step), errors: errors,
            notice: isNotKept
                ? Notice("NOT SENT. Your words are still here. Wait a bit, then press the button again. If it can't wait, ring 999.", .now)
                : nil,
            """
            \(lead(step))
            \(Form.post(DoorAddresses.keep.url(String(step.number)), "\(content)\(errors[QuestionID.dangerNow].map { _ in DangerUnsaid.said })\(buttons)"))
            """)
    }

    private func lead(_ step: DoorFlow.Step) -> HTML {
        switch step.page.group {
        case .source:
            """
            <p>\(say: "You can leave all of this out.")</p>
            <p>\(say: "If you tell us how to reach you, just the desk can see it. The desk may pass it on if you agree, to save a life, or if the law says it must. A person with a name must then write down why.")</p>
            """
        case .statement:
            "<p>\(say: "Tell us what you can. A few words are enough. You can send it as it is, or go on and tell us more.")</p>"
        default:
            step.page.id == flow.steps.first?.page.id
                ? "<p>\(say: "We ask two things that you need to answer. They say “needed”. You can leave out the rest.")</p>"
                : "<p>\(say: "Leave out what you do not know, or do not want to say.")</p>"
        }
    }

    /// Everything written so far, and Send.
    func check(errors: [FormError]) -> Page {
        let words = AnswerWords(standard: flow.standard, areas: house.directory.snapshot)
        let cards: [HTML] = flow.steps.compactMap { step in
            let facts = words.facts(flow.answers(step), flow.asked(step), .public)
            if facts.isEmpty { return nil }
            let title = Sentence(verbatim: step.page.title(for: .public))
            return Card.html(
                "card-\(step.page.id)", title,
                "\(Facts.html(facts))<p><a href=\"\(flow.url(step.number))\">\(say: "Change")<span class=\"hidden\"> \(title)</span></a></p>"
            )
        }
        let back = flow.steps.last.map { flow.url($0.number) }
        return DoorFrame.page(
            "Look at it, then send it", back: back, errors: errors,
            """
            \(cards.isEmpty ? "<p class=\"empty\">\(say: "You have not told us anything yet. A few words are enough.")</p>" as HTML : nil)\(cards)
            \(Form.post(DoorAddresses.send.url, "<p>\(say: "When you send it, people at the desk read it. We do not tell your family that you wrote to us.")</p>\(Button.row(Button("Send").html))"))
            """)
    }
}
