// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Standard

/// Gathers the faults of one entry, so that all of them are shown at once.
struct DirectoryChecks {
    /// Characters in a name, phone number or other short text.
    static let most = 200
    /// Octets in an e-mail address (RFC 5321 §4.5.3.1.3, without the brackets).
    static let mostInEmail = 254

    let standard: Standard
    private(set) var faults: [FieldFault] = []

    init(_ standard: Standard) { self.standard = standard }

    /// A short text in one line, without blank ends.
    mutating func line(_ field: String, _ text: String, required: Bool = true) -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if required, trimmed.isEmpty { fault(field, .missing) }
        if trimmed.count > Self.most { fault(field, .tooLong) }
        if trimmed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) { fault(field, .notAccepted) }
        return trimmed
    }

    /// A code of a list of the standard.
    mutating func code(_ field: String, _ code: String, in list: CodeListName) {
        if code.isEmpty { fault(field, .missing) } else if standard.code(code, in: list) == nil { fault(field, .unknownCode) }
    }

    /// An area's code as it stands in concerns and addresses: 2 to 40 lower-case letters, digits and hyphens, a letter first.
    mutating func areaCode(_ field: String, _ code: String) {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let bytes = Array(code.utf8)
        guard let first = bytes.first else { return fault(field, .missing) }
        let fits = letters.contains(first) && bytes.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") }
        if !fits || bytes.count < 2 { fault(field, .notAccepted) }
        if bytes.count > 40 { fault(field, .tooLong) }
    }

    /// An e-mail address: one @ with something on either side and no space. More than that only sending can tell.
    mutating func email(_ field: String, _ text: String, required: Bool) -> String {
        let email = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if email.isEmpty {
            if required { fault(field, .missing) }
            return email
        }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        let clean = email.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
        if parts.count != 2 || parts.contains(where: \.isEmpty) || !clean { fault(field, .notAccepted) }
        if email.utf8.count > Self.mostInEmail { fault(field, .tooLong) }
        return email
    }

    /// An agency that is in the directory now.
    mutating func agency(_ agency: RecordID, _ snapshot: DirectorySnapshot, at now: Instant) {
        if !(snapshot.agencies[agency]?.isInForce(at: now) ?? false) { fault("agency", .unknownCode) }
    }

    /// Notes a fault.
    mutating func fault(_ field: String, _ reason: FieldFault.Reason) { faults.append(FieldFault(field, reason)) }

    /// Throws `invalid` where there are faults.
    func finish() throws { if !faults.isEmpty { throw ServiceError.invalid(faults) } }
}

extension AgencyFields {
    /// The fields as they are stored. Throws `invalid` with all faults.
    func checked(_ standard: Standard) throws -> AgencyFields {
        var checks = DirectoryChecks(standard)
        var fields = self
        fields.name = checks.line("name", name)
        checks.code("kind", kind, in: .agencyKind)
        checks.code("legal_regime", legalRegime, in: .legalRegime)
        checks.code("share_rule", shareRule, in: .shareRule)
        checks.code("retention_class", retentionClass, in: .retentionClass)
        try checks.finish()
        return fields
    }
}

extension AreaFields {
    /// The fields as they are stored. Throws `invalid` with all faults. `code` is that of a new area.
    func checked(_ standard: Standard, code: String?) throws -> AreaFields {
        var checks = DirectoryChecks(standard)
        var fields = self
        if let code { checks.areaCode("code", code) }
        fields.name = checks.line("name", name)
        fields.deskName = checks.line("desk_name", deskName)
        fields.deskPhone = checks.line("desk_phone", deskPhone)
        fields.deskHours = checks.line("desk_hours", deskHours, required: false)
        try checks.finish()
        return fields
    }
}

extension TeamFields {
    /// The fields as they are stored. Throws `invalid` with all faults.
    func checked(_ standard: Standard, _ snapshot: DirectorySnapshot, at now: Instant, agency: RecordID? = nil) throws -> TeamFields {
        var checks = DirectoryChecks(standard)
        var fields = self
        fields.name = checks.line("name", name)
        checks.code("kind", kind, in: .teamKind)
        if let area, !snapshot.isInForce(area: area, at: now) { checks.fault("area", .unknownCode) }
        fields.phone = checks.line("phone", phone)
        fields.hours = checks.line("hours", hours, required: false)
        if let agency { checks.agency(agency, snapshot, at: now) }
        try checks.finish()
        return fields
    }
}

extension AccountFields {
    /// The fields as they are stored. Throws `invalid` with all faults. `agency` is that of a new account.
    func checked(
        _ standard: Standard, isSystem: Bool, agency: (id: RecordID, snapshot: DirectorySnapshot, at: Instant)? = nil
    ) throws -> AccountFields {
        var checks = DirectoryChecks(standard)
        var fields = self
        fields.name = checks.line("name", name)
        fields.email = checks.email("email", email, required: !isSystem)
        fields.post = checks.line("post", post, required: false)
        fields.phone = checks.line("phone", phone, required: false)
        if let agency { checks.agency(agency.id, agency.snapshot, at: agency.at) }
        try checks.finish()
        return fields
    }
}
