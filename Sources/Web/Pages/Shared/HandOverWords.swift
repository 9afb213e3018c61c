// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// How a hand-over stands, in words. The sender's clock runs until a named person accepts.
enum HandOverWords {
    static func duty(_ handOver: HandOverView) -> Tag { handOver.leads ? Tag("Leads") : Tag("Also receives") }

    static func state(_ handOver: HandOverView) -> Tag {
        switch handOver.state {
        case .offered: Tag("Not accepted yet", .due)
        case .accepted: Tag("Accepted", .good)
        case .refused: Tag("Refused", .now)
        case .withdrawn: Tag("Withdrawn")
        }
    }

    /// Why a team was chosen: a reason a line, each a sentence of the standard.
    static func reasons(_ sentences: [String]) -> HTML? {
        let lines: [HTML] = sentences.map { "<li>\($0)</li>" }
        return lines.isEmpty ? nil : "<ul class=\"reasons\">\(lines)</ul>"
    }

    /// "Why your team", as the receiver reads it; nothing where nothing was kept.
    static func why(_ words: String) -> HTML? {
        let lines = words.split(separator: "\n").map(String.init)
        guard let first = lines.first else { return nil }
        guard lines.count > 1 else { return "<small>\(say: "Why your team: \(first)")</small>" }
        return "<small>\(say: "Why your team:")</small>\(reasons(lines))"
    }

    /// The clock while nobody has answered; else who answered and when.
    static func answer(_ handOver: HandOverView, _ standard: Standard, now: Instant) -> HTML {
        if let clock = ConcernWords.clock(handOver.clock, good: handOver.dueGood, hard: handOver.dueHard, now: now) {
            return "<p>\(clock)</p>"
        }
        guard let by = handOver.answeredBy, let at = handOver.answeredAt else { return .empty }
        if handOver.isOwnTeams {
            return "<p class=\"soft\">\(say: "\(by) decided it and sits in this team, so it has been received: \(When.full(at))")</p>"
        }
        let reason: HTML? = handOver.refusal.map { "<p>\(standard.label($0, in: .refusalReason))</p>" }
        return "<p class=\"soft\">\(say: "Answered by \(by), \(When.full(at))")</p>\(reason)"
    }
}
