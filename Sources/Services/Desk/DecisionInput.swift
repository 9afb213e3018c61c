// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// What a person decides on a concern.
public struct DecisionInput: Sendable, Hashable {
    /// A code of the list `outcome`.
    public var outcome: String
    /// A code of the list `threshold`, where the outcome hands over.
    public var threshold: String?
    /// Why, in words: always given (DESIGN rule 4).
    public var reason: String
    /// The lead team: the one proposed by the standard, or another that the person names.
    public var lead: RecordID?
    /// Further teams that must receive, besides those the standard requires.
    public var alsoReceive: [RecordID]
    /// The answers to the standard's gates: gate id to code.
    public var gateAnswers: [String: String]
    /// Why a gate was answered so, where the standard asks: gate id to words.
    public var gateReasons: [String: String] = [:]
    /// The concern's version that the person saw.
    public var version: Int

    /// Makes a decision.
    public init(
        outcome: String, threshold: String? = nil, reason: String, lead: RecordID? = nil, alsoReceive: [RecordID] = [],
        gateAnswers: [String: String] = [:], gateReasons: [String: String] = [:], version: Int
    ) {
        self.outcome = outcome
        self.threshold = threshold
        self.reason = reason
        self.lead = lead
        self.alsoReceive = alsoReceive
        self.gateAnswers = gateAnswers
        self.gateReasons = gateReasons
        self.version = version
    }
}

/// Where the standard sends a concern, team by team.
public struct ProposedRoute: Sendable, Hashable {
    /// A destination with the team of the directory that fills it.
    public struct Stop: Sendable, Hashable {
        /// A code of the list `team_kind`.
        public let teamKind: String
        /// The area's code; nil where it is not known.
        public let area: String?
        /// Nil where the directory has no such team: it is said, and the desk names one.
        public let team: Team?
        /// Whether the team leads; else it must also receive.
        public let leads: Bool
        /// The rules' own sentences.
        public let because: [String]
    }

    /// The stops, the lead first.
    public let stops: [Stop]
}
