// SPDX-License-Identifier: Apache-2.0

/// What was done, told on the page that follows a form. The address carries a code, never words.
enum Done: String, Sendable {
    case taken, released, restricted, opened, answered, undone, replied, decided, emergency, confirmed, lifted
    case escalationTaken = "escalation_taken"
    case noticesRead = "notices_read"
    case accepted, refused, proposed, withdrawn
    case confirmedDecision = "confirmed_decision"
    case sentBack = "sent_back"
    case viewSaved = "view_saved"
    case viewRemoved = "view_removed"
    case shiftWritten = "shift_written"
    case shiftAccepted = "shift_accepted"
    case acceptedFirst = "accepted_first"
    case eventAdded = "event_added"
    case actionAdded = "action_added"
    case actionFinished = "action_finished"
    case memberAdded = "member_added"
    case caseClosed = "case_closed"
    case asked
    case askAnswered = "ask_answered"
    case protected
    case unprotected
    case agencyShutOut = "agency_shut_out"
    case lookUpClosed = "look_up_closed"
    case recorded
    case contactGiven = "contact_given"

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
        case .proposed:
            "Proposed. It needs a second named person: your colleagues at the desk have been told. Until one of them confirms, nothing is decided and the clock runs."
        case .withdrawn: "Your proposal is taken back."
        case .confirmedDecision: "Confirmed. It is decided, with both names."
        case .sentBack: "Sent back, with your reason. The concern stays open and its clock runs."
        case .viewSaved: "The view is saved."
        case .viewRemoved: "The view is removed."
        case .shiftWritten: "Your notes are kept. The next shift sees them and takes over with a name."
        case .shiftAccepted: "You have taken the shift over."
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
        case .asked: "Asked. A named person answers, and a clock runs until one does. You see the answer here and under Asked for more."
        case .askAnswered: "Answered. Whoever asked sees it, with your name and your reason."
        case .protected: "The identity is protected. Nothing is offered as a match of this person any more."
        case .unprotected: "The protection has ended. The person is compared with what is known again."
        case .agencyShutOut: "All people of that agency are shut out of this matter."
        case .lookUpClosed: "Closed. What came of it is kept with your name."
        case .contactGiven: "The contact is given to the team. The decision is kept with your name and your reason."
        case .recorded: "Recorded, with your name. Nothing was sent to anybody."
        }
    }
}
