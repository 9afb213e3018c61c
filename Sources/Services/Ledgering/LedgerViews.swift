// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// What an auditor looks for. Ids and codes only: it stands in the ledger itself.
public struct LedgerFilter: Sendable, Hashable {
    /// The kind of act, as in `consult`.
    public var act: String?
    /// The account that acted.
    public var actor: RecordID?
    /// The record, concern, account or other thing that was touched or shown.
    public var object: RecordID?
    /// Only what was done at this moment or later.
    public var from: Instant?
    /// Only what was done before this moment.
    public var to: Instant?
    /// Only entries with a smaller number; `LedgerPage.next` of the page before.
    public var before: Int64?

    /// Takes what is looked for; nil for everything.
    public init(
        act: String? = nil, actor: RecordID? = nil, object: RecordID? = nil, from: Instant? = nil, to: Instant? = nil, before: Int64? = nil
    ) {
        self.act = act
        self.actor = actor
        self.object = object
        self.from = from
        self.to = to
        self.before = before
    }
}

/// One entry of the ledger in words.
public struct LedgerLine: Sendable, Hashable {
    /// The entry's number.
    public let number: Int64
    /// When it was done.
    public let at: Instant
    /// What was done, as a code.
    public let act: String
    /// The account that acted; nil for the software itself and for whoever was not signed in.
    public let actor: RecordID?
    /// The name of the account; empty for whoever was not signed in.
    public let actorName: String
    /// The name of the agency; empty where there is none.
    public let agencyName: String
    /// The role in which it was done, as a code.
    public let role: String
    /// For what purpose, as a code.
    public let purpose: String
    /// What came of it, as a code.
    public let outcome: String
    /// What was touched or shown.
    public let objects: [LedgerObject]
    /// Further coded facts.
    public let codes: [String: String]
}

/// Something that an entry names.
public struct LedgerObject: Sendable, Hashable {
    /// The table or kind of record.
    public let kind: String
    /// Its key as text.
    public let id: String
    /// Whether it was written, not only shown.
    public let written: Bool
    /// What people call it: the reference of a concern or case, the name of an entry of the directory. Nil where it has none.
    public let name: String?
}

/// One page of the ledger, newest first.
public struct LedgerPage: Sendable, Hashable {
    /// The entries that fit.
    public let lines: [LedgerLine]
    /// Where to go on looking, for `LedgerFilter.before`; nil at the ledger's beginning. A page may hold few lines or none and still go on:
    /// one request looks through a bounded number of entries.
    public let next: Int64?
}

/// One look at a concern.
public struct Look: Sendable, Hashable {
    /// The agency of whoever looked.
    public let agencyName: String
    /// Who looked: only for auditors and for the concern's owner.
    public let name: String?
    /// When.
    public let at: Instant
    /// What was done, as a code.
    public let act: String
    /// For what purpose, as a code.
    public let purpose: String
}

/// Who has looked at a concern, newest first.
public struct Looks: Sendable, Hashable {
    /// The looks found.
    public let looks: [Look]
    /// Whether the whole time since it was received was looked through.
    public let isWhole: Bool
}
