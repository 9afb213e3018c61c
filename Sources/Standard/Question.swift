// SPDX-License-Identifier: Apache-2.0

/// One question of the concern form.
public struct Question: Sendable, Hashable {
    /// The question's own name, unique in the standard.
    public let id: String
    /// What it is asked about: the groups of the pages it stands on. One question may be asked of subject and suspect alike.
    public let groups: [QuestionGroup]
    /// The pages it stands on.
    public let pages: [String]
    /// The question as asked.
    public let text: String
    /// The question as asked of one audience, where it differs.
    public let textFor: [Audience: String]
    /// A sentence of help under the question.
    public let help: String?
    /// How it is answered.
    public let kind: QuestionKind
    /// The code list to choose from; present for every kind that chooses.
    public let list: CodeListName?
    /// Whether the question is always asked. It never blocks sending (RULE 2.1).
    public let required: Bool
    /// Which ways of not answering are offered: codes of the list `absence_of_answer`.
    public let absences: [String]
    /// Whom it is asked of.
    public let askedOf: [Audience]
    /// When it is asked: every one must hold.
    public let when: [QuestionCondition]
    /// How the answer is kept.
    public let stored: AnswerStorage
    /// The most characters an answer in words may have; nil for answers that are chosen.
    public let maxLength: Int?

    /// Makes a question.
    public init(
        id: String, groups: [QuestionGroup], pages: [String], text: String, textFor: [Audience: String] = [:], help: String? = nil,
        kind: QuestionKind, list: CodeListName? = nil, required: Bool = false, absences: [String] = [],
        askedOf: [Audience] = Audience.allCases, when: [QuestionCondition] = [], stored: AnswerStorage, maxLength: Int? = nil
    ) {
        self.id = id
        self.groups = groups
        self.pages = pages
        self.text = text
        self.textFor = textFor
        self.help = help
        self.kind = kind
        self.list = list
        self.required = required
        self.absences = absences
        self.askedOf = askedOf
        self.when = when
        self.stored = stored
        self.maxLength = maxLength
    }

    /// The question as asked of the audience.
    public func text(for audience: Audience) -> String { textFor[audience] ?? text }

    /// Whether it is asked of the audience, given the codes answered so far. A question not yet answered counts as no answer.
    public func isAsked(of audience: Audience, answers: (String) -> Set<String>) -> Bool {
        askedOf.contains(audience) && when.allSatisfy { $0.holds(answers($0.question)) }
    }
}

/// A question is asked only when another was answered, or answered so.
public struct QuestionCondition: Sendable, Hashable {
    /// The other question, which is answered by code.
    public let question: String
    /// Any of these codes was given; empty where any answer will do.
    public let isAnyOf: [String]

    /// Makes a condition.
    public init(question: String, isAnyOf: [String]) {
        self.question = question
        self.isAnyOf = isAnyOf
    }

    /// Whether it holds for the codes given.
    public func holds(_ codes: Set<String>) -> Bool { isAnyOf.isEmpty ? !codes.isEmpty : isAnyOf.contains(where: codes.contains) }
}

/// What a question is asked about.
public enum QuestionGroup: String, Sendable, Hashable, CaseIterable {
    /// The concern as a whole.
    case concern
    /// One statement.
    case statement
    /// The person the concern is about.
    case subject = "person.subject"
    /// A person suspected of causing harm.
    case suspect = "person.suspect"
    /// Another member of the household.
    case household = "person.household"
    /// A place.
    case place
    /// A vehicle.
    case vehicle
    /// A phone.
    case phone
    /// An online account.
    case account
    /// A time missing.
    case absence
    /// Who gave the information.
    case source
    /// What a named person records on a case, on a form of its own.
    case practice

    /// Whether one report may hold several.
    public var repeats: Bool { self != .concern && self != .source && self != .practice }
}

/// How a question is answered.
public enum QuestionKind: String, Sendable, Hashable, CaseIterable {
    /// One code of a short list.
    case choice
    /// Several codes of a list.
    case choices
    /// One line of words.
    case text
    /// Words over several lines.
    case longText = "long_text"
    /// A date that may be partly known.
    case partialDate = "partial_date"
    /// A whole date.
    case date
    /// Yes or no.
    case yesNo = "yes_no"
    /// An area of the directory.
    case area
    /// One code of a long list, found by typing.
    case code

    /// Whether it is answered from a code list.
    public var choosesFromList: Bool { self == .choice || self == .choices || self == .yesNo || self == .code }

    /// Whether it is answered in words, so that a length is limited.
    public var isWords: Bool { self == .text || self == .longText }
}

/// Who is reporting.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    /// Any officer, PCSO, special or member of police staff.
    case police
    /// Anyone who reports in the course of other work.
    case professional
    /// Anyone else, a child included.
    case `public`
}

/// How an answer is kept. Words about people are always sealed (DESIGN rule 1).
public enum AnswerStorage: String, Sendable, Hashable, CaseIterable {
    /// Encrypted with the record's key.
    case sealed
    /// A code in a plain column, so that statistics are plain SQL.
    case clearCode = "clear_code"
}
