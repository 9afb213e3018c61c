// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Standard

/// What the law asks of a matter and what was recorded of it, person by person.
public struct PracticeView: Sendable {
    /// One person whom the matter is about.
    public struct Subject: Sendable {
        /// The record of this concern; nil where the report names nobody.
        public let record: RecordID?
        /// Who, in short.
        public let label: String
        /// The forms offered for this person, in the order of the standard.
        public let offered: [PracticeForm]
        /// What was recorded, newest first.
        public let entries: [PracticeEntry]
    }

    /// The people.
    public let subjects: [Subject]
    /// The duties that fell on the reporter in person, with their limits.
    public let duties: [FallenDuty]

    /// Nothing is asked and nothing recorded.
    public static let none = PracticeView(subjects: [], duties: [])

    /// Whether there is anything to show.
    public var isEmpty: Bool { duties.isEmpty && subjects.allSatisfy { $0.offered.isEmpty && $0.entries.isEmpty } }
}

/// One record on a practice form. Nothing on it is ever overwritten: a further record stands beside it.
public struct PracticeEntry: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// The form's id in the record's standard.
    public let form: String
    /// Who it is about: the record of this concern.
    public let subject: RecordID?
    /// What was recorded.
    public let answers: Answers
    /// Who, by name; nil for a reporter, who is kept apart.
    public let by: String?
    /// When.
    public let at: Instant
    /// The limits that started with it.
    public let clocks: [RunningLimit]
}

/// A limit that runs, with what must be done by when.
public struct RunningLimit: Sendable, Hashable {
    /// What must be done, in the words of the standard.
    public let what: String
    /// Good practice, where it is stated.
    public let good: Instant?
    /// The hard limit, where there is one.
    public let hard: Instant?
    /// How it stands now.
    public let state: LimitState
}

/// A duty that fell on the reporter in person.
public struct FallenDuty: Sendable, Hashable {
    /// The duty.
    public let power: Power
    /// Its limits.
    public let limit: RunningLimit?
    /// What proves it done; nil while nothing was recorded.
    public let done: PracticeEntry?
}

/// A practice form made ready to be filled in.
public struct PracticeSheet: Sendable {
    /// The form.
    public let form: PracticeForm
    /// Who it is about, in short.
    public let label: String
    /// The gates of the standard that hold it.
    public let unmet: [Gate]
    /// What is made ready beside it: the person's answers, and what was reported; nil where nothing is.
    public let prepared: Prepared?
    /// The version of the standard.
    public let standard: String

    /// What was reported, as far as it may be given.
    public struct Prepared: Sendable {
        /// The person's own answers; empty without names.
        public let person: Answers
        /// Answers about the concern as a whole, in codes.
        public let concern: Answers
        /// What was seen, heard or told; empty without names.
        public let statements: [Statement]
        /// Codes of the areas where the person lives or was found.
        public let areas: [String]
    }
}
