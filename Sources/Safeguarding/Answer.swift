// SPDX-License-Identifier: Apache-2.0

/// Why an answer is absent: four different answers that are never run together (RULE 2.1). The codes stand in the standard's list
/// `absence_of_answer`; software only needs to know that they are not values.
public struct Absence: Hashable, Sendable, Codable {
    /// The code, such as `not_known`, `not_asked`, `refused`, `not_applicable`.
    public let code: String

    /// Makes an absence from its code in the standard.
    public init(_ code: String) { self.code = code }

    /// What a question is until somebody has been asked.
    public static let notAsked = Absence("not_asked")
}

/// The answer to one question of the form.
public enum Answer: Hashable, Sendable {
    /// One or more values, as entered; a single answer is a list of one.
    case values([String])
    /// No value, and why.
    case absent(Absence)

    /// One value.
    public static func value(_ text: String) -> Answer { .values([text]) }

    /// The first value, if there is one that is not empty.
    public var first: String? {
        guard case .values(let values) = self, let first = values.first, !first.isEmpty else { return nil }
        return first
    }

    /// All values; empty where the answer is absent.
    public var all: [String] {
        if case .values(let values) = self { values } else { [] }
    }
}

extension Answer: Codable {
    private enum CodingKeys: String, CodingKey { case absent }

    /// A string, a list of strings, or `{"absent": "refused"}`.
    public init(from decoder: any Decoder) throws {
        if let single = try? decoder.singleValueContainer().decode(String.self) {
            self = .value(single)
        } else if let many = try? decoder.singleValueContainer().decode([String].self) {
            self = .values(many)
        } else {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self = .absent(Absence(try container.decode(String.self, forKey: .absent)))
        }
    }

    /// See `Codable`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .values(let values) where values.count == 1:
            var container = encoder.singleValueContainer()
            try container.encode(values[0])
        case .values(let values):
            var container = encoder.singleValueContainer()
            try container.encode(values)
        case .absent(let absence):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(absence.code, forKey: .absent)
        }
    }
}

/// Answers by question id. What is not in it was not asked.
public struct Answers: Hashable, Sendable, Codable {
    /// The answers by the question's id in the standard.
    public var byQuestion: [String: Answer]

    /// Makes a set of answers.
    public init(_ byQuestion: [String: Answer] = [:]) { self.byQuestion = byQuestion }

    /// The answer to a question; "not asked" where there is none.
    public subscript(_ question: String) -> Answer {
        get { byQuestion[question] ?? .absent(.notAsked) }
        set { byQuestion[question] = newValue }
    }

    /// The first value given to a question, if any.
    public func first(_ question: String) -> String? { byQuestion[question]?.first }

    /// All values given to a question.
    public func all(_ question: String) -> [String] { byQuestion[question]?.all ?? [] }

    /// Whether nothing at all has been answered with a value.
    public var isEmpty: Bool { !byQuestion.values.contains { $0.first != nil } }

    /// See `Codable`.
    public init(from decoder: any Decoder) throws {
        byQuestion = try decoder.singleValueContainer().decode([String: Answer].self)
    }

    /// See `Codable`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byQuestion)
    }
}
