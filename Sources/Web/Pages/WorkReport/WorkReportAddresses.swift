// SPDX-License-Identifier: Apache-2.0

/// The addresses for professionals who report without an account. The key of a draft stands in a cookie, never in an address. No limit slows
/// a reporter down.
enum WorkReportAddresses {
    /// What reporting is, and what was begun.
    static let start = Endpoint.page(
        .get, Path("work-report"), who: .everyone, limit: RateLimit.none, "Begins a report without an account.")
    /// Makes a draft.
    static let begin = Endpoint.page(.post, Path("work-report"), who: .everyone, limit: RateLimit.none, "Makes a draft without an account.")
    /// One page of the form.
    static let page = Endpoint.page(
        .get, Path("work-report") / "page" / .word("page"), who: .everyone, limit: RateLimit.none, "Asks one thing of a report.")
    /// Saves one page of the form.
    static let save = Endpoint.page(
        .post, Path("work-report") / "page" / .word("page"), who: .everyone, limit: RateLimit.none, "Saves one page of a report.")
    /// A duty that falls on the reporter in person.
    static let duty = Endpoint.page(
        .get, Path("work-report") / "page" / .word("page") / "your-duty", who: .everyone, limit: RateLimit.none,
        "Says that the reporter must tell the police in person.")
    /// 999 first.
    static let danger = Endpoint.page(
        .get, Path("work-report") / "ring-999", who: .everyone, limit: RateLimit.none, "Says to ring 999 first.")
    /// Everything said so far.
    static let check = Endpoint.page(
        .get, Path("work-report") / "check", who: .everyone, limit: RateLimit.none, "Shows a report before it is sent.")
    /// Sends it.
    static let send = Endpoint.page(
        .post, Path("work-report") / "check", who: .everyone, limit: RateLimit.none, "Sends a report without an account.")
    /// Throws the draft away.
    static let discard = Endpoint.page(
        .post, Path("work-report") / "discard", who: .everyone, limit: RateLimit.none, "Throws a draft away.")
    /// The confirmation, as long as the browser has its cookie.
    static let sent = Endpoint.page(
        .get, Path("work-report") / "sent", who: .everyone, limit: RateLimit.none, "Confirms that a report has arrived.")
    /// Adds to the report just sent.
    static let addSent = Endpoint.page(
        .post, Path("work-report") / "sent", who: .everyone, limit: RateLimit.none, "Adds to a report that was just sent.")
    /// Records what proves a duty done, on the report just sent.
    static let recordSent = Endpoint.page(
        .post, Path("work-report") / "sent" / .word("form"), who: .everyone, limit: RateLimit.none,
        "Records on a report that was just sent.")
    /// What a link by mail asks.
    static let question = Endpoint.page(
        .get, Path("work-report") / "confirm" / .word("secret"), who: .everyone, "Asks whether a report is yours.")
    /// Answers it.
    static let answer = Endpoint.page(
        .post, Path("work-report") / "confirm" / .word("secret"), who: .everyone, "Says whether a report is yours.")
    /// What I reported.
    static let mine = Endpoint.page(.get, Path("work-report") / "mine", who: .everyone, "Lists what I reported without an account.")
    /// Asks for a link back by mail.
    static let link = Endpoint.page(.post, Path("work-report") / "mine", who: .everyone, "Sends a link to a work address.")
    /// One report of mine.
    static let own = Endpoint.page(
        .get, Path("work-report") / "mine" / .word("reference"), who: .everyone, "Shows a report of mine and the replies to it.")
    /// Adds to a report of mine.
    static let addOwn = Endpoint.page(
        .post, Path("work-report") / "mine" / .word("reference"), who: .everyone, "Adds to a report of mine without an account.")
    /// Records what proves a duty done.
    static let recordOwn = Endpoint.page(
        .post, Path("work-report") / "mine" / .word("reference") / .word("form"), who: .everyone,
        "Records on a report of mine without an account.")
    /// The signs of the standard, by setting and age.
    static let signs = Endpoint.page(.get, Path("is-this-a-sign"), who: .everyone, limit: RateLimit.none, "Shows the signs of harm.")

    static let declarations = [
        start.declaration, begin.declaration, page.declaration, save.declaration, duty.declaration, danger.declaration, check.declaration,
        send.declaration, discard.declaration, sent.declaration, addSent.declaration, recordSent.declaration, question.declaration,
        answer.declaration, mine.declaration, link.declaration, own.declaration, addOwn.declaration, recordOwn.declaration,
        signs.declaration,
    ]
}
