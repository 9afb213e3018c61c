// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Testing

/// Reads `2014-10-17T16:30:00Z` or the same with `+01:00`.
func instant(_ text: String) throws -> Instant {
    let formatter = ISO8601DateFormatter()
    return Instant(try #require(formatter.date(from: text), "not an instant: \(text)"))
}
