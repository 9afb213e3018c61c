// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

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

/// What decides how much of others' records the people of an agency are told: the record's own rule, an agreement between the two agencies,
/// and what was answered to whoever asked.
struct Sharing: Sendable {
    /// By the agency that holds the records.
    var agreed: [RecordID: ShareRule] = [:]
    /// What the reader's agency was answered when it asked from the concern at hand, by the concern asked for.
    var answered: [RecordID: ShareRule] = [:]

    /// How much of a record may be told. A record that says "nothing" means it: no agreement opens it. Otherwise an agreement stands in the
    /// place of the rule, wider or narrower, and an answer of a named person can only add.
    func rule(record: ShareRule, holder: RecordID, concern: RecordID) -> ShareRule {
        guard record != .none else { return .none }
        let rule = agreed[holder] ?? record
        guard rule != .none else { return .none }
        return answered[concern].map { max($0, rule) } ?? rule
    }
}

/// Which concerns `o` may be spoken of at all to a person, as a condition: not restricted ones, nor those whose agency does not share even
/// that they exist, with anybody or with this agency, nor those that the person is shut out of. What is counted of pieces and of unanswered
/// matches is counted under it.
struct ToldSQL: Sendable {
    let text: String
    let arguments: [SQLValue]

    /// `first` is the number of the first free placeholder.
    init(_ actor: Actor, _ directory: DirectorySnapshot, first: Int, now: Instant) {
        let closed = directory.agreedRules(for: actor.agency, at: now).filter { $0.value == .none }.keys.sorted()
        let lets = ShutOutSQL.lets(concern: "o.id", account: "$\(first)", agency: "$\(first + 1)")
        var condition = "o.restricted = 0 AND o.share_rule <> '\(ShareRule.none.rawValue)' AND \(lets)"
        if !closed.isEmpty {
            condition += " AND o.agency_id NOT IN (\(SQLDialect.placeholders(closed.count, from: first + 2)))"
        }
        text = condition
        arguments = [.text(actor.account.description), .text(actor.agency.description)] + closed.map { .text($0.description) }
    }
}
