// SPDX-License-Identifier: Apache-2.0

/// A sign: a prompt to think, never a point to add up (RULE 3.1, DESIGN rule 4).
public struct Sign: Sendable, Hashable {
    /// The code.
    public let code: String
    /// The sign in plain words.
    public let label: String
    /// What it may look like, or what else it may mean.
    public let help: String?
    /// Which of the four sections it stands in; the sections are never summed.
    public let group: SignGroup
    /// The crimes it may point to.
    public let crimes: [String]
    /// The broad settings it is seen in.
    public let settings: [String]
    /// The ages it is seen at: codes of the list `age_band`; empty means any.
    public let ages: [String]
    /// Whether a report of it is stated danger now: it stands above the rest of the queue.
    public let presentDanger: Bool
    /// Where it comes from: an id in the table of sources.
    public let source: String

    /// Makes a sign.
    public init(
        code: String, label: String, help: String? = nil, group: SignGroup, crimes: [String], settings: [String] = [], ages: [String] = [],
        presentDanger: Bool = false, source: String
    ) {
        self.code = code
        self.label = label
        self.help = help
        self.group = group
        self.crimes = crimes
        self.settings = settings
        self.ages = ages
        self.presentDanger = presentDanger
        self.source = source
    }
}

/// The four sections of signs (RULE 3.1).
public enum SignGroup: String, Sendable, Hashable, CaseIterable {
    /// Signs that harm is happening now: any one calls for safeguarding the same day.
    case happeningNow = "happening_now"
    /// What makes a person easier to harm.
    case vulnerability
    /// Who is causing harm, where and how.
    case context
    /// What protects.
    case protective
}
