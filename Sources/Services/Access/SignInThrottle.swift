// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// How long to wait after wrong tries: nothing at first, then twice as long each time, up to a limit. In memory only.
///
/// A stranger can slow down neither an account for its owner nor a whole office for its staff: whoever has signed in to an account from
/// a source lately is counted by that pair alone (SECURITY finding 2: no limit on a counter that an attacker shares).
struct SignInThrottle: Sendable {
    /// What tries are counted by.
    enum Key: Hashable, Sendable {
        /// A sign-in name, known or not, as its token.
        case login([UInt8])
        /// Where the tries come from, as the web layer names it.
        case source(String)
        /// A sign-in name from a source that has signed in to it.
        case pair([UInt8], String)
        /// Codes of the authenticator, after the right password.
        case code(RecordID)

        /// Whether it counts by where tries come from.
        var isSource: Bool { if case .source = self { true } else { false } }
        /// Wrong tries without any wait.
        var free: Int { isSource ? 20 : 5 }
        /// The longest wait, in seconds. A code has only a million values, so guessing one is made slowest.
        var longest: Int { if case .code = self { 3600 } else { 60 } }
    }

    private struct Failures {
        var count: Int
        var last: Instant
    }

    /// Seconds without a wrong try after which one is forgotten.
    static let memory: Double = 86_400
    /// Entries kept at most.
    static let most = 100_000

    private var failures: [Key: Failures] = [:]
    private var known: [Key: Instant] = [:]

    /// The keys by which a try is counted.
    func keys(login: [UInt8], source: String?) -> [Key] {
        guard let source else { return [.login(login)] }
        return known[.pair(login, source)] == nil ? [.login(login), .source(source)] : [.pair(login, source)]
    }

    /// Whole seconds to wait before the next try; nil where there is no need to.
    func wait(_ keys: [Key], at now: Instant) -> Int? {
        let waits = keys.compactMap { key -> Double? in
            guard let failures = failures[key], failures.count >= key.free else { return nil }
            let delay = min(Double(key.longest), Double(1 << min(failures.count - key.free, 20)))
            return failures.last.adding(seconds: delay).seconds(since: now)
        }
        guard let longest = waits.max(), longest > 0 else { return nil }
        return Int(longest.rounded(.up))
    }

    /// Begins a try: the seconds to wait where it comes too soon, else nil. It counts as wrong until it turns out right, so that many tries
    /// at once are no way around the wait. Only the source is counted afterwards: an office signs in at once in the morning.
    mutating func begin(_ keys: [Key], at now: Instant) -> Int? {
        if let seconds = wait(keys, at: now) { return seconds }
        count(keys.filter { !$0.isSource }, at: now)
        return nil
    }

    /// Ends a try that was wrong.
    mutating func wrong(_ keys: [Key], at now: Instant) { count(keys.filter(\.isSource), at: now) }

    /// Ends a try that was right but is not the whole sign-in.
    mutating func right(_ keys: [Key]) {
        for key in keys where !key.isSource { failures[key]?.count -= 1 }
    }

    private mutating func count(_ keys: [Key], at now: Instant) {
        if failures.count >= Self.most { forget(before: now.adding(seconds: -Self.memory)) }
        for key in keys {
            let earlier = failures[key].flatMap { now.seconds(since: $0.last) < Self.memory ? $0.count : nil } ?? 0
            failures[key] = Failures(count: earlier + 1, last: now)
        }
    }

    /// Forgets an account's wrong tries and remembers that it was signed in to from here. What a source did to others stays counted.
    mutating func succeeded(login: [UInt8], source: String?, account: RecordID, at now: Instant) {
        failures[.login(login)] = nil
        failures[.code(account)] = nil
        guard let source else { return }
        failures[.pair(login, source)] = nil
        if known.count >= Self.most { known.removeAll() }
        known[.pair(login, source)] = now
    }

    private mutating func forget(before moment: Instant) {
        failures = failures.filter { $0.value.last > moment }
        // Under a flood of invented names: those whose wait is over anyway go first.
        if failures.count >= Self.most { failures = failures.filter { $0.value.count > $0.key.free } }
        if failures.count >= Self.most { failures.removeAll() }
    }
}
