// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

/// The options that every command on a register takes.
struct LinkOptions: ParsableArguments {
    @Option(
        name: .customLong("column"),
        help: ArgumentHelp(
            "What a column is taken for, as ROLE=HEADER; may be said again. Roles: \(LinkOptions.roles).", valueName: "role=header"))
    var columns: [String] = []

    @Option(help: "Threads; the result does not depend on it.") var threads = 2
    @Flag(help: "Say nothing but faults.") var quiet = false

    private static let roles = ColumnRole.allCases.map(\.rawValue).joined(separator: ", ")

    func asked() throws -> [ColumnRole: [String]] {
        var asked: [ColumnRole: [String]] = [:]
        for column in columns {
            let sides = column.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, let role = ColumnRole(rawValue: sides[0]) else {
                throw ValidationError("--column takes ROLE=HEADER; the roles are \(Self.roles).")
            }
            asked[role, default: []].append(sides[1])
        }
        return asked
    }

    /// Reads files; "-" is standard input, put into a file of its own first since it is read twice.
    func read(_ files: [String]) throws -> Register {
        let paths = try files.map { $0 == "-" ? try Self.spooled() : $0 }
        defer { for (file, path) in zip(files, paths) where file == "-" { try? FileManager.default.removeItem(atPath: path) } }
        let register = try RegisterReader(asked: try asked()).read(paths: paths)
        if !quiet {
            for column in register.columns { Say.line("\(column.name): \(column.role.rawValue) (\(column.reason))") }
            Say.line("\(register.count) records read; linking them will take about \(register.count / 2_200 + 30) MB.")
        }
        return register
    }

    private static func spooled() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sentinel-link-\(UUID().uuidString)").path
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw RegisterError.unwritable(path: path) }
        defer { try? handle.close() }
        while let bytes = try FileHandle.standardInput.read(upToCount: 1 << 20), !bytes.isEmpty { try handle.write(contentsOf: bytes) }
        return path
    }

    static func model(_ path: String) throws -> PairModel {
        guard let data = FileManager.default.contents(atPath: path) else { throw RegisterError.unreadable(path: path) }
        return try PairModel(json: [UInt8](data))
    }

    func linking(oneToOne: Bool) -> Linking {
        var linking = Linking()
        linking.threads = max(1, threads)
        linking.isOneToOne = oneToOne
        if !quiet { linking.progress = { Say.line($0) } }
        return linking
    }

    func link(_ files: [String], to folder: String, model path: String?, oneToOne: Bool) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let linking = linking(oneToOne: oneToOne)
        let register = try read(files)
        let linked = try path.map { try linking.link(register, by: try Self.model($0)) } ?? linking.link(register)
        try linked.write(to: folder)
        let answers = linked.answers()
        Say.line(
            "\(linked.clusterCount) clusters, the largest of \(linked.largestCluster) records; \(answers.link) pairs linked, "
                + "\(answers.review) for a person to look at. Written to \(folder).")
    }
}
