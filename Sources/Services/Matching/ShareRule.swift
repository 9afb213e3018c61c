// SPDX-License-Identifier: Apache-2.0

/// How much of a record may be told to those who may not read it, from nothing to all (DESIGN rule 9): the codes of the list `share_rule`
/// whose meaning software knows.
enum ShareRule: String, Sendable, Comparable {
    case none
    case existsAsk = "exists_ask"
    case summary
    case whole

    /// The rule of a code. What is not known shares nothing.
    init(code: String) { self = ShareRule(rawValue: code) ?? .none }

    private var openness: Int {
        switch self {
        case .none: 0
        case .existsAsk: 1
        case .summary: 2
        case .whole: 3
        }
    }

    static func < (left: Self, right: Self) -> Bool { left.openness < right.openness }

    /// What is shown under the rule; nil is nothing at all.
    var shown: PieceView.Shown? {
        switch self {
        case .none: nil
        case .existsAsk: .exists
        case .summary: .summary
        case .whole: .whole
        }
    }
}

extension PieceLink {
    /// Which concerns `o` may be spoken of at all, as a condition: not restricted ones, nor those whose agency does not share even that they
    /// exist. What is counted of pieces and of unanswered matches is counted under it.
    static let isTold = "o.restricted = 0 AND o.share_rule <> '\(ShareRule.none.rawValue)'"
}
