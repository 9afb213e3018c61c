// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// An agency of the directory.
public struct Agency: Sendable, Hashable {
    /// The entry's id.
    public let id: RecordID
    /// A code of the list `agency_kind`.
    public let kind: String
    /// A code of the list `legal_regime`.
    public let legalRegime: String
    /// A code of the list `share_rule`: how much of its records others may see.
    public let shareRule: String
    /// A code of the list `retention_class`.
    public let retentionClass: String
    /// Its name.
    public let name: String
    /// From when it holds.
    public let validFrom: Instant
    /// Until when it holds; nil until further notice.
    public let validTo: Instant?
}

/// An area (a council's) of the region.
public struct Area: Sendable, Hashable {
    /// The entry's id.
    public let id: RecordID
    /// Lower-case letters, digits and hyphens, as stored in concerns.
    public let code: String
    /// Its name.
    public let name: String
    /// The desk of the area: triage and local co-ordinator.
    public let deskName: String
    /// The desk's phone number, as written.
    public let deskPhone: String
    /// The desk's hours, in words.
    public let deskHours: String
    /// From when it holds.
    public let validFrom: Instant
    /// Until when it holds; nil until further notice.
    public let validTo: Instant?

    /// How to reach the area's desk.
    public var contact: DeskContact { DeskContact(name: deskName, phone: deskPhone, hours: deskHours) }
}

/// A team that can receive hand-overs.
public struct Team: Sendable, Hashable {
    /// The entry's id.
    public let id: RecordID
    /// A code of the list `team_kind`.
    public let kind: String
    /// The agency it belongs to.
    public let agency: RecordID
    /// The area it works in; nil for a team of the whole region.
    public let area: String?
    /// Its name.
    public let name: String
    /// The phone number, as written.
    public let phone: String
    /// Its hours, in words.
    public let hours: String
    /// From when it holds.
    public let validFrom: Instant
    /// Until when it holds; nil until further notice.
    public let validTo: Instant?

    /// How to reach the team.
    public var contact: DeskContact { DeskContact(name: name, phone: phone, hours: hours) }
}

/// A person with an account.
public struct Account: Sendable, Hashable {
    /// The entry's id.
    public let id: RecordID
    /// The agency it belongs to.
    public let agency: RecordID
    /// Whether it can be used.
    public let state: State
    /// Its name.
    public let name: String
    /// The address with which the person signs in.
    public let email: String
    /// The post held, in words ("PCSO", "teacher").
    public let post: String
    /// The phone number, as written.
    public let phone: String
    /// When it was made.
    public let createdAt: Instant
    /// Whether it is a system of an agency, which has no password.
    public let isSystem: Bool

    /// The states of an account.
    public enum State: String, Sendable, Hashable, Codable {
        /// Made, and no password chosen yet.
        case invited
        /// In use.
        case active
        /// Shut; its sessions and tokens are dead.
        case disabled
    }
}

/// One row of the directory that gives a role.
public struct GrantRow: Sendable, Hashable {
    /// The entry's id.
    public let id: RecordID
    /// The account it is for.
    public let account: RecordID
    /// The role, and where it holds.
    public let grant: Grant
    /// From when it holds.
    public let validFrom: Instant
    /// Until when it holds; nil until further notice.
    public let validTo: Instant?
}

/// One shift of the duty rota: who is on duty for an area, or stands at which place of its out-of-hours chain.
public struct Duty: Sendable, Hashable {
    /// The entry's id.
    public let id: RecordID
    /// The area's code.
    public let area: String
    /// 0 is the named co-ordinator on duty; 1, 2 … the chain behind, climbed in order.
    public let rank: Int
    /// The account it is for.
    public let account: RecordID
    /// When the shift begins.
    public let startsAt: Instant
    /// When it ends.
    public let endsAt: Instant
}

/// An entry that holds from one moment to another; without an end until further notice.
protocol EffectiveDated {
    var validFrom: Instant { get }
    var validTo: Instant? { get }
}

extension EffectiveDated {
    /// Whether it holds at a moment: from its beginning on, up to and without its end.
    func isInForce(at moment: Instant) -> Bool { validFrom <= moment && (validTo.map { moment < $0 } ?? true) }
}

extension Agency: EffectiveDated {}
extension Area: EffectiveDated {}
extension Team: EffectiveDated {}
extension GrantRow: EffectiveDated {}
