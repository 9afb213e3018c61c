// SPDX-License-Identifier: Apache-2.0

import Foundation
import StoragePostgres

/// Says that the tests cannot run as they must, and what to do.
public struct PostgresMissing: Error, CustomStringConvertible {
    /// What is missing and which command installs it.
    public let description: String
}

/// The running server and the programs that come with it.
struct PostgresProcess: Sendable {
    private let programs: String
    private let folder: String
    /// Its standard input stays open as long as this process lives; the script stops the server when it closes.
    private let lifeline: FileHandle

    /// Starts a server. Takes about a second.
    static func start() async throws -> PostgresProcess {
        guard let programs = programs() else {
            throw PostgresMissing(
                description: "PostgreSQL is not installed (no initdb found). Run ./test, which installs it, or: apt-get install postgresql")
        }
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        // The server refuses to run as root.
        let asPostgres = geteuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = asPostgres + ["sh", "-c", script, "sh", programs]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = input
        process.standardOutput = output
        // A program started by another test must not keep the server alive.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try process.run()
        let answer = await blocking { output.fileHandleForReading.line() }
        guard let folder = answer.split(separator: " ").last, answer.hasPrefix("ready ") else {
            throw PostgresMissing(description: "PostgreSQL is installed in \(programs) but did not start: \(answer)")
        }
        return PostgresProcess(programs: programs, folder: String(folder), lifeline: input.fileHandleForWriting)
    }

    /// How to reach a database. The server is set not to sync its files, which is faster and harmless here, so durability is not asked of it.
    func settings(_ database: String) -> PostgresSettings {
        var settings = PostgresSettings(connection: "host=\(folder) user=postgres dbname=\(database)")
        settings.requiresDurability = false
        return settings
    }

    func createDatabase(_ name: String, template: String) async throws {
        try await run("createdb", ["--template", template, name])
    }

    func dropDatabase(_ name: String) async throws {
        try await run("dropdb", ["--force", name])
    }

    private func run(_ program: String, _ arguments: [String]) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: programs + "/" + program)
        process.arguments = ["--host", folder, "--username", "postgres"] + arguments
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        guard status == 0 else { throw PostgresMissing(description: "\(program) failed (\(status)) on the server for tests in \(folder)") }
    }

    private static let script = """
        trap : INT TERM HUP
        umask 077
        folder=$(mktemp -d "${TMPDIR:-/tmp}/sentinel-test-pg.XXXXXX") || exit 1
        "$1/initdb" --pgdata "$folder/data" --username postgres --auth trust --encoding UTF8 --locale C --no-sync >"$folder/log" 2>&1 &&
            "$1/pg_ctl" --pgdata "$folder/data" --wait --log "$folder/log" --options \\
            "-k $folder -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300" \\
            start </dev/null >/dev/null 2>&1 && echo "ready $folder" || tail -n 1 "$folder/log"
        exec >/dev/null
        cat >/dev/null
        "$1/pg_ctl" --pgdata "$folder/data" --mode immediate stop >/dev/null 2>&1
        rm -rf "$folder"
        """

    /// The folder of the newest installed version that holds the server's programs.
    private static func programs() -> String? {
        let versions = "/usr/lib/postgresql"
        let installed = ((try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? [])
            .sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(versions)/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (installed + path).first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    }

    private static func blocking<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "sentinel.test.postgres").async { continuation.resume(returning: work()) }
        }
    }
}

extension FileHandle {
    /// Reads to the end of the first line, or of the file.
    fileprivate func line() -> String {
        var text = Data()
        while !text.contains(UInt8(ascii: "\n")) {
            let more = availableData
            if more.isEmpty { break }
            text.append(more)
        }
        return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
