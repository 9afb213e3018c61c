// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// What becomes of a concern, and when. What lies after the region's last moment does not happen: so the queue has work in it today.
struct Course: Sendable {
    /// One thing that a person does.
    enum Step: Sendable, Hashable {
        case take
        /// Answer a match that is shown, as it truly is.
        case answerMatches
        /// `also` is a kind of team that receives besides those of the standard.
        case decide(outcome: String, threshold: String?, reason: String, also: String? = nil)
        case refuse(reason: String, words: String)
        case accept
        case reply(chosen: String?, words: String)
        case work(kind: String, words: String)
        case setAction(words: String, days: Int)
        case finishActions
        case close(outcome: String, reason: String)
    }

    /// The steps in their order.
    var steps: [(at: Instant, step: Step)] = []

    /// Nobody has done anything yet.
    static let waits = Course()

    mutating func add(_ at: Instant, _ step: Step) { steps.append((at, step)) }
}

/// Throws the course of a concern.
struct CourseMaking {
    let moments: Moments
    private static let minute = 60.0
    private static let hour = 3600.0
    private static let day = 86_400.0

    /// What a course depends on.
    struct About {
        var received: Instant
        var isUrgent: Bool
        var isAdult: Bool
        var crimes: Set<String>
        /// Of a hundred like it, how many need more than advice.
        var grave: Int
    }

    /// The course of a concern like many.
    func course(_ about: About, _ dice: inout Dice) -> Course {
        var course = Course()
        let decided = decidedAt(about, &dice)
        if dice.chance(70) { course.add(about.received.adding(seconds: decided.seconds(since: about.received) * 0.6), .take) }
        let (outcome, threshold, handsOver) = outcome(about, &dice)
        course.add(decided, .decide(outcome: outcome, threshold: threshold, reason: CourseWords.reason(outcome, &dice)))
        let reply = CourseWords.reply(handsOver: handsOver, &dice)
        if dice.chance(78) {
            course.add(
                moments.atWork(decided.adding(seconds: Double(dice.between(2...40)) * Self.hour), &dice),
                .reply(chosen: reply.chosen, words: reply.words))
        }
        // Looked at again with what has come in meanwhile.
        if dice.chance(12) {
            course.add(moments.atWork(decided.adding(seconds: Double(dice.between(6...30)) * Self.day), &dice), .answerMatches)
        }
        guard handsOver else { return course }
        var accepted =
            about.isUrgent
            ? decided.adding(seconds: Double(dice.between(12...90)) * Self.minute)
            : moments.atWork(decided.adding(seconds: Double(dice.between(25...260)) * Self.minute), &dice)
        if dice.chance(3) {
            let refusal = CourseWords.refusal(&dice)
            course.add(accepted, .refuse(reason: refusal.code, words: refusal.words))
            let again = accepted.adding(seconds: Double(dice.between(25...100)) * Self.minute)
            course.add(again, .decide(outcome: outcome, threshold: threshold, reason: CourseWords.again))
            accepted = again.adding(seconds: Double(dice.between(15...80)) * Self.minute)
        }
        course.add(accepted, .accept)
        work(&course, from: accepted, &dice)
        return course
    }

    private func decidedAt(_ about: About, _ dice: inout Dice) -> Instant {
        let isLate = dice.chance(6)
        if about.isUrgent { return about.received.adding(seconds: Double(dice.between(isLate ? 200...400 : 14...105)) * Self.minute) }
        let waited = Double(isLate ? dice.between(50...90) : dice.between(1...17)) * Self.hour + Double(dice.between(0...59)) * Self.minute
        return moments.atWork(about.received.adding(seconds: waited), &dice)
    }

    private func outcome(_ about: About, _ dice: inout Dice) -> (outcome: String, threshold: String?, handsOver: Bool) {
        guard dice.chance(about.grave) || about.isUrgent else {
            // Seen alone it looks like little; it stays beside every later concern about the same people.
            let little = dice.pick(["no_further_action": 46, "advice": 30, "early_help": about.isAdult ? 0 : 22, "join_open_case": 2])
            return little == "early_help" ? (little, "early_help", true) : (little, dice.chance(50) ? "universal" : nil, false)
        }
        if about.isAdult {
            let isSlavery = about.crimes.contains("modern_slavery") && dice.chance(60)
            return (
                isSlavery ? "modern_slavery_referral" : dice.chance(60) ? "adult_safeguarding_enquiry" : "hand_over", "adult_at_risk", true
            )
        }
        let outcome = dice.pick(["hand_over": 40, "strategy_discussion": 26, "section_47": 16, "section_17": 18])
        return (outcome, outcome == "section_17" ? "child_in_need" : dice.chance(70) ? "significant_harm" : "child_in_need", true)
    }

    private func work(_ course: inout Course, from accepted: Instant, _ dice: inout Dice) {
        var at = accepted
        for _ in 0..<dice.below(3) {
            at = moments.atWork(at.adding(seconds: Double(dice.between(1...12)) * Self.day), &dice)
            let event = CourseWords.event(&dice)
            course.add(at, .work(kind: event.kind, words: event.words))
        }
        if dice.chance(55) {
            at = moments.atWork(at.adding(seconds: Double(dice.between(2...40)) * Self.hour), &dice)
            course.add(at, .setAction(words: CourseWords.action(&dice), days: dice.between(3...21)))
            at = moments.atWork(at.adding(seconds: Double(dice.between(2...24)) * Self.day), &dice)
            course.add(at, .finishActions)
        }
        guard dice.chance(92) else { return }
        at = moments.atWork(at.adding(seconds: Double(dice.between(20...110)) * Self.day), &dice)
        let end = CourseWords.end(&dice)
        course.add(at, .close(outcome: end.outcome, reason: end.reason))
    }
}
