// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Where a concern stands, how urgent it is and how its clock runs: always in words, never by colour alone.
enum ConcernWords {
    /// Where a concern stands.
    static func standing(_ status: ConcernStatus) -> Sentence {
        switch status {
        case .new: "Waits to be read"
        case .taken: "Being read"
        case .returned: "Back: a hand-over was refused"
        case .handedOver: "Handed over"
        case .decided: "Decided"
        case .inCase: "In a case"
        case .closed: "Closed"
        }
    }

    /// Whom a concern is about, by age where it is known.
    static func subject(_ row: QueueRow, _ standard: Standard) -> HTML {
        let name: HTML = row.subjectName.flatMap { $0.isEmpty ? nil : "\($0)" } ?? "\(say: "Name not known")"
        let kind: HTML = row.subjectAge.map { "\(say: "aged \($0)")" } ?? "\(standard.label(row.subjectKind, in: .subjectKind))"
        return "\(name)<br><small>\(kind)</small>"
    }

    /// The stated urgency as a tag; nothing for what comes as it comes.
    static func urgency(_ code: String, _ standard: Standard) -> Tag? {
        guard let entry = standard.code(code, in: .urgency), entry.flag("above_the_rest") else { return nil }
        return Tag(Sentence(verbatim: entry.label), entry.number("rank") == 0 ? .now : .due)
    }

    /// What the danger is, or why it is urgent, in the reporter's words; nothing for what comes as it comes.
    static func urgencyWords(_ row: QueueRow, _ standard: Standard) -> HTML? {
        guard urgency(row.urgency, standard) != nil else { return nil }
        if !row.urgencyWords.isEmpty { return "<p class=\"why-now\">\(say: "“\(row.urgencyWords)”")</p>" }
        // What a refusal made urgent says why in its own sentence.
        return row.refusals.isEmpty ? "<p class=\"why-now soft\">\(say: "The report does not say why.")</p>" : nil
    }

    /// Who refused a hand-over and why, a sentence each.
    static func refusals(_ row: QueueRow, _ standard: Standard, now: Instant) -> [Sentence] {
        row.refusals.map { one in
            let who = Sentence(verbatim: one.team.isEmpty ? one.by : "\(one.by), \(one.team),")
            let head: Sentence = "\(who) refused it \(When.short(one.at, now: now))"
            let reason = one.reason.map { standard.label($0, in: .refusalReason) }
            switch (reason, one.words.isEmpty) {
            case (let reason?, true): return "\(head): \(reason)."
            case (let reason?, false): return "\(head): \(reason). “\(one.words)”"
            case (nil, true): return "\(head)."
            case (nil, false): return "\(head): “\(one.words)”"
            }
        }
    }

    /// The refusals that brought a concern back, at the head of its pages.
    static func broughtBack(_ row: QueueRow, _ standard: Standard, now: Instant) -> HTML? {
        let notices = refusals(row, standard, now: now).map { Notice($0, .now).html }
        return notices.isEmpty ? nil : "\(notices)"
    }

    /// How a clock runs: the tag, and both limits where they differ (RULE 0.3).
    static func clock(_ state: LimitState?, good: Instant, hard: Instant, now: Instant) -> HTML? {
        guard let state else { return nil }
        let tag: Tag =
            switch state {
            case .passedHardLimit: Tag("Passed by \(When.span(now.seconds(since: hard)))", .now)
            case .passedGoodPractice: Tag("Good practice passed, \(When.span(hard.seconds(since: now))) left", .due)
            case .dueSoon: Tag("In \(When.span(nearest(good, hard, now).seconds(since: now)))", .due)
            case .running: Tag("In \(When.span(nearest(good, hard, now).seconds(since: now)))")
            case .metGoodPractice, .metHardLimit: Tag("In time", .good)
            case .missed: Tag("Too late", .now)
            }
        return "\(tag.html) \(limits(good: good, hard: hard, now: now))"
    }

    /// Both limits, or the one there is.
    static func limits(good: Instant, hard: Instant, now: Instant) -> HTML {
        guard good != hard else { return "<span class=\"limit\">\(say: "by \(When.short(hard, now: now))")</span>" }
        return """
            <span class="limit">\(say: "good practice: by \(When.short(good, now: now))")</span> \
            <span class="limit">\(say: "at the latest: \(When.short(hard, now: now))")</span>
            """
    }

    /// What a row means, by its urgency and its clock.
    static func meaning(_ state: LimitState?, _ urgency: Tag?) -> Tag.Meaning {
        guard let state else { return .plain }
        if state == .passedHardLimit || urgency?.meaning == .now { return .now }
        return state == .dueSoon || state == .passedGoodPractice || urgency != nil ? .due : .plain
    }

    private static func nearest(_ good: Instant, _ hard: Instant, _ now: Instant) -> Instant { good > now ? good : hard }
}
