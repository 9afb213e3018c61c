// SPDX-License-Identifier: Apache-2.0

import Yams

/// Reading single values, each with its own sentence when it is not what is wanted.
extension Fields {
    /// Words that must be given.
    func text(_ key: String) -> Placed<String>? { required(key).flatMap { words($0, key) } }

    /// Words that may be given.
    func optionalText(_ key: String) -> String? { optional(key).flatMap { words($0, key)?.value } }

    /// Several words; a single word stands for a list of one; empty where not given.
    func texts(_ key: String) -> [Placed<String>] {
        guard let located = optional(key) else { return [] }
        guard let sequence = located.node.sequence else { return words(located, key).map { [$0] } ?? [] }
        return sequence.compactMap { words(Located(node: $0, file: located.file), key) }
    }

    /// `true` or `false`.
    func flag(_ key: String) -> Bool? { required(key).flatMap { truth($0, key) } }

    /// `true` or `false`, or the default where not given.
    func flag(_ key: String, default value: Bool) -> Bool { optional(key).map { truth($0, key) ?? value } ?? value }

    /// A whole number that must be given.
    func number(_ key: String, in range: ClosedRange<Int>) -> Int? { required(key).flatMap { wholeNumber($0, key, range) } }

    /// A whole number that may be given.
    func optionalNumber(_ key: String, in range: ClosedRange<Int>) -> Int? { optional(key).flatMap { wholeNumber($0, key, range) } }

    /// A date that may be given.
    func optionalDate(_ key: String) -> CivilDate? {
        guard let located = optional(key), let text = words(located, key) else { return nil }
        if let date = CivilDate(iso: text.value) { return date }
        findings.report(text.place, "'\(text.value)' is not a date.", mend: "Write year, month and day as in 2014-10-17.")
        return nil
    }

    /// A date that must be given.
    func date(_ key: String) -> CivilDate? { required(key) == nil ? nil : optionalDate(key) }

    /// One of the cases of a type.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, as type: Choice.Type) -> Choice? where Choice.RawValue == String {
        text(key).flatMap { choice($0, key) }
    }

    /// Several of the cases of a type; empty where not given.
    func choices<Choice: RawRepresentable & CaseIterable>(_ key: String, as type: Choice.Type) -> [Choice] where Choice.RawValue == String {
        texts(key).compactMap { choice($0, key) }
    }

    /// The mapping under a key, if given.
    func fields(_ key: String, what: String) -> Fields? { optional(key).flatMap { Fields($0, what: what, findings: findings) } }

    /// The items of the list under a key; empty where not given.
    func items(_ key: String) -> [Located] {
        guard let located = optional(key) else { return [] }
        if let sequence = located.node.sequence { return sequence.map { Located(node: $0, file: located.file) } }
        findings.report(located.place, "'\(key)' must be a list.", mend: "Begin each entry with '- '.")
        return []
    }

    private func words(_ located: Located, _ key: String) -> Placed<String>? {
        guard case .scalar(let scalar) = located.node else {
            findings.report(located.place, "'\(key)' must be words.", mend: "Write the words after the colon, in quotes if they hold ': '.")
            return nil
        }
        let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty, text != "~" else {
            findings.report(located.place, "'\(key)' is empty.", mend: "Fill it in, or take the line away where it is optional.")
            return nil
        }
        return Placed(value: text, place: located.place)
    }

    private func truth(_ located: Located, _ key: String) -> Bool? {
        switch located.node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            findings.report(located.place, "'\(key)' must be true or false.", mend: "Write true or false.")
            return nil
        }
    }

    private func wholeNumber(_ located: Located, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        if let number = located.node.scalar.flatMap({ Int($0.string) }), range.contains(number) { return number }
        let bounds = "\(range.lowerBound) to \(range.upperBound)"
        findings.report(located.place, "'\(key)' must be a whole number from \(bounds).", mend: "Write a number from \(bounds).")
        return nil
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(_ text: Placed<String>, _ key: String) -> Choice?
    where Choice.RawValue == String {
        if let choice = Choice(rawValue: text.value) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let hint = Likely.hint(for: text.value, among: known)
        findings.report(
            text.place, "'\(text.value)' is not a value of '\(key)'.", mend: "Write one of: \(known.joined(separator: ", ")).\(hint)")
        return nil
    }
}
