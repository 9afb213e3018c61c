// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The languages that there are. A folder in `Content/` is a language.
struct Translations: Sendable {
    /// A language file that can't be used, and where.
    struct Unreadable: Error, CustomStringConvertible {
        let file: String
        let reason: String
        var description: String { "\(file): \(reason)" }
    }

    /// By tag, English always among them.
    let wordings: [String: Wording]

    /// English alone.
    static let englishOnly = Translations(wordings: [Wording.english.language.tag: .english])

    /// Languages by name for a language menu.
    var languages: [Language] { wordings.values.map(\.language).sorted { $0.tag < $1.tag } }

    /// The wording of a tag, or English.
    func wording(_ tag: String?) -> Wording { tag.flatMap { wordings[$0] } ?? wordings[Language.english.tag] ?? .english }

    /// The wording that a reader asks for: a language chosen on our pages before the browser's own list.
    func wording(chosen: String?, acceptLanguage: String?) -> Wording {
        if let chosen, let wording = wordings[chosen] { return wording }
        for tag in Self.preferences(acceptLanguage ?? "") {
            if let exact = wordings.first(where: { $0.key.lowercased() == tag }) { return exact.value }
            let primary = tag.prefix { $0 != "-" }
            if let near = languages.first(where: { $0.tag.lowercased().prefix { $0 != "-" } == primary }) { return wording(near.tag) }
        }
        return .english
    }

    /// The tags of an `Accept-Language` field, most wanted first; at most ten are read.
    static func preferences(_ field: String) -> [String] {
        let ranked: [(tag: String, quality: Double)] = field.split(separator: ",").prefix(10).compactMap { item in
            let parts = item.split(separator: ";")
            guard let tag = parts.first?.trimmingPrefix(while: { $0 == " " }), !tag.isEmpty, tag.utf8.count <= 16 else { return nil }
            let quality = parts.dropFirst().first?.split(separator: "=").last.flatMap { Double($0) } ?? 1
            return (tag.lowercased().filter { $0 != " " }, quality)
        }
        return ranked.enumerated().sorted { ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset) }.map(\.element.tag)
    }
}

extension Translations {
    /// Reads every folder of `content` that holds a `language.conf`.
    /// - Throws: `Unreadable` with the file and the line.
    init(content: URL) throws {
        var wordings = Self.englishOnly.wordings
        for tag in try FileManager.default.contentsOfDirectory(atPath: content.path).sorted() {
            let folder = content.appendingPathComponent(tag)
            guard let configuration = try? String(contentsOf: folder.appendingPathComponent("language.conf"), encoding: .utf8) else {
                continue
            }
            let language = Language(tag: tag, configuration: configuration)
            let file = folder.appendingPathComponent("sentences.po")
            guard FileManager.default.fileExists(atPath: file.path) else {
                wordings[tag] = Wording(language: language, forms: [:], unreviewed: [])
                continue
            }
            do {
                let entries = try TranslationFile(String(contentsOf: file, encoding: .utf8)).entries
                wordings[tag] = Wording(
                    language: language, forms: Dictionary(entries.map { ($0.key, $0.forms) }, uniquingKeysWith: { _, last in last }),
                    unreviewed: Set(entries.filter(\.isUnreviewed).map(\.key)))
            } catch {
                throw Unreadable(file: "\(tag)/sentences.po", reason: "\(error)")
            }
        }
        self.init(wordings: wordings)
    }
}
