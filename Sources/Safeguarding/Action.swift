// SPDX-License-Identifier: Apache-2.0

/// Everything that can be asked of Sentinel. Each route of pages and API names one.
public enum Action: String, Sendable, Codable, CaseIterable {
    // About one concern.
    /// Read what I reported and the replies to it.
    case readOwnReport = "read_own_report"
    /// Add to what I reported.
    case addToOwnReport = "add_to_own_report"
    /// Read a concern with its people and pieces.
    case readConcern = "read_concern"
    /// Take a concern, so that a second decider sees my name.
    case takeConcern = "take_concern"
    /// Decide on a concern, with a reason.
    case decideConcern = "decide_concern"
    /// Say same, not the same or can't tell about a match.
    case answerMatch = "answer_match"
    /// Choose or write the reply to the reporter.
    case replyToReporter = "reply_to_reporter"
    /// Accept or refuse a hand-over to my team.
    case answerHandOver = "answer_hand_over"
    /// Read a case and add people, events and actions.
    case workCase = "work_case"
    /// Read who reported, and whether a child is the source.
    case readSource = "read_source"
    /// Open a restricted record in an emergency, with a reason; its owner is told.
    case openInEmergency = "open_in_emergency"
    /// Confirm or lift a shut-out that software has set.
    case reviewShutOut = "review_shut_out"
    /// Read the contact that somebody gave at the public door.
    case readContact = "read_contact"
    /// Give that contact to a team: a decision with a reason, for life, law or by agreement.
    case discloseContact = "disclose_contact"
    /// Answer another agency that asks for more of a concern than its share rule shows.
    case answerAsk = "answer_ask"
    /// Protect a person's identity, or end that.
    case protectIdentity = "protect_identity"
    // About the house.
    /// Report a concern.
    case reportConcern = "report_concern"
    /// Import an agency's concerns from a file.
    case importConcerns = "import_concerns"
    /// Work the list of rows that could not be read.
    case mendUnreadableRows = "mend_unreadable_rows"
    /// See the desk's queue.
    case seeQueue = "see_queue"
    /// See the hand-overs to my team and my cases.
    case seeTeamWork = "see_team_work"
    /// Search over what one may see.
    case search
    /// Take what nobody has taken: uncovered areas, passed limits.
    case takeEscalation = "take_escalation"
    /// Read the directory of agencies, areas, teams and duty.
    case readDirectory = "read_directory"
    /// Change the directory, accounts, roles and duty.
    case changeDirectory = "change_directory"
    /// Change the duty rota of one's own area.
    case changeDuty = "change_duty"
    /// Make and revoke one's own tokens, and end one's own sessions.
    case manageOwnAccess = "manage_own_access"
    /// Make and revoke the tokens of one's agency's systems.
    case manageAgencyTokens = "manage_agency_tokens"
    /// Read the ledger: who did what, when and why.
    case readLedger = "read_ledger"
    /// See figures.
    case seeFigures = "see_figures"
    /// Read the common standard.
    case readStandard = "read_standard"

    /// See what other agencies ask of my desk, team or cases, and what came of my own asking.
    case seeAsks = "see_asks"
    /// Read who looked up their own name, a relative or very many people.
    case readLookUps = "read_look_ups"
    /// Hold protected identities: be told, alone, when somebody reports one of them anew.
    case holdIdentities = "hold_identities"

    /// Whether the action is about one concern, so that the policy needs its facts.
    public var isAboutConcern: Bool {
        switch self {
        case .readOwnReport, .addToOwnReport, .readConcern, .takeConcern, .decideConcern, .answerMatch, .replyToReporter, .answerHandOver,
            .workCase, .readSource, .openInEmergency, .reviewShutOut, .answerAsk, .protectIdentity,
            .readContact, .discloseContact:
            true
        default: false
        }
    }
}
