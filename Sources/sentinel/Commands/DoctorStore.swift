// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services
import StoragePostgres
import StorageSQLite

extension DoctorCommand {
    /// The store: whether it is sound and keeps up, and whether the clock can be right.
    static func store(_ configuration: Configuration) async -> [Finding] {
        if let connection = configuration.postgres { return await server(PostgresSettings(connection: connection), configuration) }
        guard FileManager.default.fileExists(atPath: configuration.database) else {
            return [
                .of(
                    "There is no store in \(configuration.data).", isFault: true,
                    mend: "Run `sentinel setup`, or `sentinel restore` from a backup.")
            ]
        }
        do {
            let copy = try SQLiteCopy(path: configuration.database)
            let faults = try await copy.integrityFaults()
            let particulars = try await StoreParticulars.read(copy)
            await copy.close()
            return [
                .of(
                    "The database's pages are \(faults.isEmpty ? "sound" : "damaged: \(faults.joined(separator: "; "))").",
                    isFault: !faults.isEmpty, mend: "Stop, keep a copy, and restore the last backup.")
            ] + work(particulars, configuration)
        } catch {
            return [.of("The database can't be read: \(error)", isFault: true, mend: "Check its folder and that this user owns it.")]
        }
    }

    private static func server(_ settings: PostgresSettings, _ configuration: Configuration) async -> [Finding] {
        do {
            let engine = try await PostgresEngine(settings)
            let particulars = try? await StoreParticulars.read(engine)
            let apart = Double(try await engine.serverTime()) / 1_000_000 - Date().timeIntervalSince1970
            await engine.close()
            return [
                Finding(words: "The database's server answers and keeps what it acknowledges."),
                .of(
                    abs(apart) > GuardedClock.tolerance
                        ? "The clock is \(Int(abs(apart) / 60)) minutes \(apart > 0 ? "behind" : "ahead of") that of the database's server."
                        : "The clock and that of the database's server say the same.",
                    isFault: abs(apart) > GuardedClock.tolerance, mend: mendClock),
            ] + (particulars == nil ? [.of("The database holds no store.", isFault: true, mend: "Run `sentinel setup`.")] : [])
                + work(particulars, configuration)
        } catch {
            return [
                .of(
                    "The database's server can't be used: \(error)", isFault: true,
                    mend:
                        "Start it, or set SENTINEL_DATABASE_URL right. Meanwhile no report can be kept, and whoever sends one is told NOT SENT."
                )
            ]
        }
    }

    private static func work(_ particulars: StoreParticulars?, _ configuration: Configuration) -> [Finding] {
        [
            .of(
                "\(particulars?.entriesWaiting ?? 0) entries wait to be put in the ledger's sequence.",
                isFault: (particulars?.entriesWaiting ?? 0) > 10_000,
                mend: "The sequencer does not keep up or has stopped: see the server's log for an alarm."),
            .of(
                "\(particulars?.jobsFailed ?? 0) jobs have failed and are tried again.", isFault: (particulars?.jobsFailed ?? 0) > 0,
                mend: "See the server's log for their codes."),
            clock(particulars?.newestEntry),
            .of(
                "\(particulars?.outbox.waiting ?? 0) messages wait to be sent, \(particulars?.outbox.retrying ?? 0) of them after a failure"
                    + "\(particulars?.outbox.lastError.map { " (\($0))" } ?? ""); \(particulars?.outbox.failed ?? 0) were given up.",
                isFault: (particulars?.outbox.retrying ?? 0) > 0 && configuration.relay != nil,
                mend: "See what is said of the mail relay below."),
            // Work for a desk, not a fault of the installation; who runs it can't read the rows and knows whom to ask.
            Finding(
                words: "\(particulars?.rowsUnreadable ?? 0) rows of imports could not be read and wait for a desk (/imports); "
                    + "an administrator can't read them."),
        ]
    }

    private static let mendClock =
        "Set the clock right and keep it so (systemd-timesyncd or chrony). Reports are taken in meanwhile; codes to sign in and limits are wrong."

    /// The clock against the newest entry of the ledger.
    private static func clock(_ newest: Int64?) -> Finding {
        switch GuardedClock.standing(newest: newest.map { Instant(microseconds: $0) }, now: systemTime()) {
        case .right: Finding(words: "The clock stands after the newest entry of the ledger.")
        case .behind(let seconds):
            .of("The clock is \(Int(seconds / 60)) minutes behind the newest entry of the ledger.", isFault: true, mend: mendClock)
        case .afterSilence(let seconds):
            // No fault: a store may have stood still. But nothing else shows a clock that is ahead.
            Finding(
                words: "The clock stands \(Int(seconds / 86_400)) days after the newest entry of the ledger. Where the store did not stand "
                    + "still so long, the clock is ahead: set it right before you serve.")
        }
    }
}
