// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
public import Standard

/// How the columns of a partner's own form become a report: a JSON file that the partner keeps, so that nobody re-keys.
public struct ConcernMapping: Sendable, Codable {
    /// The column that holds the partner's own reference.
    public var reference: String
    /// The version of the standard its codes are mapped to; nil for the one in force.
    public var standard: String?
    /// The separator; a comma where it is not said.
    public var separator: String?
    /// The columns that are taken. Columns that are not named here are left out.
    public var columns: [Column]

    /// One column.
    public struct Column: Sendable, Codable {
        /// Its heading in the file.
        public var column: String
        /// Where it goes: a part of the report (`concern`, `statement`, `subject`, `suspect`, `household`, `place`, `vehicle`, `phone`,
        /// `account`, `absence`, `source`), a number where there are several, and the question: `subject/person.given_names`,
        /// `suspect.2/person.description`.
        public var to: String
        /// The partner's words to codes of the standard. A word that is not in it is not known.
        public var codes: [String: String]?
        /// How a date is written, of `d`, `m`, `y` with any marks between: `d/m/y`. Where it is not said, as the standard writes it:
        /// `2014-10-17`, `2014-10`, `2014`, `~2014` for about.
        public var date: String?
        /// What separates several answers in one field.
        public var several: String?
        /// Words that say that there is no answer, to the standard's reasons: `"unknown": "not_known"`.
        public var absent: [String: String]?
    }

    /// Reads a mapping. Throws `MappingFault` that says what is wrong with it.
    public init(json: [UInt8]) throws {
        do { self = try JSONDecoder().decode(ConcernMapping.self, from: Data(json)) } catch { throw MappingFault.notAMapping }
        for column in columns where ReportPart(column.to) == nil { throw MappingFault.unknownPart(column.to) }
    }

    /// Holds the mapping against a standard, so that its own mistakes are told once and not once a row.
    /// - Throws: `MappingFault` for a question that is not asked of that part, a code that is in no list, a reason that is none.
    public func check(_ standard: Standard) throws {
        for column in columns {
            guard let part = ReportPart(column.to), let question = standard.question(part.question), question.groups.contains(part.group)
            else {
                throw MappingFault.unknownQuestion(column.to)
            }
            if let list = question.list {
                for code in (column.codes ?? [:]).values.sorted() where !standard.list(list).contains(code) {
                    throw MappingFault.unknownCode(column: column.column, code: code)
                }
            }
            for code in (column.absent ?? [:]).values.sorted() where !standard.list(.absence).contains(code) {
                throw MappingFault.unknownCode(column: column.column, code: code)
            }
        }
    }
}

/// What is wrong with a mapping.
public enum MappingFault: Error, Sendable, Hashable, CustomStringConvertible {
    case notAMapping
    case unknownPart(String)
    case missingColumn(String)
    case unknownQuestion(String)
    case unknownCode(column: String, code: String)
    case unknownStandard(String)

    /// What is wrong and how to mend it.
    public var description: String {
        switch self {
        case .notAMapping:
            "The mapping is not JSON of the form {\"reference\": …, \"columns\": [{\"column\": …, \"to\": …}]}. See docs/import.md."
        case .unknownPart(let to):
            "The mapping sends a column to '\(to)', which is no part of a report. Write for example subject/person.given_names."
        case .missingColumn(let name): "The file has no column '\(name)', which the mapping names. Check the heading line."
        case .unknownQuestion(let to):
            "The mapping sends a column to '\(to)', which the standard does not ask there. See the standard's form."
        case .unknownCode(let column, let code):
            "The mapping of column '\(column)' gives the code '\(code)', which the standard does not have for that question."
        case .unknownStandard(let name): "The mapping names the standard '\(name)', which is not installed here."
        }
    }
}

/// A part of a report and a question in it.
struct ReportPart: Hashable, Sendable {
    let part: String
    let number: Int
    let question: String

    init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return nil }
        let place = halves[0].split(separator: ".", maxSplits: 1).map(String.init)
        guard let part = place.first, Self.parts.contains(part) else { return nil }
        self.part = part
        number = place.count > 1 ? Int(place[1]) ?? 1 : 1
        question = halves[1]
    }

    private static let parts: Set<String> = [
        "concern", "statement", "subject", "suspect", "household", "other", "place", "vehicle", "phone", "account", "absence", "source",
    ]

    /// The group of the form whose questions the part answers.
    var group: QuestionGroup {
        if let mention { return QuestionGroup(rawValue: mention.formGroup) ?? .concern }
        return QuestionGroup(rawValue: part) ?? .concern
    }

    /// An empty mention of the part; nil for the parts that are not mentions.
    var mention: Mention? {
        if let role = PersonRole(rawValue: part) { return Mention(kind: .person, role: role, answers: Answers()) }
        return MentionKind(rawValue: part).map { Mention(kind: $0, answers: Answers()) }
    }
}
