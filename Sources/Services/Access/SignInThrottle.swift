// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// How long to wait after wrong tries: nothing at first, then twice as long each time, up to a limit. In memory only.
///
/// Nobody is made to wait for what somebody else typed (SECURITY finding 2: no limit on a counter that an attacker shares). The narrow
/// counters are one name from one place. The wide ones, a name over all places and a place over all names (a whole police station stands
/// behind one address), take far more before they count, forgive with time, and never hold back whoever has signed in from there lately; a
/// place over its limit only takes from each name that is new there its free mistakes, not its first try.
struct SignInThrottle: Sendable {
    /// What tries are counted by.
    enum Key: Hashable, Sendable {
        /// A sign-in name, known or not, as its token, over all places.
        case login([UInt8])
        /// Where the tries come from, as the web layer names it, over all names.
        case source(String)
        /// A sign-in name from a place.
        case pair([UInt8], String)
        /// Codes of the authenticator, after the right password.
        case code(RecordID)
        /// The same at a place where the account has been signed in to: whoever found out the password elsewhere can't hold back its owner.
        case codeHere(RecordID, String)

        /// Whether it counts by where tries come from.
        var isSource: Bool { if case .source = self { true } else { false } }
        /// Wrong tries without any wait.
        var free: Double {
            switch self {
            case .pair, .code, .codeHere: 5
            case .login: 50
            case .source: 300
            }
        }
        /// The longest wait, in seconds. A code has only a million values, so guessing one is made slowest.
        var longest: Int {
            switch self {
            case .code, .codeHere: 3600
            case .login, .source, .pair: 60
            }
        }
        /// Seconds after which one wrong try is forgiven; nil where all are kept for a day.
        var forgiven: Double? {
            switch self {
            case .pair, .code, .codeHere: nil
            case .login: 60
            case .source: 2
            }
        }
    }

    private struct Failures {
        var count: Double
        var last: Instant

        /// What counts of them at a later moment.
        func left(_ key: Key, at now: Instant) -> Double {
            let past = now.seconds(since: last)
            if let forgiven = key.forgiven { return Swift.max(0, count - Swift.max(0, past) / forgiven) }
            return past < SignInThrottle.memory ? count : 0
        }
    }

    /// Seconds without a wrong try after which all are forgotten.
    static let memory: Double = 86_400
    /// Entries kept at most.
    static let most = 100_000

    private var failures: [Key: Failures] = [:]
    private var known: [Key: Instant] = [:]

    /// The keys by which a try is counted.
    func keys(login: [UInt8], source: String?) -> [Key] {
        let source = source ?? ""
        return known[.pair(login, source)] == nil
            ? [.pair(login, source), .login(login), .source(source)] : [.pair(login, source)]
    }

    /// The keys by which a code is counted, after the right password for `login` from `source`.
    func codeKeys(_ account: RecordID, login: [UInt8], source: String?) -> [Key] {
        let source = source ?? ""
        return known[.pair(login, source)] == nil ? [.code(account)] : [.codeHere(account, source)]
    }

    /// Whole seconds to wait before the next try; nil where there is no need to.
    func wait(_ keys: [Key], at now: Instant) -> Int? {
        let isStrict = keys.contains { key in key.isSource && (failures[key]?.left(key, at: now) ?? 0) >= key.free }
        let waits = keys.compactMap { key -> Double? in
            guard !key.isSource, let failures = failures[key] else { return nil }
            var free = key.free
            if case .pair = key, isStrict { free = 1 }
            let left = failures.left(key, at: now)
            guard left >= free else { return nil }
            let delay = min(Double(key.longest), Double(1 << Int(min(left - free, 20))))
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
        for key in keys where !key.isSource {
            guard let failure = failures[key] else { continue }
            failures[key]?.count = max(0, failure.count - 1)
        }
    }

    private mutating func count(_ keys: [Key], at now: Instant) {
        if failures.count >= Self.most { forget(before: now.adding(seconds: -Self.memory)) }
        for key in keys {
            let earlier = failures[key]?.left(key, at: now) ?? 0
            failures[key] = Failures(count: earlier + 1, last: now)
        }
    }

    /// Forgets an account's wrong tries and remembers that it was signed in to from here. What a source did to others stays counted.
    mutating func succeeded(login: [UInt8], source: String?, account: RecordID, at now: Instant) {
        let source = source ?? ""
        failures[.login(login)] = nil
        failures[.code(account)] = nil
        failures[.codeHere(account, source)] = nil
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
