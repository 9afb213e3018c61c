// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What is not as it should be with the services that the server uses and can do without: it is ready for reports all the same, and whoever
/// runs it is told.
enum Remarks {
    /// One sentence for each; nothing where all is well.
    static func of(mail: MailFault.Code?, freeBytes: Int64?, clockApart: Double) -> [String] {
        var remarks: [String] = []
        if let freeBytes, freeBytes < DiskSpace.little {
            remarks.append("The disk is nearly full: \(freeBytes / 1_000_000) MB are free. Make room.")
        }
        if let mail, mail != .noRelay { remarks.append("The mail relay takes no mail (\(mail.rawValue)): messages wait.") }
        if abs(clockApart) > GuardedClock.tolerance {
            remarks.append("The machine's clock stands before this program was installed, and is not believed. Set it right.")
        }
        return remarks
    }

    /// Of a house that serves, with its data in `folder`.
    static func of(_ house: House, _ work: HouseWork, folder: String?) -> [String] {
        of(
            mail: work.mailFigures.lastFault, freeBytes: folder.flatMap(DiskSpace.free),
            clockApart: house.settings.isDemo ? 0 : systemTime().seconds(since: house.now))
    }
}
