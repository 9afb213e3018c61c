// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What a professional without an account is shown before and after the form.
struct WorkReportScreens: Sendable {
    let house: House

    /// What reporting is, and what this browser had begun.
    func start(_ held: DoorDraft?, discarded: Bool) -> Page {
        Page(
            title: "Report a concern from your work", notice: discarded ? Notice("The draft is thrown away.") : nil, isNarrow: true,
            content: """
                \(Card.html("danger", "Is somebody in danger now?", meaning: .now, "<p>\(ring: "Ring 999 first. If you can't speak, press 55 when asked. The form can wait.")</p>"))
                <p>\(say: "For teachers, nurses, housing and youth workers, and everybody else who meets children or vulnerable adults in their work. You need no account: say what you saw, heard or were told, and send it. One sentence is enough.")</p>
                <p>\(say: "If you give your work e-mail address, we write to it afterwards, so that you can come back and read what came of it. Nothing waits for that.")</p>
                \(begun(held))
                \(Form.post(WorkReportAddresses.begin.url, Button.row(Button(held == nil ? "Start a report" : "Start another report", weight: held?.state == .writing ? .quiet : .main).html)))
                <p>\(say: "Have you reported before?") <a href="\(WorkReportAddresses.mine.url)">\(say: "See what came of it")</a></p>
                <p class="soft">\(say: "Have you an account?") <a href="\(SignInAddresses.signIn.url)">\(say: "Sign in")</a></p>
                <p class="soft">\(ring: "Would you rather talk first?")</p>\(DoorDesks(house: house).list)
                """)
    }

    private func begun(_ held: DoorDraft?) -> HTML? {
        guard let held else { return nil }
        guard held.state == .writing else {
            return Card.html(
                "begun", "Your last report", "<p><a href=\"\(WorkReportAddresses.sent.url)\">\(say: "Its confirmation")</a></p>")
        }
        let discard = Form.post(WorkReportAddresses.discard.url, Button.row(Button("Throw it away", weight: .quiet).html))
        return Card.html(
            "begun", "You have begun a report",
            """
            <p>\(say: "Saved at \(When.clock(held.savedAt)).")</p>\
            \(Button.row(Button.link("Go on with it", WorkReportAddresses.check.url, weight: .main)))\(discard)
            """)
    }

    /// The confirmation: the desk, by when it decides, a number, and what to do if nothing comes.
    func arrival(_ receipt: DoorReceipt, asked: Bool) -> HTML {
        let stored = receipt.stored
        let mail: Sentence =
            asked
            ? "We have written to the work address you gave. Open the link there, and you can read under it what came of this and of your later reports."
            : "You gave no work e-mail address. With the code below you can come back and read what came of this."
        return """
            \(Card.html("receipt", "Reference \(stored.reference)", meaning: .good, """
                <p>\(say: "It is stored safely. \(stored.desk.name) reads it and decides by \(When.full(stored.decidesByLatest)).")</p>
                <p>\(ring: "If you hear nothing by then, or it gets worse, ring \(stored.desk.phone) (\(stored.desk.hours)) and say this reference. If you don't agree with what is decided, say so there: you may ask for it to be looked at again. If somebody is in danger now, ring 999.")</p>
                """))
            \(Card.html("back", "What came of it", """
                <p>\(mail)</p>
                <p>\(say: "Your code:") <b class="code">\(receipt.words)</b></p>
                <p class="soft">\(say: "With it you read the replies at any time:") <a href="\(DoorAddresses.front.url)">\(say: "come back with a code")</a></p>
                """))
            """
    }

    /// What a link by mail asks. Opening it does nothing yet, so that no preview of a mail answers for anybody.
    func question(_ question: WorkReporting.Question, _ secret: String) -> Page {
        let answer = WorkReportAddresses.answer.url(secret)
        guard let sentAt = question.sentAt else {
            return Page(
                title: "What I reported", isNarrow: true,
                content: Form.post(
                    answer,
                    "<p>\(say: "You asked to read what came of your reports.")</p>\(Form.hidden("theirs", "yes"))\(Button.row(Button("Show my reports").html))"
                ))
        }
        return Page(
            title: "Is this report yours?", isNarrow: true,
            content: """
                <p>\(say: "A report was sent on \(When.full(sentAt)) with this address as the reporter's work e-mail.")</p>
                \(Form.post(answer, Button.row(
                    Button("Yes, I sent it", name: "theirs", value: "yes").html,
                    Button("No, it was not me", name: "theirs", value: "no", weight: .quiet).html)))
                <p class="soft">\(say: "The report has been read or is being read in any case. Your answer only says whose it is.")</p>
                """)
    }
}
