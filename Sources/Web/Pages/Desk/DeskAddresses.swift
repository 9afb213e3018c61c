// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of the desk. What changes a concern carries its reference, to come back to, and its id.
enum DeskAddresses {
    /// The queue.
    static let queue = Endpoint.page(.get, Path("desk"), who: .may(.seeQueue), "Lists the concerns that wait, and those decided.")
    /// What nobody has taken on: it goes from one person on call to the next.
    static let escalations = Endpoint.page(
        .get, Path("desk/escalations"), who: .may(.takeEscalation),
        "Lists areas with nobody on duty and passed limits that nobody has taken on.")
    /// Takes on a passed limit or an area with nobody on duty.
    static let takeEscalation = Endpoint.page(
        .post, Path("desk/escalations") / .id("escalation") / "take", who: .may(.takeEscalation),
        "Takes on a passed limit, or an area with nobody on duty.")
    /// Says that what is new has been seen.
    static let seen = Endpoint.page(.post, Path("desk/seen"), who: .may(.seeQueue), "Says that what is new in the queue has been seen.")
    /// Keeps a queue under a name.
    static let saveView = Endpoint.page(.post, Path("desk/views"), who: .may(.seeQueue), "Keeps a filtered queue under a name.")
    /// Takes a named queue away.
    static let removeView = Endpoint.page(
        .post, Path("desk/views") / .id("view") / "remove", who: .may(.seeQueue), "Takes a named queue away.")
    /// What one shift leaves to the next.
    static let shift = Endpoint.page(
        .get, Path("desk/shift") / .word("area"), who: .may(.seeQueue),
        "Shows what is open at a desk, who holds it and what must be done before when, for the next shift.")
    /// Keeps the notes of whoever goes off shift.
    static let handShift = Endpoint.page(
        .post, Path("desk/shift") / .word("area"), who: .may(.seeQueue), "Keeps the notes of one shift for the next.")
    /// Takes a shift over.
    static let acceptShift = Endpoint.page(
        .post, Path("desk/shift") / .word("area") / .id("note") / "accept", who: .may(.seeQueue), "Takes a shift over.")
    /// Confirms a decision that another person has proposed.
    static let confirmProposal = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("proposal") / "confirm", who: .may(.decideConcern),
        "Confirms a decision that another person has proposed.")
    /// Sends a proposed decision back.
    static let sendBack = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("proposal") / "send-back", who: .may(.decideConcern),
        "Sends a proposed decision back, with a reason.")
    /// Takes one's own proposal back.
    static let withdraw = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("proposal") / "withdraw", who: .may(.decideConcern),
        "Takes one's own proposed decision back.")
    /// Two pages for a strategy discussion.
    static let brief = Endpoint.page(
        .get, Path("concerns") / .word("reference") / "brief", who: .may(.readConcern), "Shows two pages for a strategy discussion.")
    /// The same as a file.
    static let briefFile = Endpoint.page(
        .get, Path("concerns") / .word("reference") / "brief-pdf", who: .may(.readConcern),
        "Gives two pages for a strategy discussion as a PDF.")
    /// One concern with what others already know.
    static let concern = Endpoint.page(
        .get, Path("concerns") / .word("reference"), who: .may(.readConcern), "Shows a concern with what others already know.")
    /// Puts my name on a concern.
    static let take = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "take", who: .may(.takeConcern),
        "Takes a concern, or takes it over.")
    /// Lays a concern back.
    static let release = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "release", who: .may(.takeConcern), "Puts a concern back.")
    /// Restricts a concern, or opens it to the desk again.
    static let restrict = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "restrict", who: .may(.readConcern),
        "Restricts a concern to the people on it, or opens it to the desk again.")
    /// Answers a match.
    static let answer = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "matches", who: .may(.answerMatch),
        "Says same, not the same or can't tell.")
    /// Takes an answer back.
    static let undo = Endpoint.page(
        .post, Path("concerns") / .word("reference") / "answers" / .id("answer"), who: .may(.answerMatch),
        "Takes an answer to a match back.")
    /// Replies to whoever reported.
    static let reply = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "replies", who: .may(.replyToReporter), "Replies to the reporter.")
    /// A reply that goes by post.
    static let letter = Endpoint.page(
        .get, Path("concerns") / .word("reference") / .id("reply") / "letter", who: .may(.replyToReporter),
        "Shows a reply as a letter to be printed.")
    /// Gives a contact from the public door to a team.
    static let contact = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "contact", who: .may(.discloseContact),
        "Gives the contact that somebody left at the public door to a team, with a reason.")
    /// Confirms or lifts a shut-out.
    static let shutOut = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "shut-outs", who: .may(.reviewShutOut),
        "Confirms or lifts a shut-out that software has set.")
    /// Who has looked at a concern.
    static let looks = Endpoint.page(
        .get, Path("concerns") / .word("reference") / .id("concern") / "looks", who: .may(.readConcern),
        "Shows who has looked at a concern.")
    /// The form to decide with.
    static let decide = Endpoint.page(
        .get, Path("concerns") / .word("reference") / "decide", who: .may(.decideConcern), "Asks for a decision, and shows where it leads.")
    /// Decides.
    static let confirm = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "decide", who: .may(.decideConcern), "Decides on a concern.")
    /// Asks why a restricted concern must be opened.
    static let emergency = Endpoint.page(
        .get, Path("concerns") / .word("reference") / "emergency", who: .may(.openInEmergency),
        "Asks why a restricted concern must be opened.")
    /// Opens a restricted concern.
    static let open = Endpoint.page(
        .post, Path("concerns") / .word("reference") / "emergency", who: .may(.openInEmergency),
        "Opens a restricted concern in an emergency.")

    static let declarations = [
        queue.declaration, escalations.declaration, takeEscalation.declaration, concern.declaration, take.declaration, release.declaration,
        restrict.declaration, answer.declaration, undo.declaration, reply.declaration, letter.declaration, shutOut.declaration,
        contact.declaration,
        looks.declaration,
        seen.declaration, saveView.declaration, removeView.declaration, shift.declaration, handShift.declaration, acceptShift.declaration,
        confirmProposal.declaration, sendBack.declaration, withdraw.declaration, brief.declaration, briefFile.declaration,
        decide.declaration, confirm.declaration, emergency.declaration, open.declaration,
    ]
}

/// For what a concern is read: it stands in the ledger, and says where "Back" leads.
enum ReadingPurpose: String, Sendable {
    case desk
    case handOver = "hand_over"
    case file = "case"
    case search

    private static let parameter = "for"

    /// The purpose that an address states; the desk's where it states none.
    init(_ request: WebRequest) { self = request.query[Self.parameter].flatMap(ReadingPurpose.init(rawValue:)) ?? .desk }

    /// A concern's address, read for this purpose.
    func url(_ reference: String) -> SiteURL {
        let url = DeskAddresses.concern.url(reference)
        return self == .desk ? url : url.with(Self.parameter, rawValue)
    }
}
