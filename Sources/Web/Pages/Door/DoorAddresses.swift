// SPDX-License-Identifier: Apache-2.0

/// The addresses of the public door. They stay in a browser's history, on a phone that others hold too: none says what it is for, and none
/// holds anything of the reader's. No limit slows anybody down here.
enum DoorAddresses {
    private static let place: StaticString = "advice"

    /// What anybody sees who opens the door, or a page of it after leaving.
    static let front = Endpoint.page(.get, Path(place), who: .everyone, limit: RateLimit.none, "Shows the front of the public door.")
    /// In, to write or to come back.
    static let enter = Endpoint.page(.post, Path(place), who: .everyone, limit: RateLimit.none, "Goes in by the public door.")
    /// Who reads this, when, and what leaving does: before anything is asked.
    static let first = Endpoint.page(
        .get, Path(place) / "first", who: .everyone, limit: RateLimit.none, "Says first who reads what is written.")
    /// One page of the short form.
    static let page = Endpoint.page(
        .get, Path(place) / "page" / .word("number"), who: .everyone, limit: RateLimit.none, "Asks one thing of the public.")
    /// Keeps one page of the short form; with words and `send`, hands it in at once.
    static let keep = Endpoint.page(
        .post, Path(place) / "page" / .word("number"), who: .everyone, limit: RateLimit.none, "Keeps one page of what the public tells.")
    /// 999 first.
    static let now = Endpoint.page(.get, Path(place) / "now", who: .everyone, limit: RateLimit.none, "Says to ring 999 first.")
    /// Everything said so far.
    static let check = Endpoint.page(
        .get, Path(place) / "check", who: .everyone, limit: RateLimit.none, "Shows what is written before it is sent.")
    /// Hands it in.
    static let send = Endpoint.page(.post, Path(place) / "check", who: .everyone, limit: RateLimit.none, "Sends a report of the public.")
    /// Waits until it is stored.
    static let next = Endpoint.page(
        .get, Path(place) / "next", who: .everyone, limit: RateLimit.none, "Waits while a report of the public is stored.")
    /// Takes a browser's work, which lets it in sooner.
    static let worked = Endpoint.page(
        .post, Path(place) / "next", who: .everyone, limit: RateLimit.none, "Takes a piece of work from a browser that waits.")
    /// The receipt, and whether it was kept.
    static let code = Endpoint.page(.get, Path(place) / "code", who: .everyone, limit: RateLimit.none, "Shows the receipt.")
    /// Holds what was typed against the receipt, or takes the receipt back.
    static let kept = Endpoint.page(
        .post, Path(place) / "code", who: .everyone, limit: RateLimit.none, "Checks that the receipt is kept, or withdraws it.")
    /// The end.
    static let done = Endpoint.page(.get, Path(place) / "done", who: .everyone, limit: RateLimit.none, "Says what comes next.")
    /// Asks for a receipt.
    static let back = Endpoint.page(.get, Path(place) / "back", who: .everyone, limit: RateLimit.none, "Asks for a receipt.")
    /// Takes a receipt.
    static let visit = Endpoint.page(.post, Path(place) / "back", who: .everyone, limit: RateLimit.none, "Takes a receipt.")
    /// What a receipt opens.
    static let answers = Endpoint.page(
        .get, Path(place) / "answers", who: .everyone, limit: RateLimit.none, "Shows the replies that a receipt opens.")
    /// Adds to what was told.
    static let add = Endpoint.page(.post, Path(place) / "answers", who: .everyone, limit: RateLimit.none, "Adds to what was told.")

    static let declarations = [
        front.declaration, enter.declaration, first.declaration, page.declaration, keep.declaration, now.declaration, check.declaration,
        send.declaration, next.declaration, worked.declaration, code.declaration, kept.declaration, done.declaration, back.declaration,
        visit.declaration, answers.declaration, add.declaration,
    ]

    /// Whether a path is the door's, known or not.
    static func holds(path: String) -> Bool {
        let front = front.url.path
        return path == front || path.hasPrefix(front + "/")
    }
}
