// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What a sign may look like to whoever stands there: `Content/<tag>/signs.md`, a heading with the sign's code and a text below it, read
/// once at the start. The standard has the sign; the words for it are a language's.
struct SignTexts: Sendable {
    /// By language tag, then by the sign's code.
    let byLanguage: [String: [String: HTML]]

    /// No texts.
    static let none = SignTexts(byLanguage: [:])

    /// The text of a sign in a language, or in English.
    func text(_ code: String, in language: Language) -> HTML? {
        byLanguage[language.tag]?[code] ?? byLanguage[Language.english.tag]?[code]
    }
}

extension SignTexts {
    /// Reads the texts of every language in `content`.
    init(content: URL) {
        var byLanguage: [String: [String: HTML]] = [:]
        for tag in (try? FileManager.default.contentsOfDirectory(atPath: content.path)) ?? [] {
            let file = content.appendingPathComponent(tag).appendingPathComponent("signs.md")
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            byLanguage[tag] = Self.texts(text).mapValues { SimpleMarkup.inline($0) }
        }
        self.init(byLanguage: byLanguage)
    }

    /// The texts of a file by their headings; a comment is left out.
    static func texts(_ file: String) -> [String: String] {
        var texts: [String: String] = [:]
        var code: String?
        var isComment = false
        for line in file.split(separator: "\n").map(String.init) {
            if line.hasPrefix("<!--") { isComment = true }
            if line.hasPrefix("## ") {
                code = String(line.dropFirst(3))
            } else if let code, !isComment {
                texts[code] = texts[code].map { $0 + " " + line } ?? line
            }
            if line.hasSuffix("-->") { isComment = false }
        }
        return texts
    }
}
