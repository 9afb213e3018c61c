// SPDX-License-Identifier: Apache-2.0

/// What was done, told on the page that follows a form. The address carries a code, never words.
enum Done: String, Sendable {
    case taken, released, restricted, opened, answered, undone, replied, decided, emergency, confirmed, lifted
    case escalationTaken = "escalation_taken"
    case noticesRead = "notices_read"
    case accepted, refused
    case acceptedFirst = "accepted_first"
    case eventAdded = "event_added"
    case actionAdded = "action_added"
    case actionFinished = "action_finished"
    case memberAdded = "member_added"
    case caseClosed = "case_closed"

    private static let parameter = "done"

    /// The notice of an address, if it carries one.
    static func notice(_ request: WebRequest) -> Notice? {
        request.query[parameter].flatMap(Done.init(rawValue:)).map { Notice($0.words) }
    }

    /// The answer to a form that was taken: on to a page that says so.
    func then(_ url: SiteURL) -> Reply { .seeOther(url.with(Self.parameter, rawValue)) }

    private var words: Sentence {
        switch self {
        case .taken: "You have it. Everybody at the desk sees your name on it."
        case .released: "Put back. Nobody has it now."
        case .restricted: "Restricted. Only the people on it can open it."
        case .opened: "Open to the desk again."
        case .answered: "Your answer is kept. Nothing was merged, and you can take it back."
        case .undone: "Your answer is taken back."
        case .replied: "Your reply is sent. The reporter sees it under My reports."
        case .decided: "Decided. It is kept with your name and your reason."
        case .emergency: "Opened for eight hours. Its owner has been told, with your reason."
        case .confirmed: "The person stays shut out."
        case .lifted: "The person is no longer shut out."
        case .escalationTaken: "You have taken it on. It goes to nobody else."
        case .noticesRead: "The notices that were listed are marked as read."
        case .accepted: "Accepted. You are on the case now, and the desk sees your name."
        case .acceptedFirst: "Accepted. The sender's clock has stopped. The case opens when the lead team accepts."
        case .refused: "Refused. It is back at the desk, marked urgent."
        case .eventAdded: "Added to the timeline."
        case .actionAdded: "The action is set, and its owner is told."
        case .actionFinished: "The action is finished."
        case .memberAdded: "The person is on the case."
        case .caseClosed: "The case is closed."
        }
    }
}
