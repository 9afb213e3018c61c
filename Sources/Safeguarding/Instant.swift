// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// A moment in UTC, in microseconds since 1970 (DESIGN rule 10).
public struct Instant: Hashable, Sendable, Comparable, Codable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    /// Makes an instant from microseconds since 1970.
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Makes an instant from a Foundation date.
    public init(_ date: Date) { microseconds = Int64((date.timeIntervalSince1970 * 1_000_000).rounded()) }

    /// The same moment as a Foundation date.
    public var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }

    /// The moment `seconds` later (earlier if negative).
    public func adding(seconds: Double) -> Instant { Instant(microseconds: microseconds + Int64(seconds * 1_000_000)) }

    /// Seconds from `other` to this moment; negative if it lies before.
    public func seconds(since other: Instant) -> Double { Double(microseconds - other.microseconds) / 1_000_000 }

    /// See `Comparable`.
    public static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }

    /// See `Codable`.
    public init(from decoder: any Decoder) throws {
        microseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// See `Codable`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }
}

/// Where the time comes from: injected, so that every clock can be tested.
public typealias TimeSource = @Sendable () -> Instant

/// The machine's own clock.
public let systemTime: TimeSource = { Instant(Date()) }
