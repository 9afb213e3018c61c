// SPDX-License-Identifier: Apache-2.0

/// The machine's clock, but for one that stands before this program was installed: such a clock is surely wrong (a battery is empty, nobody
/// serves the time), and by it no account would be in force and nobody could report. Time then goes on from the newest thing known, until
/// the machine's clock is right.
///
/// A clock that is ahead is believed: it can't be told from one that is right after a long standstill, and one that is believed wrongly
/// stops no report. What shows it is said: `standing(newest:now:)`, and the database's own clock where that is another machine's.
public enum GuardedClock {
    /// - Parameters:
    ///   - newest: when the newest entry of the ledger was written, where that is known.
    ///   - installed: when the program was written to this machine; nil where that can't be known, and the machine's clock is taken as it is.
    ///   - machine: the machine's clock.
    public static func source(newest: Instant?, installed: Instant?, machine: @escaping TimeSource = systemTime) -> TimeSource {
        guard let installed else { return machine }
        let begun = machine()
        guard begun < installed else { return machine }
        let known = max(newest ?? installed, installed)
        return {
            let now = machine()
            return now < installed ? known.adding(seconds: max(0, now.seconds(since: begun))) : now
        }
    }

    /// How the clock stands to the newest entry of the ledger.
    public enum Standing: Hashable, Sendable {
        /// As it should.
        case right
        /// Behind it by so many seconds: time never runs back.
        case behind(seconds: Double)
        /// After it by so many seconds, more than a store that serves is silent: ahead, or the store stood still.
        case afterSilence(seconds: Double)
    }

    /// Seconds by which two machines' clocks may differ.
    public static let tolerance = 120.0
    /// Seconds for which a store that serves is never silent: it signs for its ledger and climbs its chains each minute.
    public static let longestSilence = 7 * 86_400.0

    /// Holds a clock against the newest entry; `right` where there is none.
    public static func standing(newest: Instant?, now: Instant) -> Standing {
        guard let newest else { return .right }
        let after = now.seconds(since: newest)
        if after < -tolerance { return .behind(seconds: -after) }
        return after > longestSilence ? .afterSilence(seconds: after) : .right
    }
}
