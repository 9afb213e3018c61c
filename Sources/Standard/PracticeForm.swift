// SPDX-License-Identifier: Apache-2.0

/// A form by which a named person records what the law asks of a matter: an enquiry, a consent, a referral. One thing a form, so that
/// different things are never run together (RULE 2.6). Its questions stand among the standard's questions, in the group `practice`.
public struct PracticeForm: Sendable, Hashable {
    /// The form's own name, unique in the standard, and its heading.
    public let page: FormPage
    /// For whom it is offered.
    public let applies: Condition
    /// The duty or power it rests on: where that is not in force the form is not offered.
    public let power: String?
    /// The move that it makes, a code of the list `move`: the gates before it hold.
    public let move: String?
    /// The event at which limits start when it is recorded, a code of the list `event`.
    public let starts: String?
    /// What is made ready beside it, to be copied by whoever sends it.
    public let prepares: Preparation?
    /// Whether the reporter may record it too, on a report of their own.
    public let isReporters: Bool

    /// What is made ready from the report.
    public enum Preparation: String, Sendable, Hashable, CaseIterable {
        /// The person by name, and what was reported.
        case whole
        /// Codes only: nobody's name, date or address.
        case withoutNames = "without_names"
    }

    /// Makes a form.
    public init(
        page: FormPage, applies: Condition = .always, power: String? = nil, move: String? = nil, starts: String? = nil,
        prepares: Preparation? = nil, isReporters: Bool = false
    ) {
        self.page = page
        self.applies = applies
        self.power = power
        self.move = move
        self.starts = starts
        self.prepares = prepares
        self.isReporters = isReporters
    }
}

extension Standard {
    /// The practice form of that id, whether offered or not: old records keep their words.
    public func practiceForm(_ id: String) -> PracticeForm? { practice.first { $0.page.id == id } }

    /// The practice forms offered for these facts, in order.
    public func practiceForms(for facts: ConditionFacts) -> [PracticeForm] {
        practice.filter { form in form.applies.holds(for: facts) && form.power.map { power($0)?.standing.isOn ?? false } ?? true }
    }
}
