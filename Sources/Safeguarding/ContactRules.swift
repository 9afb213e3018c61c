// SPDX-License-Identifier: Apache-2.0
public import Standard

/// Whether a way of reaching the people of a concern may be used.
public enum ContactVerdict: Hashable, Sendable {
    /// It was said to be safe, or nobody but the reader sees it.
    case safe
    /// It may be used only by a named person with a reason.
    case unsafe(Reason)

    /// Why a way is not safe.
    public enum Reason: String, Hashable, Sendable {
        /// Other ways were said to be safe, and this is none of them.
        case notAmongTheSafeWays = "not_among_the_safe_ways"
        /// Nobody has found out which ways are safe.
        case nobodyHasAsked = "nobody_has_asked"
        /// They asked not to be contacted.
        case noContactWanted = "no_contact_wanted"
    }
}

/// What was said of a contact besides the way that is safe. Whoever uses a way keeps to it, or says why not.
public enum ContactCondition: String, Hashable, Sendable, CaseIterable {
    /// It reaches them at a moment, and somebody said when that is safe.
    case times
    /// They speak or read another language than the desk writes.
    case language
    /// Somebody speaks with them, and an interpreter is needed; never a relative.
    case interpreter
}

/// How the people of a concern may be reached, and what they may be told: separate facts, never one box "consent" (RULE 2.2, 2.3, 2.6).
///
/// Every reply, letter, mail and print obeys them. What was not said is nil, and is treated as unsafe.
public struct ContactRules: Hashable, Sendable {
    /// The lawful basis for sharing: codes of the list `lawful_basis`.
    public let lawfulBasis: [String]
    /// Whether they agree to a service: a code of the list `service_agreement`.
    public let agreement: String?
    /// What the family was told: a code of the list `family_told`.
    public let familyTold: String?
    /// Who must not find out, in words.
    public let mustNotFindOut: String?
    /// The ways said to be safe: codes of the list `contact_channel`.
    public let ways: [String]
    /// The number or address to use.
    public let value: String?
    /// When it is safe, in words.
    public let times: String?
    /// The language to speak or write.
    public let language: String?
    /// Which interpreter is needed: a code of the list `interpreter`, which names no relative.
    public let interpreter: String?
    /// Whether anybody said when it is safe, in the report or of the reporter's own contact, which is kept apart.
    public let saysWhen: Bool
    private let wantsNoContact: Bool
    private let needsOtherLanguage: Bool
    private let needsInterpreter: Bool

    /// Reads them from a concern's answers, by the standard under which it was reported. `source` is what the reporter said of themselves.
    public init(_ answers: Answers, source: Answers? = nil, _ standard: Standard) {
        lawfulBasis = answers.all(QuestionID.lawfulBasis)
        agreement = answers.first(QuestionID.agreementToService)
        familyTold = answers.first(QuestionID.familyTold)
        mustNotFindOut = answers.first(QuestionID.mustNotFindOut)
        ways = answers.all(QuestionID.safeChannel)
        value = answers.first(QuestionID.safeValue)
        times = answers.first(QuestionID.safeTimes)
        language = answers.first(QuestionID.safeLanguage)
        interpreter = answers.first(QuestionID.safeInterpreter)
        saysWhen = times != nil || source?.first(QuestionID.sourceTimes) != nil
        needsOtherLanguage = language.map { standard.code($0, in: .language)?.flag("written") != true } ?? false
        needsInterpreter = interpreter.map { standard.code($0, in: .interpreter)?.flag("none") != true } ?? false
        wantsNoContact = ways.contains { standard.code($0, in: .contactChannel)?.flag("no_contact") ?? false }
    }

    /// Whether a way may be used: a code of the list `contact_channel`, or nil for what is read inside Sentinel, by whoever signs in or
    /// holds the receipt.
    public func verdict(way: String?) -> ContactVerdict {
        guard let way else { return .safe }
        if wantsNoContact { return .unsafe(.noContactWanted) }
        if ways.isEmpty { return .unsafe(.nobodyHasAsked) }
        return ways.contains(way) ? .safe : .unsafe(.notAmongTheSafeWays)
    }

    /// What whoever uses a way keeps to. Nothing for what is read inside Sentinel: they come to it when it is safe.
    public func conditions(way: String?, _ standard: Standard) -> [ContactCondition] {
        guard let way = way.flatMap({ standard.code($0, in: .contactChannel) }) else { return [] }
        var conditions: [ContactCondition] = []
        if saysWhen, way.flag("moment") { conditions.append(.times) }
        if needsOtherLanguage { conditions.append(.language) }
        if needsInterpreter, way.flag("spoken") { conditions.append(.interpreter) }
        return conditions
    }
}
