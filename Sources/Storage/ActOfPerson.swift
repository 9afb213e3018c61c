// SPDX-License-Identifier: Apache-2.0
public import Ledger
public import Safeguarding

/// Who does what, when and for what purpose: what the ledger will say of a transaction. Ids and codes only.
public struct ActOfPerson: Sendable {
    /// What is done.
    public let act: LedgerEntry.Act
    /// When, in UTC microseconds.
    public let at: Int64
    /// The account's id; empty for an anonymous reporter, `system` for a job.
    public let actor: String
    /// The agency's id, or empty.
    public let agency: String
    /// The role that allows it; empty where no role does (signing in, a refusal) or where the transaction says it (`WriteTransaction.act`).
    public let role: String
    /// The purpose, as a code.
    public let purpose: String
    /// What came of it, as a code.
    public let outcome: String
    /// Further coded facts.
    public let codes: [String: String]

    /// An act of a signed-in person or a token's holder.
    ///
    /// `action` is what the policy was asked for: the entry names the role that allowed it, not another that the person holds besides.
    /// Where it is about one concern only its facts tell that role, and the transaction says it. Nil for what needs no role.
    public init(
        _ act: LedgerEntry.Act, by actor: Actor, to action: Action?, at: Instant, purpose: String, outcome: String = "done",
        codes: [String: String] = [:]
    ) {
        self.init(
            act, actorText: actor.account.description, agency: actor.agency.description,
            role: action.flatMap { AccessPolicy.decide(actor, $0).role }?.rawValue ?? "", at: at, purpose: purpose, outcome: outcome,
            codes: codes)
    }

    /// An act of the software itself, such as a job.
    public init(systemAct act: LedgerEntry.Act, at: Instant, purpose: String, codes: [String: String] = [:]) {
        self.init(act, actorText: "system", agency: "", role: "system", at: at, purpose: purpose, outcome: "done", codes: codes)
    }

    /// An act of a person who is not signed in yet: an account's id where it is known.
    public init(
        _ act: LedgerEntry.Act, actorText: String, agency: String = "", role: String = "", at: Instant, purpose: String,
        outcome: String = "done", codes: [String: String] = [:]
    ) {
        self.act = act
        self.at = at.microseconds
        self.actor = actorText
        self.agency = agency
        self.role = role
        self.purpose = purpose
        self.outcome = outcome
        self.codes = codes
    }
}
