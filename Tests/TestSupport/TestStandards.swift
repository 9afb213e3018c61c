// SPDX-License-Identifier: Apache-2.0
public import Foundation
public import Safeguarding
public import Standard

/// The standards of the repository, read once.
public enum TestStandards {
    /// The standard in which tests report.
    public static let current: StandardID = "west-midlands/2026"

    /// The folder that holds them.
    public static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Standards").standardized

    private static let loaded = Result<StandardLibrary, any Error> { try StandardLibrary.load(folder) }

    /// All of them. Throws what is wrong with them.
    public static func library() throws -> StandardLibrary { try loaded.get() }

    /// One version of the West Midlands' standard: `2014` or `2026`.
    public static func version(_ version: String) throws -> Standard {
        try found(library().version(StandardID(rawValue: "west-midlands/\(version)")), "no standard west-midlands/\(version)")
    }

    /// Working time in England and Wales.
    public static var workingTime: WorkingTime {
        get throws {
            try found(library().calendars["england-and-wales"].flatMap { WorkingTime(calendar: $0) }, "no calendar of England and Wales")
        }
    }

    private static func found<T>(_ value: T?, _ otherwise: String) throws -> T {
        guard let value else { throw TestHouseError(what: otherwise) }
        return value
    }
}
