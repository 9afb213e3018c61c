// SPDX-License-Identifier: Apache-2.0

/// A language in which pages can be read. Described by `Content/<tag>/language.conf`.
struct Language: Hashable, Sendable {
    /// The BCP 47 tag, such as `en-GB` or `cy`.
    let tag: String
    /// Its name in itself, such as "Cymraeg".
    let name: String
    /// Whether it is written from right to left.
    let isRightToLeft: Bool
    /// The counts that have a form of their own, in the order of the forms; every other count takes the form after them.
    /// English: `[1]`. Welsh: `[0, 1, 2, 3, 6]`.
    let ownPluralCounts: [Int]

    /// British English: the language of the keys.
    static let english = Language(tag: "en-GB", name: "English", isRightToLeft: false, ownPluralCounts: [1])

    /// Which of the forms a count takes.
    func pluralForm(of count: Int) -> Int { ownPluralCounts.firstIndex(of: count) ?? ownPluralCounts.count }
}

extension Language {
    /// Reads `key: value` lines: `name`, `direction` (`ltr` or `rtl`) and `plurals` (the counts with forms of their own).
    init(tag: String, configuration: String) {
        var values: [Substring: Substring] = [:]
        for line in configuration.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            values[line[..<colon]] = line[line.index(after: colon)...].drop { $0 == " " }
        }
        self.init(
            tag: tag, name: values["name"].map(String.init) ?? tag, isRightToLeft: values["direction"] == "rtl",
            ownPluralCounts: (values["plurals"] ?? "1").split(separator: " ").compactMap { Int($0) })
    }
}
