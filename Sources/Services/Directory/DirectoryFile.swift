// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// The files of the directory: each kind of entry out and in, and those who leave.
public enum DirectoryFileKind: String, Sendable, Hashable, CaseIterable {
    case agencies, areas, teams
    /// People; who is new joins with a one-time link, and a role where the row names one.
    case people
    case duty
    /// People who leave: what they hold ends at once.
    case leavers

    /// The columns, in their order. Those of `optionalColumns` may be left out of a file.
    public var columns: [String] {
        switch self {
        case .agencies: ["id", "name", "kind", "legal_regime", "share_rule", "retention_class"]
        case .areas: ["code", "name", "desk_name", "desk_phone", "desk_hours"]
        case .teams: ["id", "name", "kind", "agency", "area", "phone", "hours"]
        case .people: ["id", "name", "email", "post", "phone", "agency", "role", "role_area", "role_team"]
        case .duty: ["id", "area", "rank", "person", "starts_at", "ends_at"]
        case .leavers: ["email", "name"]
        }
    }

    /// The columns that may be left out.
    public var optionalColumns: Set<String> { Set(["id", "role", "role_area", "role_team"] + (self == .leavers ? ["name"] : [])) }

    /// Whether the rows belong to an agency, so that a file can be held to be of one agency alone.
    public var isOfAgency: Bool { self == .teams || self == .people || self == .leavers }

    /// What whoever brings it in must be allowed.
    public var action: Action { self == .duty ? .changeDuty : .changeDirectory }
}

/// One row of a file of the directory, by column.
public struct DirectoryFileRow: Sendable, Hashable {
    /// Its first line in the file, from 1.
    public let line: Int
    /// The values without blank ends, by column.
    public let values: [String: String]

    /// Names a row.
    public init(line: Int, values: [String: String]) {
        self.line = line
        self.values = values
    }

    subscript(_ column: String) -> String { values[column] ?? "" }
}

/// Why a file of the directory can't be taken: line, column and reason, never the value.
public struct DirectoryFileFault: Sendable, Hashable, Error {
    /// What is wrong.
    public enum Reason: String, Sendable, CaseIterable {
        case missing, unknownCode = "unknown_code", notAccepted = "not_accepted", tooLong = "too_long", notADate = "not_a_date"
        case inThePast = "in_the_past", alreadyUsed = "already_used", tooMany = "too_many"
        /// The file names the same entry twice.
        case twice
        /// The row is another agency's.
        case otherAgency = "other_agency"
        /// The row is another area's, whose rota is kept by its own desk.
        case otherArea = "other_area"
        /// More than one entry has this name; its id tells them apart.
        case ambiguous
        /// It is whoever brings the file in.
        case oneself
        /// Nobody would be left who can let others in.
        case lastAdministrator = "last_administrator"
        case notUTF8 = "not_utf8", quotes, columnCount = "column_count", missingColumn = "missing_column"
        case unknownColumn = "unknown_column"
    }

    /// The line of the file, from 1.
    public let line: Int
    /// The column's name; empty for the whole row.
    public let column: String
    /// What is wrong.
    public let reason: Reason

    /// Names a fault.
    public init(line: Int, column: String, _ reason: Reason) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    init(line: Int, _ fault: FieldFault, columns: [String: String] = [:]) {
        self.init(line: line, column: columns[fault.field] ?? fault.field, Reason(rawValue: fault.reason.rawValue) ?? .notAccepted)
    }
}

/// Somebody who joins, with the secret of their one-time link: it is known here alone, and once.
public struct Joiner: Sendable, Hashable {
    /// The account.
    public let account: RecordID
    /// The person's name.
    public let name: String
    /// The agency's name.
    public let agency: String
    /// The secret.
    public let secret: String
}

/// What a file would do, or has done.
public struct DirectoryFileOutcome: Sendable {
    /// Entries that are new.
    public var added = 0
    /// Entries that differ.
    public var changed = 0
    /// Entries that stand as the file says already.
    public var unchanged = 0
    /// Entries that end.
    public var ended = 0
    /// All that is wrong; a file with a fault is not taken at all.
    public var faults: [DirectoryFileFault] = []
    /// Who joins, once it was done.
    public var joiners: [Joiner] = []
    /// Those who left, once it was done.
    public var left: [RecordID] = []
    /// Whether it was done.
    public var isApplied = false
}
