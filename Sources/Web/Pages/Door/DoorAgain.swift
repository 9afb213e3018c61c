// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Asking once more without a page that was sent: a browser keeps what was sent with such a page, and would show it to whoever presses Back
/// after the writer has left. So what is wrong is told on a page of its own, by a mark in its address that says nothing.
enum DoorAgain {
    private static let parameter = "again"

    /// On to the page that asks once more.
    static func ask(_ url: SiteURL) -> Reply { .seeOther(url.with(parameter, "1")) }

    /// Whether the page asks once more.
    static func isAsked(_ request: WebRequest) -> Bool { request.query[parameter] != nil }
}

extension DoorForm {
    /// What was typed on a page and can't be taken, for the draft. Nil where it is more than a draft holds.
    func unread(_ step: DoorFlow.Step, _ form: FormData) -> DoorUnread? {
        DoorUnread(page: step.page.id, fields: form.fields.filter { $0.name != "send" }.map { .init(name: $0.name, value: $0.value) })
    }

    /// The page as it was typed, with what is wrong in it; nil where nothing of it waits.
    func again(_ step: DoorFlow.Step, _ unread: DoorUnread?) -> (sent: FormData, errors: [FormError])? {
        guard let unread, unread.page == step.page.id else { return nil }
        let sent = FormData(fields: unread.fields.map { .init(name: $0.name, value: $0.value) })
        let errors = fields(step).compactMap { $0.read(sent).error }
        if !errors.isEmpty { return (sent, errors) }
        let isSilent = fields(step).allSatisfy { $0.read(sent).answer == nil } && !flow.report.saysSomething
        return (sent, [FormError("main", isSilent ? Self.saysNothing : "Look at this once more")])
    }

    /// The page that waits to be asked once more, if there is one.
    func waiting(_ unread: DoorUnread?) -> DoorFlow.Step? { flow.steps.first { $0.page.id == unread?.page } }

    static let saysNothing: Sentence = "Tell us one thing at least. A few words are enough"
}
