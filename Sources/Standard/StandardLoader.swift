// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Reads one version of a standard from its folder of YAML files.
public enum StandardLoader {
    /// The most files a version may have.
    static let mostFiles = 200

    /// Reads and checks the folder whole.
    ///
    /// - Parameter folder: the version's folder, as in `Standards/west-midlands/2026`. All its `.yaml` files are read, in the order of
    ///   their names.
    /// - Returns: the standard; every code, source, page and list that one part of it names is there in another.
    /// - Throws: `StandardProblems` with everything found wrong, each with file, line, column and how to mend it.
    public static func load(_ folder: URL) throws(StandardProblems) -> Standard {
        let name = folder.pathComponents.suffix(2).joined(separator: "/")
        let reading = StandardReading(folder: name)
        for file in files(in: folder, named: name, findings: reading.findings) {
            if let root = YAMLFile.root(at: file, named: "\(name)/\(file.lastPathComponent)", findings: reading.findings) {
                reading.read(root)
            }
        }
        guard let standard = reading.finish() else { throw StandardProblems(reading.findings.problems) }
        return standard
    }

    /// Everything wrong in the folder; empty where it can be used.
    public static func check(_ folder: URL) -> [StandardProblem] {
        do {
            _ = try load(folder)
            return []
        } catch {
            return error.problems
        }
    }

    /// The YAML files of a folder by name; reports a folder that can't be read or holds other things.
    static func files(in folder: URL, named name: String, findings: Findings) -> [URL] {
        let options: FileManager.DirectoryEnumerationOptions = [.skipsHiddenFiles]
        let real = folder.resolvingSymlinksInPath()
        guard let all = try? FileManager.default.contentsOfDirectory(at: real, includingPropertiesForKeys: nil, options: options) else {
            findings.report(FilePlace(file: name), "The folder is not there or can't be read.", mend: "Check its path and permissions.")
            return []
        }
        for stranger in all where stranger.pathExtension != "yaml" {
            findings.report(
                FilePlace(file: "\(name)/\(stranger.lastPathComponent)"), "Only .yaml files belong in a standard's folder.",
                mend: "Rename it to end in .yaml or move it away.")
        }
        let files = all.filter { $0.pathExtension == "yaml" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
        guard files.count <= mostFiles else {
            findings.report(FilePlace(file: name), "There are more than \(mostFiles) files.", mend: "Join small files together.")
            return []
        }
        return files
    }
}
