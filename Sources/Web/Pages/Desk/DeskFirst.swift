// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What the desk sees first: what nobody has, what is past its limit, and what is new to whoever looks; each a figure that is a link.
struct DeskFirst {
    let queue: QueuePage
    let filter: QueueFilter

    var html: HTML {
        """
        <ul class="first"\(attribute: "aria-label", say: "First")>\(tile(queue.unowned, "Taken by nobody", .due) { $0.onlyUnowned = true })\
        \(tile(queue.counts[.passed] ?? 0, "Past their limit", .now) { $0.part = .passed })\
        \(tile(queue.fresh, "New since you last looked", .plain) { $0.onlyNew = true })</ul>\(seen)
        """
    }

    private func tile(_ count: Int, _ words: Sentence, _ meaning: Tag.Meaning, _ change: (inout QueueFilter) -> Void) -> HTML {
        let shown = count == 0 || meaning == .plain ? "" : " " + meaning.rawValue
        return """
            <li class="tile\(shown)"><a href="\(QueueAddress.url(QueueFilter(), change))"><b>\(count)</b> <span>\(words)</span></a></li>
            """
    }

    /// What new means here, and a way to say that it has been seen: looking again in the same sitting takes nothing away.
    private var seen: HTML {
        let since: HTML = "\(say: "New means received since \(When.short(queue.since, now: queue.asOf)).")"
        guard queue.fresh > 0 else { return "<p class=\"soft\">\(since)</p>" }
        return Form.post(
            DeskAddresses.seen.url,
            """
            \(Form.hidden(Self.field, String(queue.asOf.microseconds)))\
            <p class="soft">\(since) <button type="submit" class="link">\(say: "I have seen what is new")</button></p>
            """)
    }

    /// The field that says up to which moment things were listed.
    static let field = "up_to"
}
