// SPDX-License-Identifier: Apache-2.0

import Yams

/// Reads the keys of one mapping. Every key must be asked for: what nobody asked for is reported, never ignored.
final class Fields {
    let place: FilePlace
    let findings: Findings
    private let what: String
    private var values: [String: (key: FilePlace, value: Located)] = [:]
    private var known: Set<String> = []

    /// Nil after reporting that this is no mapping. `what` names it in problems, as in "a limit".
    init?(_ located: Located, what: String, findings: Findings) {
        self.place = located.place
        self.findings = findings
        self.what = what
        guard let mapping = located.node.mapping else {
            findings.report(
                located.place, "Here must stand \(what), written as keys with values.", mend: "Write 'key: value' lines, indented.")
            return nil
        }
        for (key, value) in mapping {
            let keyPlace = Located(node: key, file: located.file).place
            guard case .scalar(let scalar) = key else {
                findings.report(keyPlace, "A key must be a single word.", mend: "Write 'key: value' lines.")
                continue
            }
            values[scalar.string] = (keyPlace, Located(node: value, file: located.file))
        }
    }

    /// Whether the key is given.
    func has(_ key: String) -> Bool { values[key] != nil }

    /// The place of a key's value, or of the whole mapping where the key is not given.
    func place(of key: String) -> FilePlace { values[key]?.value.place ?? place }

    /// The raw value of a key, if given.
    func optional(_ key: String) -> Located? {
        known.insert(key)
        return values[key]?.value
    }

    /// The raw value of a key that must be given.
    func required(_ key: String) -> Located? {
        if let value = optional(key) { return value }
        findings.report(place, "\(what.capitalisedFirst) lacks '\(key)'.", mend: "Add a line '\(key): …'.")
        return nil
    }

    /// The keys given that nobody has asked for.
    func unasked() -> [(name: String, place: FilePlace)] {
        values.filter { !known.contains($0.key) }.map { ($0.key, $0.value.key) }.sorted {
            ($0.place.line, $0.name) < ($1.place.line, $1.name)
        }
    }

    /// Reports every key that nobody has asked for. Call last.
    func refuseOthers() {
        for (name, place) in unasked() {
            let keys = known.sorted().joined(separator: ", ")
            let hint = Likely.hint(for: name, among: known)
            findings.report(place, "The key '\(name)' is not known in \(what).", mend: "Known keys: \(keys).\(hint)")
        }
    }
}

extension String {
    /// With a capital at the start, for a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
