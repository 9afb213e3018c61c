// SPDX-License-Identifier: Apache-2.0

/// The lists that Sentinel's rules look up, and the attributes they read there. The codes themselves are the standard's.
enum KnownLists {
    struct Need {
        let kind: AttributeKind
        /// Whether every code must state it; otherwise silence means false or none.
        let onEveryCode: Bool

        static func every(_ kind: AttributeKind) -> Need { Need(kind: kind, onEveryCode: true) }
        static func some(_ kind: AttributeKind) -> Need { Need(kind: kind, onEveryCode: false) }
    }

    static let attributes: [CodeListName: [String: Need]] = [
        .setting: ["broad": .some(.code(.broadSetting))],
        .relationship: ["known": .every(.code(.acquaintance)), "in_family": .some(.flag), "position_of_trust": .some(.flag)],
        .outcome: [
            "requires_reason": .some(.flag), "closes": .some(.flag), "meets_need": .some(.flag), "hands_over": .some(.flag),
            "notifies": .some(.codes(.teamKind)),
        ],
        .threshold: ["statutory": .some(.flag)],
        .teamKind: [
            "agency": .every(.code(.agencyKind)), "police": .some(.flag), "statutory_child": .some(.flag), "statutory_adult": .some(.flag),
        ],
        .subjectKind: ["treated_as": .every(.text)],
        .ageBand: ["from": .some(.number), "to": .some(.number)],
        .urgency: ["rank": .every(.number), "above_the_rest": .some(.flag), "never_pauses": .some(.flag)],
        .actionOutcome: ["requires_reason": .some(.flag)],
        .contactChannel: ["no_contact": .some(.flag), "moment": .some(.flag), "spoken": .some(.flag), "posted": .some(.flag)],
        .language: ["written": .some(.flag)],
        .interpreter: ["none": .some(.flag)],
        .replyChannel: ["way": .some(.code(.contactChannel))],
        .replyDoubt: ["words": .every(.text)],
        .lookUp: ["at_least": .every(.number)],
        .refusalReason: ["requires_reason": .some(.flag)],
    ]

    /// Every list that must be there, `sign` apart, which is written as a section of its own.
    static let required: [CodeListName] = [
        .crime, .abuseCategory, .setting, .broadSetting, .relationship, .acquaintance, .referralSource, .outcome, .threshold, .teamKind,
        .agencyKind, .subjectKind, .ageBand, .howKnown, .absence, .sex, .ethnicity, .disability, .language, .saidBy, .yesNo,
        .yesNoSometimes, .placeKind, .markRead, .platform, .positionOfTrust, .urgency, .refusalReason, .reply, .actionOutcome, .caseOutcome,
        .shareRule, .legalRegime, .retentionClass, .lawfulBasis, .familyTold, .contactChannel, .serviceAgreement, .interpreter,
        .replyChannel,
        .replyDoubt, .lookUp, .matchAnswer, .event, .move,
    ]
}

extension AttributeKind {
    /// Reads `flag`, `text`, `number`, `code LIST` or `codes LIST`.
    init?(written text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("flag", 1): self = .flag
        case ("text", 1): self = .text
        case ("number", 1): self = .number
        case ("code", 2): self = .code(CodeListName(rawValue: words[1]))
        case ("codes", 2): self = .codes(CodeListName(rawValue: words[1]))
        default: return nil
        }
    }

    /// As it is written in a standard.
    var written: String {
        switch self {
        case .flag: "flag"
        case .text: "text"
        case .number: "number"
        case .code(let list): "code \(list)"
        case .codes(let list): "codes \(list)"
        }
    }
}
