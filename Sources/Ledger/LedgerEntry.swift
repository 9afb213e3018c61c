// SPDX-License-Identifier: Apache-2.0

/// One act, as the log keeps it for ever: who, what, when, for what purpose, with what outcome (DPA 2018 s.62).
///
/// It holds ids, codes and digests. Nothing in it may say anything about a person: the log can't be edited.
public struct LedgerEntry: Sendable, Hashable {
    /// What was done.
    public let act: Act
    /// When, in microseconds since 1970-01-01T00:00:00Z.
    public let at: Int64
    /// Id of the account or system that acted; "" for an anonymous reporter.
    public let actor: String
    /// Id of the agency the actor acted for.
    public let agency: String
    /// Code of the role the actor acted in.
    public let role: String
    /// Code of the purpose (s.62(2): justification).
    public let purpose: String
    /// Code of what came of it, such as "done" or "refused".
    public let outcome: String
    /// What was touched or shown.
    public let objects: [ObjectRef]
    /// Further coded facts: names and values are codes, numbers or hashes.
    public let codes: [String: String]

    /// An entry ready to be written as the last statement of the act's own transaction.
    public init(
        act: Act, at: Int64, actor: String, agency: String, role: String, purpose: String, outcome: String, objects: [ObjectRef] = [],
        codes: [String: String] = [:]
    ) {
        self.act = act
        self.at = at
        self.actor = actor
        self.agency = agency
        self.role = role
        self.purpose = purpose
        self.outcome = outcome
        self.objects = objects
        self.codes = codes
    }

    /// The body as stored and hashed: JSON with sorted keys, ASCII only, no spaces, integers only. One entry has one body.
    public func canonicalBytes() -> [UInt8] {
        var json = CanonicalJSON(capacity: 192 + objects.count * 140 + codes.count * 32)
        json.raw("{\"act\":")
        json.string(act.rawValue)
        json.raw(",\"actor\":")
        json.string(actor)
        json.raw(",\"agency\":")
        json.string(agency)
        json.raw(",\"at\":")
        json.integer(at)
        json.raw(",\"codes\":{")
        json.sorted(codes)
        json.raw("},\"objects\":[")
        for (index, object) in objects.enumerated() {
            json.raw(index == 0 ? "{" : ",{")
            if let digest = object.digest {
                json.raw("\"digest\":\"")
                json.hex(digest)
                json.raw("\",")
            }
            json.raw("\"id\":")
            json.string(object.id)
            json.raw(",\"kind\":")
            json.string(object.kind)
            json.raw("}")
        }
        json.raw("],\"outcome\":")
        json.string(outcome)
        json.raw(",\"purpose\":")
        json.string(purpose)
        json.raw(",\"role\":")
        json.string(role)
        json.raw(",\"v\":")
        json.integer(Ledger.entryVersion)
        json.raw("}")
        return json.bytes
    }
}
