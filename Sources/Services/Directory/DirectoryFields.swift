// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// What is entered of an agency.
public struct AgencyFields: Sendable, Hashable {
    /// Its name, at most 200 characters.
    public var name: String
    /// A code of the list `agency_kind`.
    public var kind: String
    /// A code of the list `legal_regime`.
    public var legalRegime: String
    /// A code of the list `share_rule`.
    public var shareRule: String
    /// A code of the list `retention_class`.
    public var retentionClass: String

    /// Takes what was entered; it is checked when it is stored.
    public init(name: String, kind: String, legalRegime: String, shareRule: String, retentionClass: String) {
        self.name = name
        self.kind = kind
        self.legalRegime = legalRegime
        self.shareRule = shareRule
        self.retentionClass = retentionClass
    }
}

/// What is entered of an area.
public struct AreaFields: Sendable, Hashable {
    /// Its name, at most 200 characters.
    public var name: String
    /// The desk's name.
    public var deskName: String
    /// The desk's phone number, as written.
    public var deskPhone: String
    /// The desk's hours, in words.
    public var deskHours: String

    /// Takes what was entered; it is checked when it is stored.
    public init(name: String, deskName: String, deskPhone: String, deskHours: String) {
        self.name = name
        self.deskName = deskName
        self.deskPhone = deskPhone
        self.deskHours = deskHours
    }
}

/// What is entered of a team.
public struct TeamFields: Sendable, Hashable {
    /// Its name, at most 200 characters.
    public var name: String
    /// A code of the list `team_kind`.
    public var kind: String
    /// The code of the area it works in; nil for the whole region.
    public var area: String?
    /// Its phone number, as written.
    public var phone: String
    /// Its hours, in words.
    public var hours: String

    /// Takes what was entered; it is checked when it is stored.
    public init(name: String, kind: String, area: String?, phone: String, hours: String) {
        self.name = name
        self.kind = kind
        self.area = area
        self.phone = phone
        self.hours = hours
    }
}

/// What is entered of a person's or a system's account.
public struct AccountFields: Sendable, Hashable {
    /// The person's whole name, or the system's, at most 200 characters.
    public var name: String
    /// The e-mail address with which the person signs in; may be empty for a system.
    public var email: String
    /// The post held, in words.
    public var post: String
    /// The phone number, as written.
    public var phone: String

    /// Takes what was entered; it is checked when it is stored.
    public init(name: String, email: String, post: String, phone: String) {
        self.name = name
        self.email = email
        self.post = post
        self.phone = phone
    }
}

/// What is entered of one shift of the duty rota.
public struct DutyFields: Sendable, Hashable {
    /// The area's code.
    public var area: String
    /// 0 is the named co-ordinator on duty, 1 to 20 the chain behind.
    public var rank: Int
    /// Who is on duty.
    public var account: RecordID
    /// When the shift begins.
    public var startsAt: Instant
    /// When it ends; after its beginning.
    public var endsAt: Instant

    /// Takes what was entered; it is checked when it is stored.
    public init(area: String, rank: Int, account: RecordID, startsAt: Instant, endsAt: Instant) {
        self.area = area
        self.rank = rank
        self.account = account
        self.startsAt = startsAt
        self.endsAt = endsAt
    }
}
