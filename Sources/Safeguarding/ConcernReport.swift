// SPDX-License-Identifier: Apache-2.0

/// What kind of thing a mention names.
public enum MentionKind: String, Sendable, Codable, CaseIterable {
    case person, place, vehicle, phone, account, absence
}

/// The part a person plays in ONE concern. It belongs to the concern, never to the person (RULE 7.3).
public enum PersonRole: String, Sendable, Codable, CaseIterable {
    /// The child or adult whom the concern is about.
    case subject
    /// A person thought to cause harm; possibly unidentified (RULE 1.9).
    case suspect
    /// Somebody who lives with the subject.
    case household
    /// Anybody else who is named.
    case other
}

/// One person, place, vehicle, phone, online account or absence as one agency reported it.
public struct Mention: Hashable, Sendable, Codable {
    /// What it is.
    public var kind: MentionKind
    /// For a person, the part played in this concern.
    public var role: PersonRole?
    /// The answers of its group in the form.
    public var answers: Answers

    /// Makes a mention.
    public init(kind: MentionKind, role: PersonRole? = nil, answers: Answers) {
        self.kind = kind
        self.role = role
        self.answers = answers
    }

    /// The group of the form whose questions this mention answers.
    public var formGroup: String {
        guard kind == .person else { return kind.rawValue }
        return switch role {
        case .subject: "person.subject"
        case .suspect: "person.suspect"
        case .household, .other, nil: "person.household"
        }
    }
}

/// One statement: what was seen, heard or told, how it is known, and when (RULE 1.2: grades and knowledge attach to statements).
public struct Statement: Hashable, Sendable, Codable {
    /// The answers of the group `statement`.
    public var answers: Answers

    /// Makes a statement.
    public init(answers: Answers) { self.answers = answers }

    /// The words.
    public var text: String { answers.first(QuestionID.statementText) ?? "" }
}

/// Everything that one reporter says in one concern, as sent. One sentence is enough (RULE 2.1).
public struct ConcernReport: Hashable, Sendable, Codable {
    /// The standard whose form was answered, kept with the record (RULE 0.1).
    public var standard: String
    /// Answers about the concern as a whole (group `concern`).
    public var answers: Answers
    /// What was seen, heard or told.
    public var statements: [Statement]
    /// All that is named in it.
    public var mentions: [Mention]
    /// Who reported, sealed apart (DESIGN rule 1).
    public var source: Answers

    /// Makes a report.
    public init(
        standard: String, answers: Answers = Answers(), statements: [Statement] = [], mentions: [Mention] = [], source: Answers = Answers()
    ) {
        self.standard = standard
        self.answers = answers
        self.statements = statements
        self.mentions = mentions
        self.source = source
    }

    /// The people whom the concern is about.
    public var subjects: [Mention] { mentions.filter { $0.kind == .person && $0.role == .subject } }

    /// The people thought to cause harm.
    public var suspects: [Mention] { mentions.filter { $0.kind == .person && $0.role == .suspect } }

    /// Whether anything at all was said: the only condition for sending.
    public var saysSomething: Bool {
        !answers.isEmpty || statements.contains { !$0.answers.isEmpty } || mentions.contains { !$0.answers.isEmpty }
    }
}
