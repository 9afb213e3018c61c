// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Style sheets, scripts, icons and the font: read once, served from memory. All have one version, the hash of them all, in their
/// address, so that browsers may keep them for ever and a style sheet can name its font without knowing the hash.
struct StaticFiles: Sendable {
    /// By name; a file of `vendor/` is known by its name alone.
    let files: [String: StaticFile]
    /// The hash of all files.
    let version: String

    /// No files: pages are then plain.
    static let none = StaticFiles(files: [:])

    init(files: [String: StaticFile]) {
        self.files = files
        version = ContentHash.text(files.sorted { $0.key < $1.key }.flatMap { Array($0.key.utf8) + Array($0.value.tag.utf8) })
    }

    /// Reads a folder and its `vendor` folder. What set-up did not install is simply not there: without the font, the system's is used.
    init(folder: URL) throws {
        var files: [String: StaticFile] = [:]
        for folder in [folder.appendingPathComponent("vendor"), folder] {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { continue }
            for name in names where !name.hasPrefix(".") && PathParameter<String>.isFileName(name) {
                let file = folder.appendingPathComponent(name)
                guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { continue }
                files[name] = StaticFile(bytes: Array(try Data(contentsOf: file)), name: name)
            }
        }
        self.init(files: files)
    }

    /// The address of a file, or nil where it is not there.
    func url(_ name: String) -> SiteURL? { files[name].map { _ in PlumbingRoutes.asset.url((version, name)) } }

    /// A file as an answer; 304 where the browser has it. An address with an old version still gives today's file, for a page that was
    /// loaded before an upgrade, but not for ever.
    func reply(version asked: String, name: String, ifNoneMatch: String?) throws -> Reply {
        guard let file = files[name] else { throw Problem.notFound }
        let tag = "\"\(file.tag)\""
        var reply = Reply(status: 200, content: .bytes(file.bytes, type: file.type), headers: [("ETag", tag)])
        reply.caching = asked == version ? .forever : .revalidate
        if ifNoneMatch?.split(separator: ",").contains(where: { $0.filter { $0 != " " } == tag }) == true {
            reply.status = 304
            reply.content = .nothing
        }
        return reply
    }
}

extension PathParameter where Value == String {
    /// The name of a file of ours.
    static func fileName(_ name: String) -> Self {
        PathParameter(name: name, schema: .text(64), parse: { isFileName($0) ? $0 : nil }, print: { $0 })
    }

    /// Whether text is a plain file name: letters, digits, "-", "_" and ".", not beginning with ".".
    static func isFileName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && !text.hasPrefix(".")
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || "-_.".utf8.contains($0)
            }
    }
}
