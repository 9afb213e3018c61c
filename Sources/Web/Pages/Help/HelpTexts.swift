// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The help texts of all languages: `Content/<tag>/help/<number>-<name>.md`, in the order of their numbers, read once at the start.
struct HelpTexts: Sendable {
    /// One text.
    struct Topic: Sendable {
        /// The last part of its address.
        let name: String
        let title: String
        let body: HTML
    }

    /// By language tag.
    let byLanguage: [String: [Topic]]

    /// No texts.
    static let none = HelpTexts(byLanguage: [:])

    /// The topics of a language, or the English ones.
    func topics(_ language: Language) -> [Topic] { byLanguage[language.tag] ?? byLanguage[Language.english.tag] ?? [] }
}

extension HelpTexts {
    /// Reads the folder `help` of every language in `content`. A language without one has the English texts.
    init(content: URL) {
        var byLanguage: [String: [Topic]] = [:]
        let manager = FileManager.default
        for tag in (try? manager.contentsOfDirectory(atPath: content.path)) ?? [] {
            let folder = content.appendingPathComponent(tag).appendingPathComponent("help")
            let names = ((try? manager.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".md") }.sorted()
            let topics = names.compactMap { name in
                (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { Topic(file: name, text: $0) }
            }
            if !topics.isEmpty { byLanguage[tag] = topics }
        }
        self.init(byLanguage: byLanguage)
    }
}

extension HelpTexts.Topic {
    /// Reads a text: its name from the file, its title from the first heading.
    init(file: String, text: String) {
        let bare = file.split(separator: ".").first.map(String.init) ?? file
        name = String(bare.drop { $0.isNumber || $0 == "-" })
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let heading = lines.firstIndex(where: { $0.hasPrefix("# ") }) {
            title = String(lines[heading].dropFirst(2))
            lines.remove(at: heading)
        } else {
            title = name
        }
        body = SimpleMarkup.html(lines)
    }
}
