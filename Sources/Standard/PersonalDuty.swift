// SPDX-License-Identifier: Apache-2.0

/// When a duty falls on the reporter in person, so that sending a report does not discharge it.
public struct PersonalDuty: Sendable, Hashable {
    /// For whom it is owed.
    public let applies: Condition
    /// All of these were answered so.
    public let when: [QuestionCondition]
    /// None of these was answered so.
    public let unless: [QuestionCondition]
    /// The question that says on which day it was discovered; nil where it runs from the report.
    public let discovered: String?
    /// The clock of its limits.
    public let clock: ClockName
    /// What the reporter must do, in a sentence or two.
    public let told: String
    /// The practice form that keeps what proves it done.
    public let record: String

    /// Makes a personal duty.
    public init(
        applies: Condition, when: [QuestionCondition], unless: [QuestionCondition], discovered: String? = nil, clock: ClockName,
        told: String, record: String
    ) {
        self.applies = applies
        self.when = when
        self.unless = unless
        self.discovered = discovered
        self.clock = clock
        self.told = told
        self.record = record
    }

    /// Whether it falls on whoever gave these answers, codes by question.
    public func falls(on facts: ConditionFacts, answers: (String) -> Set<String>) -> Bool {
        applies.holds(for: facts) && when.allSatisfy { $0.holds(answers($0.question)) }
            && !unless.contains { $0.holds(answers($0.question)) }
    }
}
