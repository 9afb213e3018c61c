// SPDX-License-Identifier: Apache-2.0

/// Checking a standard as a whole, once every file is read.
extension StandardReading {
    /// The standard, or nil where anything at all was found wrong.
    func finish() -> Standard? {
        checkRequiredLists()
        addSignList()
        checkReferencesAgainstLists()
        checkNeverPauses()
        if head == nil, findings.problems.isEmpty {
            findings.report(
                FilePlace(file: folder), "No file of this folder has the section 'standard'.",
                mend: "Add standard.yaml with id, title and dates.")
        }
        guard let head, findings.problems.isEmpty else { return nil }
        let standard = Standard(
            id: head.id, title: head.title, jurisdiction: head.jurisdiction, inForceFrom: head.from, inForceTo: head.to,
            calendar: head.calendar, sources: sources, lists: lists, signs: signs, limits: limits.map(\.value), routes: routes.map(\.value),
            gates: gates, pages: pages.map(\.value), questions: questions.map(\.value),
            practice: practice.map(\.value), powers: powers, disclosure: disclosure)
        RouteCheck(standard: standard, place: routes.first?.place ?? FilePlace(file: folder)).report(to: findings)
        return findings.problems.isEmpty ? standard : nil
    }

    private func checkRequiredLists() {
        for name in KnownLists.required where lists[name] == nil {
            findings.report(
                FilePlace(file: folder), "The list '\(name)' is missing.", mend: "Add it under 'lists' in a file of this folder.")
        }
        if signs.isEmpty { findings.report(FilePlace(file: folder), "There are no signs.", mend: "Add the section 'signs'.") }
        for id in ["danger.now", "statement.text"] where !questions.contains(where: { $0.value.id == id }) {
            findings.report(
                FilePlace(file: folder), "The form does not ask '\(id)', which no form can do without.", mend: "Add that question.")
        }
    }

    /// Signs are written with their groups and are a code list as well, so that questions can choose from them.
    private func addSignList() {
        if let taken = lists[.sign], !taken.codes.isEmpty {
            findings.report(FilePlace(file: folder), "Signs are written as a code list.", mend: "Write them in the section 'signs'.")
        }
        let codes = signs.map { Code(code: $0.code, label: $0.label, help: $0.help, attributes: ["group": .text($0.group.rawValue)]) }
        lists[.sign] = CodeList(name: .sign, title: "Signs", codes: codes, attributes: ["group": .text])
    }

    private func checkReferencesAgainstLists() {
        joinForm()
        checkPractice()
        checkReferences()
    }

    /// Clocks of stated danger never pause (RULE 0.3), and every urgency has a decision clock of one kind or the other.
    private func checkNeverPauses() {
        let restless = Set((lists[.urgency]?.codes ?? []).filter { $0.flag("never_pauses") }.map(\.code))
        for limit in limits where limit.value.applies.urgencies.contains(where: restless.contains) {
            let periods = [limit.value.goodPractice, limit.value.hard].compactMap { $0 }
            if limit.value.pausesOutOfHours || periods.contains(where: { $0.unit.isWorkingTime }) {
                findings.report(
                    limit.place, "The limit '\(limit.value.id)' is for an urgency that never pauses, yet it stands still out of hours.",
                    mend: "Give it in elapsed_hours with pauses_out_of_hours: false (RULE 0.3).")
            }
        }
    }
}
