// SPDX-License-Identifier: Apache-2.0

/// The name of a code list. The names below are those that Sentinel's own rules look up; a standard may hold others.
public struct CodeListName: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as written in the standard, in snake case.
    public let rawValue: String

    /// Takes a name as written.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes a name written in code.
    public init(stringLiteral value: String) { self.rawValue = value }

    /// The name as written.
    public var description: String { rawValue }

    /// Orders by the text of the name.
    public static func < (left: CodeListName, right: CodeListName) -> Bool { left.rawValue < right.rawValue }
}

extension CodeListName {
    /// The hidden crimes.
    public static let crime: CodeListName = "crime"
    /// Categories of child abuse.
    public static let abuseCategory: CodeListName = "abuse_category"
    /// Signs; also typed, with their groups, as `Standard.signs`.
    public static let sign: CodeListName = "sign"
    /// Where it happens, in detail; attribute `broad`.
    public static let setting: CodeListName = "setting"
    /// Where it happens in three words: in the home, online, away from home (RULE 5.3).
    public static let broadSetting: CodeListName = "broad_setting"
    /// The suspected person's relationship to the victim; attributes `known`, `in_family`, `position_of_trust`.
    public static let relationship: CodeListName = "relationship"
    /// Known person, stranger or not known (RULE 5.3).
    public static let acquaintance: CodeListName = "acquaintance"
    /// Where a concern came from.
    public static let referralSource: CodeListName = "referral_source"
    /// What was decided on a concern; attributes `requires_reason`, `closes`, `meets_need`, `hands_over`, `notifies`.
    public static let outcome: CodeListName = "outcome"
    /// Levels of need under the local threshold document; attribute `statutory`.
    public static let threshold: CodeListName = "threshold"
    /// Kinds of team that concerns are routed to.
    public static let teamKind: CodeListName = "team_kind"
    /// Kinds of agency.
    public static let agencyKind: CodeListName = "agency_kind"
    /// Who a concern is about; attribute `treated_as` (child or adult).
    public static let subjectKind: CodeListName = "subject_kind"
    /// Age bands; attributes `from` and `to` in whole years.
    public static let ageBand: CodeListName = "age_band"
    /// How a statement is known.
    public static let howKnown: CodeListName = "how_known"
    /// The four ways of not answering (RULE 2.1).
    public static let absence: CodeListName = "absence_of_answer"
    /// Sex.
    public static let sex: CodeListName = "sex"
    /// Ethnicity, self-defined.
    public static let ethnicity: CodeListName = "ethnicity"
    /// Disability.
    public static let disability: CodeListName = "disability"
    /// Languages.
    public static let language: CodeListName = "language"
    /// Who said so.
    public static let saidBy: CodeListName = "said_by"
    /// Yes or no.
    public static let yesNo: CodeListName = "yes_no"
    /// Yes, no or sometimes.
    public static let yesNoSometimes: CodeListName = "yes_no_sometimes"
    /// Kinds of place.
    public static let placeKind: CodeListName = "place_kind"
    /// How much of a registration mark was read: `whole` or `part`.
    public static let markRead: CodeListName = "mark_read"
    /// Online platforms.
    public static let platform: CodeListName = "platform"
    /// Kinds of position of trust.
    public static let positionOfTrust: CodeListName = "position_of_trust"
    /// How urgent a concern was stated to be; attributes `rank`, `above_the_rest`, `never_pauses`.
    public static let urgency: CodeListName = "urgency"
    /// Why a hand-over was refused.
    public static let refusalReason: CodeListName = "refusal_reason"
    /// Replies that a named person may choose for the reporter.
    public static let reply: CodeListName = "reply"
    /// What came of an action (RULE 4.1); attribute `requires_reason`.
    public static let actionOutcome: CodeListName = "action_outcome"
    /// How a case ended.
    public static let caseOutcome: CodeListName = "case_outcome"
    /// How much of a record may be shared.
    public static let shareRule: CodeListName = "share_rule"
    /// The law a record is held under.
    public static let legalRegime: CodeListName = "legal_regime"
    /// How long a record is kept, in classes; attributes say the review.
    public static let retentionClass: CodeListName = "retention_class"
    /// Lawful bases for sharing (RULE 2.6).
    public static let lawfulBasis: CodeListName = "lawful_basis"
    /// Whether the family has been told (RULE 2.2).
    public static let familyTold: CodeListName = "family_told"
    /// Ways of reaching a person.
    public static let contactChannel: CodeListName = "contact_channel"
    /// Agreement to a service, which is no lawful basis (RULE 2.6).
    public static let serviceAgreement: CodeListName = "service_agreement"
    /// Interpreters; no relative among them.
    public static let interpreter: CodeListName = "interpreter"
    /// How a reply reaches the reporter; attribute `way`, none where it is read inside Sentinel.
    public static let replyChannel: CodeListName = "reply_channel"
    /// What no reply says; attribute `words`, by which a written one is held against it.
    public static let replyDoubt: CodeListName = "reply_doubt"
    /// Look-ups that professional standards hear of; attribute `at_least`, how many a day.
    public static let lookUp: CodeListName = "look_up"
    /// A person's answer to a possible match.
    public static let matchAnswer: CodeListName = "match_answer"
    /// The events that clocks start at.
    public static let event: CodeListName = "event"
    /// The moves of a concern or case that gates stand before.
    public static let move: CodeListName = "move"
}
