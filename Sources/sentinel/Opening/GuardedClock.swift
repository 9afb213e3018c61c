// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services

/// The machine's clock, but for one that stands before this program was installed: such a clock is surely wrong (a battery is empty, nobody
/// serves the time), and by it no account would be in force and nobody could report. Time then goes on from the newest thing known, until
/// the machine's clock is right. A clock that is ahead is believed: it can't be told from one that is right.
enum GuardedClock {
    /// - Parameter newest: when the newest entry of the ledger was written, where that is known.
    static func source(newest: Instant?, installed: Instant? = installed, machine: @escaping TimeSource = systemTime) -> TimeSource {
        guard let installed else { return machine }
        let begun = machine()
        let known = max(newest ?? installed, installed)
        guard begun < installed else { return machine }
        return {
            let now = machine()
            return now < installed ? known.adding(seconds: max(0, now.seconds(since: begun))) : now
        }
    }

    /// When the program's file was written.
    static var installed: Instant? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: "/proc/self/exe")
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let date =
            (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date ?? attributes?[.modificationDate]
            as? Date
        return date.map { Instant(microseconds: Int64($0.timeIntervalSince1970 * 1_000_000)) }
    }

    /// The clock of an installation.
    static func source(_ configuration: Configuration) async -> TimeSource {
        guard let installed, systemTime() < installed else { return systemTime }
        let newest = (try? await OpenHouse.particulars(configuration))?.newestEntry
        return source(newest: newest.map { Instant(microseconds: $0) })
    }
}
