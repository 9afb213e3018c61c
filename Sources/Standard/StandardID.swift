// SPDX-License-Identifier: Apache-2.0

/// Names one version of a standard: the place it holds for and the version, as in `west-midlands/2026`.
///
/// A record keeps the id of the standard it was coded to and is never silently re-coded (RULE 0.1).
public struct StandardID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The whole id, `place/version`.
    public let rawValue: String

    /// Takes an id as written; whether such a version exists is the library's to say.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes an id from outside; nil unless it is a place and a version with one slash between them.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        rawValue = text
    }

    /// Takes an id written in code, as tests and the demo do.
    public init(stringLiteral value: String) { self.rawValue = value }

    /// The place, as in `west-midlands`; the whole id where there is no slash.
    public var place: String { rawValue.split(separator: "/").first.map(String.init) ?? rawValue }

    /// The version within the place, as in `2026`; empty where there is no slash.
    public var version: String { rawValue.split(separator: "/").dropFirst().joined(separator: "/") }

    /// The id as written.
    public var description: String { rawValue }

    /// Orders by the text of the id.
    public static func < (left: StandardID, right: StandardID) -> Bool { left.rawValue < right.rawValue }
}
