// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// One row of a partner's file, as the reader of the file left it.
public struct ImportRow: Sendable {
    /// Its line in the file, from 1; for a row over several lines the first.
    public let line: Int
    /// What it says.
    public let content: Content
    /// The row's bytes as they stood, kept sealed where it can't be read: nothing is lost.
    public let raw: [UInt8]
    /// The column of the file that each field of the report came from, by the field's place as faults name it
    /// (`mentions[0].person.age`).
    public let columns: [String: String]

    /// What a row says.
    public enum Content: Sendable {
        /// A report under the agency's own reference.
        case report(reference: String, ConcernReport)
        /// It can't be read: where, and why.
        case unreadable(column: String, reason: ImportFault)
    }

    /// Makes a row.
    public init(line: Int, content: Content, raw: [UInt8], columns: [String: String] = [:]) {
        self.line = line
        self.content = content
        self.raw = raw
        self.columns = columns
    }
}

/// Why a row can't be read. Never the value.
public enum ImportFault: String, Error, Sendable, Hashable, CaseIterable {
    case notUTF8 = "not_utf8"
    case quotes
    case columnCount = "column_count"
    case noReference = "no_reference"
    case referenceTwice = "reference_twice"
    case notADate = "not_a_date"
    case unknownCode = "unknown_code"
    case tooLong = "too_long"
    case saysNothing = "says_nothing"
    case notAccepted = "not_accepted"
}

/// What an import did, or would do.
public struct ImportSummary: Sendable, Hashable {
    /// Rows that became concerns.
    public var landed = 0
    /// Rows whose reference was known with other content: a new version of the concern.
    public var newVersions = 0
    /// Rows that were here already, word for word.
    public var unchanged = 0
    /// Rows that can't be read and stand in the list from now on.
    public var unreadable = 0
    /// Rows that can't be read and stood in the list before.
    public var unreadableBefore = 0
    /// Where and why, for the report file: line, column, reason; never the value.
    public var faults: [Fault] = []
    /// The references met so far: the same one again in one file is a fault, however far apart the two rows stand.
    var references: Set<String> = []

    /// One row that can't be read.
    public struct Fault: Sendable, Hashable {
        /// Its line in the file, from 1.
        public let line: Int
        /// The column where it can't be read; empty where it is the row as a whole.
        public let column: String
        /// Why.
        public let reason: ImportFault
    }

    /// Nothing yet.
    public init() {}
}

/// One row that could not be read, in the list of whoever owns it.
public struct UnreadableRow: Sendable, Hashable {
    /// The row in the list.
    public let id: RecordID
    /// The name of the agency whose file it was in.
    public let agency: String
    /// The name of the person who answers for it.
    public let owner: String
    /// Its line in the file, from 1.
    public let line: Int
    /// The column where it can't be read; empty where it is the row as a whole.
    public let column: String
    /// Why.
    public let reason: ImportFault
    /// When it came.
    public let madeAt: Instant
    /// When it should be settled as good practice.
    public let dueGood: Instant
    /// When it must be settled.
    public let dueHard: Instant
    /// Whether a person has settled it.
    public let isSettled: Bool
    /// The row as it stood, if it was text.
    public let text: String
}
