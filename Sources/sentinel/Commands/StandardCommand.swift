// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Standard

/// `sentinel standard`
struct StandardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standard", abstract: "Check a standard, or say what changed between two.", subcommands: [Check.self, Diff.self])

    /// `sentinel standard check`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Name every fault by file and line, with its mend.")

        @Argument(help: "The folder of one version; without it, every version.") var folder: String?
        @Option(help: "A file of lines SENTINEL_NAME=value.") var config: String?

        func run() throws {
            let problems: [StandardProblem]
            if let folder {
                problems = StandardLoader.check(URL(fileURLWithPath: folder))
            } else {
                let root = try Configuration.read(file: config).standards
                do {
                    let library = try StandardLibrary.load(URL(fileURLWithPath: root))
                    Say.line("Sound: \(library.ids.map(\.rawValue).joined(separator: ", ")).")
                    return
                } catch { problems = error.problems }
            }
            for problem in problems { Say.line("\(problem)") }
            if problems.isEmpty { Say.line("Sound.") } else { throw ExitCode(1) }
        }
    }

    /// `sentinel standard diff`
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say in words what changed between two versions.")

        @Argument(help: "The earlier version, such as west-midlands/2014, or its folder.") var earlier: String
        @Argument(help: "The later version.") var later: String
        @Option(help: "A file of lines SENTINEL_NAME=value.") var config: String?

        func run() throws {
            let changes = StandardDiff(from: try standard(earlier), to: try standard(later)).changes
            var section = ""
            for change in changes {
                if change.section != section { Say.line("\n\(change.section)") }
                section = change.section
                Say.line("  \(change.sentence)")
            }
            if changes.isEmpty { Say.line("Nothing differs.") }
        }

        private func standard(_ name: String) throws -> Standard {
            let root = try Configuration.read(file: config).standards
            let folder = FileManager.default.fileExists(atPath: name) ? name : root + "/" + name
            return try StandardLoader.load(URL(fileURLWithPath: folder))
        }
    }
}
