// SPDX-License-Identifier: Apache-2.0

enum ListDiff {
    static func sentences(_ old: Standard, _ new: Standard) -> [String] {
        let names = Set(old.lists.keys).union(new.lists.keys).subtracting([.sign]).sorted()
        return names.flatMap { name -> [String] in
            guard let before = old.lists[name] else { return ["The list '\(name)' is new: \(new.list(name).title)."] }
            guard let after = new.lists[name] else { return ["The list '\(name)' is gone: \(before.title)."] }
            let changes = DiffWords.entries(
                "code", before.codes, after.codes, id: \.code, label: \.label,
                changes: { codeSentences($0, $1) })
            return
                (DiffWords.fields("The list", [("title", before.title, after.title)])
                + ProvenanceDiff.sentences("The list", before.provenance, after.provenance) + changes)
                .map { "In the list '\(name)': \($0)" }
        }
    }

    private static func codeSentences(_ old: Code, _ new: Code) -> [String] {
        let subject = "The code '\(new.code)'"
        let names = Set(old.attributes.keys).union(new.attributes.keys).sorted()
        return DiffWords.fields(
            subject,
            [("label", old.label, new.label), ("help", old.help ?? "none", new.help ?? "none")]
                + names.map { ($0, words(old.attributes[$0]), words(new.attributes[$0])) })
    }

    private static func words(_ attribute: CodeAttribute?) -> String {
        switch attribute {
        case nil: "not stated"
        case .flag(let value)?: value ? "true" : "false"
        case .text(let value)?: value
        case .texts(let values)?: DiffWords.list(values)
        case .number(let value)?: String(value)
        }
    }
}

enum SignDiff {
    static func sentences(_ old: Sign, _ new: Sign) -> [String] {
        let subject = "The sign '\(new.code)'"
        let danger =
            old.presentDanger == new.presentDanger
            ? [] : ["\(subject) is \(new.presentDanger ? "now" : "no longer") a sign of present danger."]
        return danger
            + DiffWords.fields(
                subject,
                [
                    ("label", old.label, new.label), ("help", old.help ?? "none", new.help ?? "none"),
                    ("group", old.group.rawValue, new.group.rawValue), ("crimes", DiffWords.list(old.crimes), DiffWords.list(new.crimes)),
                    ("settings", DiffWords.list(old.settings), DiffWords.list(new.settings)),
                    ("ages", DiffWords.list(old.ages), DiffWords.list(new.ages)),
                ])
    }
}

enum FormDiff {
    static func sentences(_ old: FormPage, _ new: FormPage) -> [String] {
        DiffWords.fields(
            "The page '\(new.id)'",
            [
                ("title", old.title, new.title), ("help", old.help ?? "none", new.help ?? "none"),
                ("group", old.group.rawValue, new.group.rawValue),
            ])
    }

    static func sentences(_ old: Question, _ new: Question) -> [String] {
        let subject = "The question '\(new.id)'"
        func conditions(_ question: Question) -> String {
            DiffWords.list(
                question.when.map { "\($0.question) is \($0.isAnyOf.isEmpty ? "answered" : $0.isAnyOf.joined(separator: " or "))" })
        }
        func wording(_ question: Question) -> String {
            DiffWords.list(Audience.allCases.compactMap { audience in question.textFor[audience].map { "\(audience.rawValue): \($0)" } })
        }
        let required = old.required == new.required ? [] : ["\(subject) is \(new.required ? "now" : "no longer") always asked."]
        return required
            + DiffWords.fields(
                subject,
                [
                    ("text", old.text, new.text), ("wording for an audience", wording(old), wording(new)),
                    ("help", old.help ?? "none", new.help ?? "none"), ("kind", old.kind.rawValue, new.kind.rawValue),
                    ("list", old.list?.rawValue ?? "none", new.list?.rawValue ?? "none"),
                    ("pages", DiffWords.list(old.pages), DiffWords.list(new.pages)),
                    ("ways of not answering", DiffWords.list(old.absences), DiffWords.list(new.absences)),
                    ("whom it is asked of", DiffWords.list(old.askedOf.map(\.rawValue)), DiffWords.list(new.askedOf.map(\.rawValue))),
                    ("when it is asked", conditions(old), conditions(new)), ("how it is kept", old.stored.rawValue, new.stored.rawValue),
                    ("greatest length", old.maxLength.map(String.init) ?? "none", new.maxLength.map(String.init) ?? "none"),
                ])
    }
}
