// SPDX-License-Identifier: Apache-2.0
import Standard

/// Where the limits of a clock come from, whether they are verified, and who answers for them here: beside every screen that shows a due time.
enum LimitSources {
    /// A line that opens; nothing where the standard has no limit for the clock.
    static func html(_ clock: ClockName, _ standard: Standard) -> HTML? {
        let limits = standard.limits.filter { $0.clock == clock && $0.standing.isOn }
        guard !limits.isEmpty else { return nil }
        let words = StandardWords(standard: standard)
        let items: [HTML] = limits.map { limit in
            "<li>\(limit.what): \(periods(limit))\(words.provenance(limit.provenance))</li>"
        }
        let unverified = limits.filter { !$0.provenance.verified }.count
        let summary: Sentence = unverified == 0 ? "Where these limits come from" : "Where these limits come from: not all are verified"
        return Disclosure.html(summary, "<ul>\(items)</ul>")
    }

    /// Both periods by name, and whether they run in working time or day and night.
    static func periods(_ limit: Limit) -> Sentence {
        let last = limit.hard ?? limit.goodPractice
        let counted: Sentence = last?.unit.isWorkingTime == true ? "working time" : "day and night"
        switch (limit.goodPractice, limit.hard) {
        case (let good?, let hard?) where good != hard:
            return "good practice \(good.description), at the latest \(hard.description), \(counted)"
        case (_, let hard?): return "at the latest \(hard.description), \(counted)"
        case (let good?, nil): return "good practice \(good.description), \(counted)"
        case (nil, nil): return "no limit"
        }
    }
}
