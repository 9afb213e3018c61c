// SPDX-License-Identifier: Apache-2.0
import Foundation
import Services
import Web

/// What an installation is told: environment over file over defaults. Secrets come from files (`*_FILE`), never from the command line.
struct Configuration: Sendable {
    /// The folder of the store, its index and its outside checkpoints.
    var data: String
    /// The file of the master key: never inside `data`.
    var masterKeyFile: String
    /// A connection string of PostgreSQL, or nil for the embedded SQLite.
    var postgres: String?
    var host: String
    var port: Int
    /// The standard in which new concerns are reported.
    var standard: String
    /// The region's code.
    var region: String
    /// The folders `Standards`, `Content` and `Public`.
    var standards: String
    var content: String
    var publicFiles: String
    var isBehindProxy: Bool
    var publicOrigin: String?
    var metricsForEveryone: Bool
    var certificateChain: String?
    var certificateKey: String?
    /// Whom to tell of a weakness: an address for `security.txt`.
    var securityContact: String?
    /// The relay that takes mails; nil where none is set, and messages wait.
    var relay: SMTPRelay.Settings?
    /// The Python with WeasyPrint that makes PDF; nil where there is none, and pages say how to print.
    var pdfPython: String?

    /// Why a setting can't be used, and the mend.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads the settings. `arguments` are those given on the command line, which win.
    /// - Throws: `Fault` naming the setting.
    static func read(
        environment: [String: String] = ProcessInfo.processInfo.environment, file: String? = nil, data: String? = nil, port: Int? = nil,
        host: String? = nil
    ) throws -> Configuration {
        let settings = Settings(environment: environment, file: try Settings.read(file ?? environment["SENTINEL_CONFIG"]))
        let folder = data ?? settings["DATA"] ?? "./data/store"
        guard let number = port ?? Int(settings["PORT"] ?? "8080"), (0...65_535).contains(number) else {
            throw Fault(description: "SENTINEL_PORT is not a port. Give a number from 0 to 65535.")
        }
        guard (settings["TLS_CHAIN_FILE"] == nil) == (settings["TLS_KEY_FILE"] == nil) else {
            throw Fault(description: "SENTINEL_TLS_CHAIN_FILE and SENTINEL_TLS_KEY_FILE go together. Set both, or neither.")
        }
        let relay = try relay(settings)
        return Configuration(
            data: folder, masterKeyFile: settings["MASTER_KEY_FILE"] ?? folder + ".key", postgres: try settings.secret("DATABASE_URL"),
            host: host ?? settings["HOST"] ?? "127.0.0.1", port: number, standard: settings["STANDARD"] ?? "west-midlands/2026",
            region: settings["REGION"] ?? "region", standards: settings["STANDARDS"] ?? Installation.folder("Standards"),
            content: settings["CONTENT"] ?? Installation.folder("Content"),
            publicFiles: settings["PUBLIC"] ?? Installation.folder("Public"),
            isBehindProxy: settings.flag("BEHIND_PROXY"), publicOrigin: settings["PUBLIC_ORIGIN"],
            metricsForEveryone: settings.flag("METRICS_FOR_EVERYONE"), certificateChain: settings["TLS_CHAIN_FILE"],
            certificateKey: settings["TLS_KEY_FILE"], securityContact: settings["SECURITY_CONTACT"],
            relay: relay, pdfPython: settings["PDF_PYTHON"] ?? Installation.pdfPython)
    }

    private static func relay(_ settings: Settings) throws -> SMTPRelay.Settings? {
        guard let host = settings["SMTP_HOST"] else { return nil }
        guard let port = Int(settings["SMTP_PORT"] ?? "25"), (1...65_535).contains(port) else {
            throw Fault(description: "SENTINEL_SMTP_PORT is not a port. Give a number from 1 to 65535.")
        }
        guard let sender = settings["SMTP_FROM"], SMTPText.isAddress(sender) else {
            throw Fault(
                description:
                    "SENTINEL_SMTP_HOST is set and SENTINEL_SMTP_FROM is no e-mail address. Give the address that messages come from.")
        }
        return SMTPRelay.Settings(
            host: host, port: port, sender: sender, user: settings["SMTP_USER"], password: try settings.secret("SMTP_PASSWORD"),
            authority: settings["SMTP_CA_FILE"])
    }

    /// Where this process is reached at a port.
    func address(port: Int) -> String { "\(certificateChain == nil ? "http" : "https")://\(host):\(port)" }

    /// The address that people type.
    var origin: String { publicOrigin ?? address(port: port) }

    /// The file of the SQLite store.
    var database: String { data + "/sentinel.sqlite" }
    /// The socket by which the command line reaches a running server (DESIGN rule 8).
    var socket: String { data + "/control.sock" }
    /// The file of checkpoints outside the database.
    var checkpoints: String { data + "/checkpoints.txt" }
    /// The folder of the match index's sealed segments.
    var index: String { data + "/index" }
    /// The public key of the ledger.
    var verifierKey: String { data + "/ledger.vkey" }
}

/// Settings by name without their prefix.
struct Settings: Sendable {
    private let values: [String: String]

    init(environment: [String: String], file: [String: String]) {
        values = file.merging(environment) { _, fromEnvironment in fromEnvironment }
    }

    subscript(name: String) -> String? { values["SENTINEL_" + name].flatMap { $0.isEmpty ? nil : $0 } }

    func flag(_ name: String) -> Bool { ["1", "true", "yes"].contains(self[name]?.lowercased() ?? "") }

    /// A secret: from the file that `NAME_FILE` names, else from the environment.
    func secret(_ name: String) throws -> String? {
        guard let path = self[name + "_FILE"] else { return self[name] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Configuration.Fault(description: "SENTINEL_\(name)_FILE names a file that can't be read: \(path)")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A file of lines `SENTINEL_NAME=value`; blank lines and lines that begin with # are passed over.
    static func read(_ path: String?) throws -> [String: String] {
        guard let path else { return [:] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Configuration.Fault(description: "The configuration file can't be read: \(path)")
        }
        var values: [String: String] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            let parts = trimmed.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, parts[0].hasPrefix("SENTINEL_") else {
                throw Configuration.Fault(description: "\(path), line \(number + 1): write SENTINEL_NAME=value.")
            }
            values[parts[0]] = parts[1]
        }
        return values
    }
}

/// Where the folders of data lie that come with the program.
enum Installation {
    /// The virtual environment that scripts/install-front-end makes, where it has made one.
    static var pdfPython: String? {
        let path = folder(".venv-pdf") + "/bin/python"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    /// The folder beside the working directory, else beside the executable or above it.
    static func folder(_ name: String) -> String {
        var candidates = [FileManager.default.currentDirectoryPath]
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<5 {
            candidates.append(folder.path)
            folder.deleteLastPathComponent()
        }
        return candidates.map { $0 + "/" + name }.first { FileManager.default.fileExists(atPath: $0) } ?? "./" + name
    }
}
