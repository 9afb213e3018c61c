// SPDX-License-Identifier: Apache-2.0

/// A file of sentences in the gettext form, the part of it that is needed: `msgid`, `msgid_plural`, `msgstr`, `msgstr[n]`, comments, and
/// `#, fuzzy` for a wording that waits for a reader who speaks the language.
struct TranslationFile: Sendable {
    /// One sentence of the file.
    struct Entry: Sendable, Equatable {
        var key = ""
        var plural: String?
        var forms: [String] = []
        var isUnreviewed = false
    }

    /// A line that can't be read.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let line: Int
        var description: String { "line \(line) is none of msgid, msgid_plural, msgstr, msgstr[n], a quoted continuation or a # comment" }
    }

    let entries: [Entry]

    /// Reads a file.
    /// - Throws: `Mistake` with the line that can't be read.
    init(_ text: String) throws(Mistake) {
        var entries: [Entry] = []
        var entry = Entry()
        var target: Target?
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.hasSuffix("\r") ? raw.dropLast() : raw
            if line.isEmpty || line.hasPrefix("#") {
                if !entry.forms.isEmpty {
                    entries.append(entry)
                    entry = Entry()
                    target = nil
                }
                if line.hasPrefix("#,") && line.contains("fuzzy") { entry.isUnreviewed = true }
                continue
            }
            let keyword = line.prefix { $0 != " " && $0 != "\"" }
            guard let next = Target(keyword) ?? (keyword.isEmpty ? target : nil), let words = Self.unquoted(line.dropFirst(keyword.count))
            else {
                throw Mistake(line: index + 1)
            }
            if next == .key && !entry.forms.isEmpty {
                entries.append(entry)
                entry = Entry()
            }
            target = next
            switch next {
            case .key: entry.key += words
            case .plural: entry.plural = (entry.plural ?? "") + words
            case .form(let number):
                while entry.forms.count <= number { entry.forms.append("") }
                entry.forms[number] += words
            }
        }
        if !entry.forms.isEmpty { entries.append(entry) }
        self.entries = entries.filter { !$0.key.isEmpty && !$0.forms.allSatisfy(\.isEmpty) }
    }

    private enum Target: Equatable {
        case key, plural
        case form(Int)

        init?(_ keyword: Substring) {
            switch keyword {
            case "msgid": self = .key
            case "msgid_plural": self = .plural
            case "msgstr": self = .form(0)
            default:
                guard keyword.hasPrefix("msgstr["), keyword.hasSuffix("]"), let number = Int(keyword.dropFirst(7).dropLast()),
                    (0..<8).contains(number)
                else { return nil }
                self = .form(number)
            }
        }
    }

    /// The text between the quotes, with `\n`, `\t`, `\"` and `\\` resolved; nil if it is not quoted.
    private static func unquoted(_ text: Substring) -> String? {
        let trimmed = text.drop { $0 == " " }
        guard trimmed.count >= 2, trimmed.first == "\"", trimmed.last == "\"" else { return nil }
        var result = ""
        var isEscaped = false
        for character in trimmed.dropFirst().dropLast() {
            if isEscaped {
                result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
