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
            let periods = [limit.goodPractice, limit.hard].compactMap { $0?.description }.joined(separator: ", ")
            return "<li>\(limit.what): \(periods)\(words.provenance(limit.provenance))</li>"
        }
        let unverified = limits.filter { !$0.provenance.verified }.count
        let summary: Sentence = unverified == 0 ? "Where these limits come from" : "Where these limits come from: not all are verified"
        return Disclosure.html(summary, "<ul>\(items)</ul>")
    }
}
