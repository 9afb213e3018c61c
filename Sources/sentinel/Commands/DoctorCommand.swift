// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Services
import Standard
import Web

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
        found += await store(configuration)
        found += await services(configuration)
        return found
    }

    /// What Sentinel uses besides, and does without where it must: messages wait, briefs are printed by the browser.
    private static func services(_ configuration: Configuration) async -> [Finding] {
        var found: [Finding] = []
        if let settings = configuration.relay {
            let place = "\(settings.host):\(settings.port)"
            do throws(MailFault) {
                try await SMTPRelay(settings, seconds: 8).check()
                found.append(Finding(words: "The mail relay \(place) answers\(SMTPRelay.hasTLS ? "" : ", in clear on this machine")."))
            } catch {
                found.append(.of("The mail relay \(place) takes no mail: \(error.code.rawValue).", isFault: true, mend: mend(error.code)))
            }
        } else {
            found.append(
                Finding(
                    words: "No mail relay is set (SENTINEL_SMTP_HOST): nobody is told by e-mail; the chain on call works on pages alone."))
        }
        let hasPrinter =
            configuration.pdfPython.flatMap { PDFPrinter(python: $0, program: Installation.folder("scripts") + "/print_pdf.py") } != nil
        found.append(
            Finding(
                words: hasPrinter
                    ? "Briefs can be had as PDF." : "Nothing makes PDF (scripts/install-front-end --pdf): pages say how to print."))
        return found
    }

    private static func mend(_ code: MailFault.Code) -> String {
        switch code {
        case .unreachable:
            "Nothing listens there. Start the relay, or set SENTINEL_SMTP_HOST and SENTINEL_SMTP_PORT right. Messages wait meanwhile."
        case .stalled: "It does not answer in time. Restart the relay, or look at its log. Messages wait meanwhile; intake does not."
        case .noTLS:
            "Without TLS only a relay on this machine is spoken to. Use a build with TLS (scripts/build-release --tls) and a relay that offers STARTTLS, or a relay on 127.0.0.1."
        case .badCertificate:
            "Its certificate is not believed. Name the authority that signed it in SENTINEL_SMTP_CA_FILE, or mend the certificate."
        case .notSignedIn: "It does not take SENTINEL_SMTP_USER with that password (SENTINEL_SMTP_PASSWORD_FILE)."
        default: "See the relay's own log."
        }
    }

    private static func machine(_ configuration: Configuration) -> [Finding] {
        let swaps = (try? String(contentsOfFile: "/proc/swaps", encoding: .utf8))?.split(separator: "\n").count ?? 1
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &limit)
        let mode = (try? FileManager.default.attributesOfItem(atPath: configuration.data))?[.posixPermissions] as? Int
        let keyMode = (try? FileManager.default.attributesOfItem(atPath: configuration.masterKeyFile))?[.posixPermissions] as? Int
        let place = FileManager.default.fileExists(atPath: configuration.data) ? configuration.data : "."
        let free = DiskSpace.free(place)
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
                "\((free ?? 0) / 1_000_000) MB are free on the disk of the data folder.", isFault: (free ?? .max) < DiskSpace.little,
                mend:
                    "Make room: at least 1 GB should be free. Where nothing is left, no report can be kept, and whoever sends one is told NOT SENT."
            ),
        ]
    }
}
