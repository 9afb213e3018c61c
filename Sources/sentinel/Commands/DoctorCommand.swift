// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Services
import Standard
import Storage
import StorageSQLite

/// `sentinel doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is wrong with an installation, and how to mend it.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
        var faults = 0
        for finding in try await Self.findings(try store.configuration()) {
            Say.line((finding.isFault ? "WRONG  " : "fine   ") + finding.words)
            if finding.isFault {
                faults += 1
                Say.line("       " + finding.mend)
            }
        }
        Say.line(faults == 0 ? "\nNothing is wrong." : "\n\(faults) \(faults == 1 ? "thing is" : "things are") wrong.")
        if faults > 0 { throw ExitCode(1) }
    }

    /// One thing looked at.
    struct Finding {
        let words: String
        var mend = ""
        var isFault = false

        static func of(_ words: String, isFault: Bool, mend: String) -> Finding { Finding(words: words, mend: mend, isFault: isFault) }
    }

    static func findings(_ configuration: Configuration) async throws -> [Finding] {
        var found = machine(configuration)
        do {
            let library = try StandardLibrary.load(URL(fileURLWithPath: configuration.standards))
            found.append(Finding(words: "The standards are sound: \(library.ids.map(\.rawValue).joined(separator: ", "))."))
        } catch {
            found.append(
                .of(
                    "The standards have faults: \(error)", isFault: true,
                    mend: "Mend the lines named; `sentinel standard check` says when it is done."))
        }
        do {
            _ = try MasterKeyFile.read(configuration)
            found.append(Finding(words: "The master key can be read and lies outside the data folder."))
        } catch { found.append(.of("\(error)", isFault: true, mend: "See the sentence above.")) }
        if configuration.postgres == nil { found += await database(configuration) }
        return found
    }

    private static func machine(_ configuration: Configuration) -> [Finding] {
        let swaps = (try? String(contentsOfFile: "/proc/swaps", encoding: .utf8))?.split(separator: "\n").count ?? 1
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &limit)
        let mode = (try? FileManager.default.attributesOfItem(atPath: configuration.data))?[.posixPermissions] as? Int
        let keyMode = (try? FileManager.default.attributesOfItem(atPath: configuration.masterKeyFile))?[.posixPermissions] as? Int
        let free = (try? FileManager.default.attributesOfFileSystem(forPath: "."))?[.systemFreeSize] as? Int64
        return [
            .of(
                "Swap is \(swaps > 1 ? "on" : "off").", isFault: swaps > 1,
                mend: "Words about people could be written to disk in clear: switch swap off (swapoff -a) or encrypt it."),
            .of(
                "Core dumps are \(limit.rlim_cur == 0 ? "off" : "on for this shell; the server switches its own off").", isFault: false,
                mend: ""),
            .of(
                "The data folder \(configuration.data) is \(mode.map { String($0, radix: 8) } ?? "not there yet").",
                isFault: mode.map { $0 & 0o077 != 0 } ?? false, mend: "Only the server's user may enter it: chmod 700 \(configuration.data)"
            ),
            .of(
                "The master key file is \(keyMode.map { String($0, radix: 8) } ?? "not there yet").",
                isFault: keyMode.map { $0 & 0o077 != 0 } ?? false,
                mend: "Only the server's user may read it: chmod 600 \(configuration.masterKeyFile)"),
            .of(
                "\((free ?? 0) / 1_000_000) MB are free on the disk.", isFault: (free ?? .max) < 1_000_000_000,
                mend: "Make room: at least 1 GB should be free."),
        ]
    }

    private static func database(_ configuration: Configuration) async -> [Finding] {
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
                    isFault: !faults.isEmpty, mend: "Stop, keep a copy, and restore the last backup."),
                .of(
                    "\(particulars?.entriesWaiting ?? 0) entries wait to be put in the ledger's sequence.",
                    isFault: (particulars?.entriesWaiting ?? 0) > 10_000,
                    mend: "The sequencer does not keep up or has stopped: see the server's log for an alarm."),
                .of(
                    "\(particulars?.jobsFailed ?? 0) jobs have failed and are tried again.", isFault: (particulars?.jobsFailed ?? 0) > 0,
                    mend: "See the server's log for their codes."),
                // Work for a desk, not a fault of the installation; who runs it can't read the rows and knows whom to ask.
                Finding(
                    words: "\(particulars?.rowsUnreadable ?? 0) rows of imports could not be read and wait for a desk (/imports); "
                        + "an administrator can't read them."),
            ]
        } catch {
            return [.of("The database can't be read: \(error)", isFault: true, mend: "Check its folder and that this user owns it.")]
        }
    }
}
