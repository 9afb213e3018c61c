// SPDX-License-Identifier: Apache-2.0

/// Checking the form as a whole, once every file is read.
extension StandardReading {
    /// Notes that a whole list is used.
    func useList(_ name: Placed<String>, by user: String) { listReferences.append((name, user)) }

    /// Reports pages and lists that are used and not there, and puts questions on their pages.
    func joinForm() {
        for (name, user) in pageReferences where !pages.contains(where: { $0.value.id == name.value }) {
            let hint = Likely.hint(for: name.value, among: pages.map(\.value.id))
            findings.report(
                name.place, "\(user.capitalisedFirst) stands on the page '\(name.value)', which is not there.",
                mend: "Add the page or name another.\(hint)")
        }
        for (name, user) in listReferences where lists[CodeListName(rawValue: name.value)] == nil {
            let hint = Likely.hint(for: name.value, among: lists.keys.map(\.rawValue))
            findings.report(
                name.place, "\(user.capitalisedFirst) chooses from the list '\(name.value)', which is not there.",
                mend: "Add the list or name another.\(hint)")
        }
        checkQuestionConditions()
        questions = questions.map { placed in Placed(value: placed.value.on(pages.map(\.value)), place: placed.place) }
        pages = pages.map { placed in
            let ids = questions.map(\.value).filter { $0.pages.contains(placed.value.id) }.map(\.id)
            if ids.isEmpty {
                findings.report(placed.place, "The page '\(placed.value.id)' asks nothing.", mend: "Put a question on it or take it away.")
            }
            let page = placed.value
            return Placed(
                value: FormPage(
                    id: page.id, title: page.title, titleFor: page.titleFor, help: page.help, group: page.group, questions: ids),
                place: placed.place)
        }
    }

    private func checkQuestionConditions() {
        for (condition, place, user) in questionConditions {
            guard let other = questions.first(where: { $0.value.id == condition.question })?.value else {
                let hint = Likely.hint(for: condition.question, among: questions.map(\.value.id))
                findings.report(
                    place, "\(user.capitalisedFirst) depends on the question '\(condition.question)', which is not there.",
                    mend: "Name a question of this form.\(hint)")
                continue
            }
            guard let list = other.list else {
                findings.report(
                    place, "\(user.capitalisedFirst) depends on '\(other.id)', which is not answered by code.",
                    mend: "Name a question that is a choice.")
                continue
            }
            for code in condition.isAnyOf { refer(to: Placed(value: code, place: place), in: list, by: user) }
        }
    }
}

extension Question {
    /// The same question with the groups of its pages.
    fileprivate func on(_ all: [FormPage]) -> Question {
        var found: [QuestionGroup] = []
        for page in all where pages.contains(page.id) && !found.contains(page.group) { found.append(page.group) }
        return Question(
            id: id, groups: found, pages: pages, text: text, textFor: textFor, help: help, kind: kind, list: list, required: required,
            absences: absences, askedOf: askedOf, when: when, stored: stored, maxLength: maxLength)
    }
}
