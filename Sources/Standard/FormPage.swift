// SPDX-License-Identifier: Apache-2.0

/// One page of the concern form: one thing a page.
public struct FormPage: Sendable, Hashable {
    /// The page's own name, unique in the standard.
    public let id: String
    /// The heading.
    public let title: String
    /// The heading for one audience, where it differs.
    public let titleFor: [Audience: String]
    /// A sentence under the heading.
    public let help: String?
    /// What the page is about. A page of a group that repeats is filled once for each person, place and so on.
    public let group: QuestionGroup
    /// For whom it is no step of the way, but offered beside it to whoever knows more.
    public let optionalFor: [Audience]
    /// The questions on it, in order.
    public let questions: [String]

    /// Makes a page.
    public init(
        id: String, title: String, titleFor: [Audience: String] = [:], help: String? = nil, group: QuestionGroup,
        optionalFor: [Audience] = [],
        questions: [String]
    ) {
        self.id = id
        self.title = title
        self.titleFor = titleFor
        self.help = help
        self.group = group
        self.optionalFor = optionalFor
        self.questions = questions
    }

    /// The heading for the audience.
    public func title(for audience: Audience) -> String { titleFor[audience] ?? title }
}
