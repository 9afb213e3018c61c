// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of reporting a concern and of what I reported. No limit slows a reporter down.
enum ReportAddresses {
    /// Says what reporting is, and lists my drafts.
    static let start = Endpoint.page(.get, Path("report"), who: .may(.reportConcern), limit: RateLimit.none, "Begins a report.")
    /// Makes a draft.
    static let begin = Endpoint.page(.post, Path("report"), who: .may(.reportConcern), limit: RateLimit.none, "Makes a draft.")
    /// One page of the form.
    static let page = Endpoint.page(
        .get, Path("report") / .id("draft") / .word("page"), who: .may(.reportConcern), limit: RateLimit.none, "Asks one thing of a report."
    )
    /// Saves one page of the form.
    static let save = Endpoint.page(
        .post, Path("report") / .id("draft") / .word("page"), who: .may(.reportConcern), limit: RateLimit.none,
        "Saves one page of a report.")
    /// 999 first: shown when a person said that somebody is in danger now.
    static let danger = Endpoint.page(
        .get, Path("report") / .id("draft") / "ring-999", who: .may(.reportConcern), limit: RateLimit.none, "Says to ring 999 first.")
    /// A duty that falls on the reporter in person: shown after the page whose answers brought it about.
    static let duty = Endpoint.page(
        .get, Path("report") / .id("draft") / .word("page") / "your-duty", who: .may(.reportConcern), limit: RateLimit.none,
        "Says that the reporter must tell the police in person.")
    /// Everything said so far, to check and to send.
    static let check = Endpoint.page(
        .get, Path("report") / .id("draft") / "check", who: .may(.reportConcern), limit: RateLimit.none, "Shows a report before it is sent."
    )
    /// Sends the report.
    static let send = Endpoint.page(
        .post, Path("report") / .id("draft") / "check", who: .may(.reportConcern), limit: RateLimit.none, "Sends a report.")
    /// Throws a draft away.
    static let discard = Endpoint.page(
        .post, Path("report") / .id("draft") / "discard", who: .may(.reportConcern), limit: RateLimit.none, "Throws a draft away.")
    /// What I reported.
    static let mine = Endpoint.page(.get, Path("my-reports"), who: .may(.reportConcern), limit: RateLimit.none, "Lists what I reported.")
    /// One report of mine, with the replies.
    static let own = Endpoint.page(
        .get, Path("my-reports") / .word("reference"), who: .may(.readOwnReport), limit: RateLimit.none,
        "Shows a report of mine and the replies to it.")
    /// Adds words to a report of mine.
    static let add = Endpoint.page(
        .post, Path("my-reports") / .word("reference"), who: .may(.addToOwnReport), limit: RateLimit.none, "Adds to a report of mine.")

    static let declarations = [
        start.declaration, begin.declaration, page.declaration, save.declaration, danger.declaration, duty.declaration, check.declaration,
        send.declaration,
        discard.declaration, mine.declaration, own.declaration, add.declaration,
    ]
}
