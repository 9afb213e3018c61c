// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services

extension GuardedClock {
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
        return source(newest: newest.map { Instant(microseconds: $0) }, installed: installed)
    }
}
