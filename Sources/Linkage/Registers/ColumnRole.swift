// SPDX-License-Identifier: Apache-2.0

/// What a column of a register says.
public enum ColumnRole: String, CaseIterable, Codable, Hashable, Sendable {
    /// The record's own id; never compared.
    case id
    /// Which register or agency a record is from; never compared.
    case source
    /// Given name or names.
    case given
    /// Middle names or their initials.
    case middle
    /// Family name.
    case family
    /// The whole name in one column.
    case fullName
    /// Sex or gender.
    case sex
    /// Date of birth.
    case birthDate
    /// House number, flat.
    case houseNumber
    /// Address without its town and postcode; several columns are joined.
    case address
    /// Town, suburb, village.
    case town
    /// Postcode, ZIP.
    case postcode
    /// Telephone number.
    case phone
    /// E-mail address.
    case email
    /// A number or code that is one person's own.
    case identifier
    /// Any other words that two records of one person share: birthplace, occupation, state; up to three columns.
    case category
    /// Not looked at.
    case ignored
}

/// A column, its role, and how the role was found.
public struct RegisterColumn: Codable, Hashable, Sendable {
    /// The header as it stands in the file.
    public var name: String
    /// What it is taken for.
    public var role: ColumnRole
    /// Why: "asked for", "its header", "its values", or why it is not looked at.
    public var reason: String

    /// A column from its parts.
    public init(name: String, role: ColumnRole, reason: String) {
        self.name = name
        self.role = role
        self.reason = reason
    }
}
