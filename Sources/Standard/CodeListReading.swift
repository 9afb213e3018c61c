// SPDX-License-Identifier: Apache-2.0

/// Reading code lists and signs.
extension StandardReading {
    func readLists(_ lists: Fields) {
        for (name, place) in lists.unasked() {
            guard let located = lists.optional(name), let fields = Fields(located, what: "the list '\(name)'", findings: findings) else {
                continue
            }
            readList(CodeListName(rawValue: name), at: place, fields)
            fields.refuseOthers()
        }
    }

    private func readList(_ name: CodeListName, at place: FilePlace, _ fields: Fields) {
        let isNew = claim(name.rawValue, of: "list", at: place)
        let title = fields.text("title"), provenance = readProvenance(fields)
        let attributes = readAttributeKinds(fields, of: name, at: place)
        var codes: [Code] = []
        for item in fields.items("codes") {
            guard let entry = Fields(item, what: "a code of '\(name)'", findings: findings) else { continue }
            if let code = readCode(entry, of: name, attributes, provenance) { codes.append(code) }
            entry.refuseOthers()
        }
        if codes.isEmpty { findings.report(place, "The list '\(name)' has no codes.", mend: "Add entries under 'codes:'.") }
        guard isNew, let title else { return }
        lists[name] = CodeList(name: name, title: title.value, provenance: provenance, codes: codes, attributes: attributes)
    }

    private func readAttributeKinds(_ fields: Fields, of name: CodeListName, at place: FilePlace) -> [String: AttributeKind] {
        var kinds: [String: AttributeKind] = [:]
        if let declared = fields.fields("attributes", what: "the attributes of '\(name)'") {
            for (attribute, _) in declared.unasked() {
                guard let written = declared.text(attribute) else { continue }
                guard let kind = AttributeKind(written: written.value) else {
                    findings.report(
                        written.place, "'\(written.value)' is no kind of attribute.",
                        mend: "Write flag, text, number, code LIST or codes LIST.")
                    continue
                }
                kinds[attribute] = kind
            }
        }
        for (attribute, need) in (KnownLists.attributes[name] ?? [:]).sorted(by: { $0.key < $1.key }) where kinds[attribute] != need.kind {
            findings.report(
                fields.has("attributes") ? fields.place(of: "attributes") : place,
                "The list '\(name)' must have the attribute '\(attribute)' of kind '\(need.kind.written)'.",
                mend: "Add '\(attribute): \(need.kind.written)' under its 'attributes'.")
        }
        return kinds
    }

    private func readCode(
        _ entry: Fields, of name: CodeListName, _ kinds: [String: AttributeKind], _ fallback: Provenance?
    ) -> Code? {
        let code = entry.text("code"), label = entry.text("label"), help = entry.optionalText("help")
        let provenance = readProvenance(entry, fallback: fallback ?? Provenance(source: "", verified: false, owner: ""))
        var attributes: [String: CodeAttribute] = [:]
        for (attribute, kind) in kinds where entry.has(attribute) {
            attributes[attribute] = readAttribute(attribute, kind, entry, by: "the list '\(name)'")
        }
        for (attribute, need) in KnownLists.attributes[name] ?? [:] where need.onEveryCode && kinds[attribute] != nil {
            _ = entry.required(attribute)
        }
        guard let code, let label, claim(code.value, of: "code of '\(name)'", at: code.place) else { return nil }
        if name == .subjectKind, let group = attributes["treated_as"], case .text(let word) = group, AgeGroup(rawValue: word) == nil {
            findings.report(entry.place(of: "treated_as"), "'\(word)' is not an age group.", mend: "Write child or adult.")
        }
        return Code(
            code: code.value, label: label.value, help: help, provenance: fallback == nil ? nil : provenance, attributes: attributes)
    }

    private func readAttribute(_ attribute: String, _ kind: AttributeKind, _ entry: Fields, by user: String) -> CodeAttribute? {
        switch kind {
        case .flag: entry.flag(attribute).map(CodeAttribute.flag)
        case .text: entry.text(attribute).map { .text($0.value) }
        case .number: entry.number(attribute, in: 0...1_000_000).map(CodeAttribute.number)
        case .codes(let list): .texts(codes(attribute, of: list, in: entry, by: user))
        case .code(let list):
            entry.text(attribute).map { code in
                refer(to: code, in: list, by: user)
                return .text(code.value)
            }
        }
    }

    func readSign(_ fields: Fields) {
        let code = fields.text("code"), label = fields.text("label"), help = fields.optionalText("help")
        let group = fields.choice("group", as: SignGroup.self)
        let user = "the sign '\(code?.value ?? "?")'"
        let crimes = codes("crimes", of: .crime, in: fields, by: user)
        let settings = codes("settings", of: .broadSetting, in: fields, by: user)
        let ages = codes("ages", of: .ageBand, in: fields, by: user)
        let danger = fields.flag("present_danger", default: false)
        let source = fields.text("source")
        if let source { cite(source) }
        if danger, let group, group != .happeningNow {
            findings.report(
                fields.place(of: "present_danger"), "Only a sign that harm is happening now can be present danger.",
                mend: "Move the sign to the group happening_now or take 'present_danger' away.")
        }
        guard let code, let label, let group, let source, claim(code.value, of: "sign", at: code.place) else { return }
        signs.append(
            Sign(
                code: code.value, label: label.value, help: help, group: group, crimes: crimes, settings: settings, ages: ages,
                presentDanger: danger, source: source.value))
    }
}
