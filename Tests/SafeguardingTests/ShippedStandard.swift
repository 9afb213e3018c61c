// SPDX-License-Identifier: Apache-2.0

import Foundation
import Safeguarding
import Standard
import Testing

/// The standards as shipped, found by walking up from this file and read once for all tests.
enum ShippedStandard {
    static func version(_ version: String) throws -> Standard {
        try #require(library.get().version(StandardID(rawValue: "west-midlands/\(version)")))
    }

    static var workingTime: WorkingTime {
        get throws {
            let calendar = try #require(library.get().calendars["england-and-wales"])
            return try #require(WorkingTime(calendar: calendar))
        }
    }

    private static let library = Result {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path() != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Standards/calendar").path()) {
            folder.deleteLastPathComponent()
        }
        return try StandardLibrary.load(folder.appending(path: "Standards"))
    }
}

/// Reads `2014-10-17T16:30:00Z` or the same with `+01:00`.
func instant(_ text: String) throws -> Instant {
    let formatter = ISO8601DateFormatter()
    return Instant(try #require(formatter.date(from: text), "not an instant: \(text)"))
}
