// SPDX-License-Identifier: Apache-2.0

/// Reading the pages and questions of the concern form.
extension StandardReading {
    func readPage(_ fields: Fields) {
        let id = fields.text("id"), title = fields.text("title"), help = fields.optionalText("help")
        let titleFor = readByAudience("title_for", fields)
        let group = fields.choice("group", as: QuestionGroup.self)
        let optionalFor = fields.choices("optional_for", as: Audience.self)
        guard let id, let title, let group, claim(id.value, of: "page", at: id.place) else { return }
        let page = FormPage(
            id: id.value, title: title.value, titleFor: titleFor, help: help, group: group, optionalFor: optionalFor, questions: [])
        pages.append(Placed(value: page, place: fields.place))
    }

    func readQuestion(_ fields: Fields) {
        let id = fields.text("id"), text = fields.text("text"), help = fields.optionalText("help")
        let user = "the question '\(id?.value ?? "?")'"
        let onPages = fields.required("pages") == nil ? [] : fields.texts("pages")
        let textFor = readByAudience("text_for", fields)
        let kind = fields.choice("kind", as: QuestionKind.self), stored = fields.choice("stored", as: AnswerStorage.self)
        let list = fields.has("list") ? fields.text("list") : nil
        let maxLength = fields.optionalNumber("max_length", in: 1...50_000)
        let required = fields.flag("required", default: false)
        let absences = codes("absences", of: .absence, in: fields, by: user)
        let askedOf = fields.has("asked_of") ? fields.choices("asked_of", as: Audience.self) : Audience.allCases
        let when = readConditions(fields, "when")
        if let list { useList(list, by: user) }
        if let kind { checkKind(kind, list: list, stored: stored, maxLength: maxLength, fields, user) }
        guard let id, let text, let kind, let stored, claim(id.value, of: "question", at: id.place) else { return }
        pageReferences.append(contentsOf: onPages.map { ($0, user) })
        let question = Question(
            id: id.value, groups: [], pages: onPages.map(\.value), text: text.value, textFor: textFor, help: help, kind: kind,
            list: list.map { CodeListName(rawValue: $0.value) }, required: required, absences: absences, askedOf: askedOf,
            when: when.map(\.condition), stored: stored, maxLength: maxLength)
        questions.append(Placed(value: question, place: fields.place))
        for (condition, place) in when { questionConditions.append((condition, place, user)) }
    }

    private func readByAudience(_ key: String, _ fields: Fields) -> [Audience: String] {
        guard let words = fields.fields(key, what: "'\(key)'") else { return [:] }
        var texts: [Audience: String] = [:]
        for audience in Audience.allCases { texts[audience] = words.optionalText(audience.rawValue) }
        words.refuseOthers()
        return texts
    }

    /// Conditions on the answers to other questions.
    func readConditions(_ fields: Fields, _ key: String) -> [(condition: QuestionCondition, place: FilePlace)] {
        fields.items(key).compactMap { item in
            guard let entry = Fields(item, what: "a condition of a question", findings: findings) else { return nil }
            defer { entry.refuseOthers() }
            let question = entry.text("question"), anyAnswer = entry.flag("answered", default: false)
            let codes = anyAnswer || entry.required("is") == nil ? [] : entry.texts("is").map(\.value)
            guard let question, anyAnswer || !codes.isEmpty else { return nil }
            return (QuestionCondition(question: question.value, isAnyOf: codes), entry.place)
        }
    }

    private func checkKind(
        _ kind: QuestionKind, list: Placed<String>?, stored: AnswerStorage?, maxLength: Int?, _ fields: Fields, _ user: String
    ) {
        let subject = user.capitalisedFirst
        if kind.choosesFromList, list == nil {
            findings.report(fields.place, "\(subject) chooses from no list.", mend: "Add a line 'list: …'.")
        }
        if !kind.choosesFromList, let list {
            findings.report(list.place, "\(subject) is not answered from a list.", mend: "Take 'list' away or make its kind a choice.")
        }
        if kind.isWords, maxLength == nil, !fields.has("max_length") {
            findings.report(fields.place, "\(subject) sets no greatest length.", mend: "Add a line 'max_length: …' in characters.")
        }
        if stored == .clearCode, !kind.choosesFromList, kind != .area {
            findings.report(
                fields.place(of: "stored"), "\(subject) would keep words or dates about a person in clear.", mend: "Write 'stored: sealed'."
            )
        }
    }
}
