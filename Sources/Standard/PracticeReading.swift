// SPDX-License-Identifier: Apache-2.0

/// Reading practice forms and personal duties.
extension StandardReading {
    func readPracticeForm(_ fields: Fields) {
        let id = fields.text("id"), title = fields.text("title"), help = fields.optionalText("help")
        let user = "the practice form '\(id?.value ?? "?")'"
        let applies = readCondition("applies", in: fields, by: user)
        let power = fields.has("power") ? fields.text("power") : nil
        let move = fields.has("move") ? fields.text("move") : nil, starts = fields.has("starts") ? fields.text("starts") : nil
        let prepares = fields.has("prepares") ? fields.choice("prepares", as: PracticeForm.Preparation.self) : nil
        let isReporters = fields.flag("reporter_too", default: false)
        if let power { powerReferences.append((power, user)) }
        if let move { refer(to: move, in: .move, by: user) }
        if let starts { refer(to: starts, in: .event, by: user) }
        guard let id, let title, claim(id.value, of: "page", at: id.place) else { return }
        practice.append(
            Placed(
                value: PracticeForm(
                    page: FormPage(id: id.value, title: title.value, help: help, group: .practice, questions: []), applies: applies,
                    power: power?.value, move: move?.value, starts: starts?.value, prepares: prepares, isReporters: isReporters),
                place: fields.place))
    }

    func readPersonalDuty(_ fields: Fields, of power: String) -> PersonalDuty? {
        let user = "the duty '\(power)'"
        let applies = readCondition("applies", in: fields, by: user)
        let when = readConditions(fields, "when"), unless = readConditions(fields, "unless")
        let discovered = fields.has("discovered") ? fields.text("discovered") : nil
        let clock = fields.text("clock"), told = fields.text("told"), record = fields.text("record")
        fields.refuseOthers()
        for (condition, place) in when + unless { questionConditions.append((condition, place, user)) }
        if let discovered { dateReferences.append((discovered, user)) }
        if let record { recordReferences.append((record, user)) }
        guard let clock, let told, let record else { return nil }
        return PersonalDuty(
            applies: applies, when: when.map(\.condition), unless: unless.map(\.condition), discovered: discovered?.value,
            clock: ClockName(rawValue: clock.value),
            told: told.value, record: record.value)
    }

    /// Reports powers and practice forms that are named and not there.
    func checkPractice() {
        for (name, user) in powerReferences where !powers.contains(where: { $0.id == name.value }) {
            findings.report(
                name.place, "\(user.capitalisedFirst) rests on the power '\(name.value)', which is not there.",
                mend: "Add the power or name another.\(Likely.hint(for: name.value, among: powers.map(\.id)))")
        }
        let dates = questions.map(\.value).filter { $0.kind == .partialDate || $0.kind == .date }.map(\.id)
        for (name, user) in dateReferences where !dates.contains(name.value) {
            findings.report(
                name.place, "\(user.capitalisedFirst) runs from the answer to '\(name.value)', which is no question for a date.",
                mend: "Name a question answered by a date.\(Likely.hint(for: name.value, among: dates))")
        }
        let forms = practice.map(\.value.page.id)
        for (name, user) in recordReferences where !forms.contains(name.value) {
            findings.report(
                name.place, "\(user.capitalisedFirst) is recorded on '\(name.value)', which is no practice form.",
                mend: "Add it under 'practice' or name another.\(Likely.hint(for: name.value, among: forms))")
        }
    }
}
