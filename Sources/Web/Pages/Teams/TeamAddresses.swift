// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of teams: what is handed over to them, and their cases. What changes a case carries its reference, to come back to, and
/// its id.
enum TeamAddresses {
    /// The hand-overs to my teams.
    static let inbox = Endpoint.page(.get, Path("hand-overs"), who: .may(.seeTeamWork), "Lists the hand-overs to my teams.")
    /// Accepts a hand-over.
    static let accept = Endpoint.page(
        .post, Path("hand-overs") / .id("hand_over") / "accept", who: .may(.answerHandOver), "Accepts a hand-over.")
    /// Asks why a hand-over is refused.
    static let refuse = Endpoint.page(
        .get, Path("hand-overs") / .id("hand_over") / "refuse", who: .may(.answerHandOver), "Asks why a hand-over is refused.")
    /// Refuses a hand-over.
    static let confirmRefusal = Endpoint.page(
        .post, Path("hand-overs") / .id("hand_over") / "refuse", who: .may(.answerHandOver), "Refuses a hand-over.")
    /// My cases.
    static let cases = Endpoint.page(.get, Path("cases"), who: .may(.seeTeamWork), "Lists my cases and those of my teams.")
    /// One case.
    static let file = Endpoint.page(
        .get, Path("cases") / .word("case"), who: .may(.workCase), "Shows a case: people, timeline, actions.")
    /// Adds to a case's timeline.
    static let addEvent = Endpoint.page(
        .post, Path("cases") / .word("case") / .id("file") / "events", who: .may(.workCase), "Adds to the timeline of a case.")
    /// Sets an action.
    static let addAction = Endpoint.page(
        .post, Path("cases") / .word("case") / .id("file") / "actions", who: .may(.workCase), "Sets an action for a named person.")
    /// Finishes an action.
    static let finishAction = Endpoint.page(
        .post, Path("cases") / .word("case") / "actions" / .id("action"), who: .may(.workCase), "Finishes an action with its outcome.")
    /// Puts a person on a case.
    static let addMember = Endpoint.page(
        .post, Path("cases") / .word("case") / .id("file") / "members", who: .may(.workCase), "Puts a person on a case.")
    /// Asks what a case must show before it closes.
    static let close = Endpoint.page(
        .get, Path("cases") / .word("case") / "close", who: .may(.workCase), "Asks what a case must show before it closes.")
    /// Closes a case.
    static let confirmClosing = Endpoint.page(
        .post, Path("cases") / .word("case") / .id("file") / "close", who: .may(.workCase), "Closes a case.")

    static let declarations = [
        inbox.declaration, accept.declaration, refuse.declaration, confirmRefusal.declaration, cases.declaration, file.declaration,
        addEvent.declaration, addAction.declaration, finishAction.declaration, addMember.declaration, close.declaration,
        confirmClosing.declaration,
    ]
}
