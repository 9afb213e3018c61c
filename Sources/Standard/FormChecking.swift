// SPDX-License-Identifier: Apache-2.0

/// Checking the form as a whole, once every file is read.
extension StandardReading {
    /// Notes that a whole list is used.
    func useList(_ name: Placed<String>, by user: String) { listReferences.append((name, user)) }

    /// Reports pages and lists that are used and not there, and puts questions on their pages.
    func joinForm() {
        let all = pages.map(\.value) + practice.map(\.value.page)
        for (name, user) in pageReferences where !all.contains(where: { $0.id == name.value }) {
            let hint = Likely.hint(for: name.value, among: all.map(\.id))
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
        questions = questions.map { placed in Placed(value: placed.value.on(all), place: placed.place) }
        pages = pages.map { Placed(value: filled($0.value, at: $0.place), place: $0.place) }
        practice = practice.map { placed in
            let form = placed.value
            return Placed(
                value: PracticeForm(
                    page: filled(form.page, at: placed.place), applies: form.applies, power: form.power, move: form.move,
                    starts: form.starts, prepares: form.prepares, isReporters: form.isReporters),
                place: placed.place)
        }
    }

    /// The page with its questions.
    private func filled(_ page: FormPage, at place: FilePlace) -> FormPage {
        let ids = questions.map(\.value).filter { $0.pages.contains(page.id) }.map(\.id)
        if ids.isEmpty {
            findings.report(place, "The page '\(page.id)' asks nothing.", mend: "Put a question on it or take it away.")
        }
        return FormPage(
            id: page.id, title: page.title, titleFor: page.titleFor, help: page.help, group: page.group, optionalFor: page.optionalFor,
            questions: ids)
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
