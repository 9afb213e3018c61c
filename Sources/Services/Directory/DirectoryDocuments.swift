// SPDX-License-Identifier: Apache-2.0

// The sealed documents of the directory, one a row, each under a key of its own. Format 1.

/// What is sealed of an agency.
struct AgencyDocument: Codable {
    var name: String
}

/// What is sealed of an area; under the region's key.
struct AreaDocument: Codable {
    var name: String
    var deskName: String
    var deskPhone: String
    var deskHours: String
}

/// What is sealed of a team; under its agency's key.
struct TeamDocument: Codable {
    var name: String
    var phone: String
    var hours: String
}

/// What is sealed of an account; under its agency's key.
struct AccountDocument: Codable {
    var name: String
    var email: String
    var post: String
    var phone: String
    var isSystem: Bool
}
