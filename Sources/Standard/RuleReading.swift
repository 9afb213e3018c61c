// SPDX-License-Identifier: Apache-2.0

/// Reading limits, routes, gates and powers.
extension StandardReading {
    func readLimit(_ fields: Fields) {
        let id = fields.text("id"), clock = fields.text("clock"), what = fields.text("what"), starts = fields.text("starts")
        let user = "the limit '\(id?.value ?? "?")'"
        let good = readPeriod("good_practice", in: fields), hard = readPeriod("hard", in: fields)
        let pauses = fields.flag("pauses_out_of_hours")
        let applies = readCondition("applies", in: fields, by: user)
        let standing = readStanding(fields), provenance = readProvenance(fields)
        if let starts { refer(to: starts, in: .event, by: user) }
        if good == nil, hard == nil, !fields.has("good_practice"), !fields.has("hard") {
            findings.report(
                fields.place, "\(user.capitalisedFirst) states no time.", mend: "Add 'good_practice' or 'hard' with an amount and a unit.")
        }
        if let good, let hard, good.value.unit == hard.value.unit, good.value.amount > hard.value.amount {
            findings.report(good.place, "Good practice is later than the hard limit.", mend: "Swap or correct the two.")
        }
        checkPauses(pauses, [good, hard].compactMap { $0 }, fields)
        guard let id, let clock, let what, let starts, let pauses, let provenance, claim(id.value, of: "limit", at: id.place) else {
            return
        }
        let limit = Limit(
            id: id.value, clock: ClockName(rawValue: clock.value), what: what.value, starts: starts.value, goodPractice: good?.value,
            hard: hard?.value, pausesOutOfHours: pauses, applies: applies, standing: standing, provenance: provenance)
        limits.append(Placed(value: limit, place: fields.place))
    }

    /// What a limit says of pausing must agree with its units, so that nobody reads one and gets the other.
    private func checkPauses(_ pauses: Bool?, _ periods: [Placed<Period>], _ fields: Fields) {
        guard let pauses, !periods.isEmpty else { return }
        if !pauses, periods.contains(where: { $0.value.unit == .workingHours }) {
            findings.report(
                fields.place(of: "pauses_out_of_hours"), "A limit in working hours stands still out of hours, yet this says it does not.",
                mend: "Write elapsed_hours, or pauses_out_of_hours: true.")
        }
        if pauses, !periods.contains(where: { $0.value.unit.isWorkingTime }) {
            findings.report(
                fields.place(of: "pauses_out_of_hours"), "This limit counts no working time, yet says that it stands still out of hours.",
                mend: "Write working_hours or working_days, or pauses_out_of_hours: false.")
        }
    }

    func readRoute(_ fields: Fields) {
        let id = fields.text("id"), sentence = fields.text("sentence")
        let user = "the route '\(id?.value ?? "?")'"
        let when = readCondition("when", in: fields, by: user)
        var targets: [RouteTarget] = []
        let items = fields.required("to") == nil ? [] : fields.items("to")
        for item in items {
            guard let entry = Fields(item, what: "a target of a route", findings: findings) else { continue }
            let team = entry.text("team"), area = entry.choice("area", as: RouteArea.self), duty = entry.choice("as", as: RouteDuty.self)
            let told = entry.flag("told_at_intake", default: false)
            entry.refuseOthers()
            if let team { refer(to: team, in: .teamKind, by: user) }
            if let team, let area, let duty {
                targets.append(RouteTarget(team: team.value, area: area, duty: duty, toldAtIntake: told))
            }
        }
        if targets.filter({ $0.duty == .lead }).count > 1 {
            findings.report(fields.place(of: "to"), "\(user.capitalisedFirst) names more than one lead.", mend: "Keep one 'as: lead'.")
        }
        let provenance = fields.has("source") ? readProvenance(fields) : nil
        guard let id, let sentence, claim(id.value, of: "route", at: id.place) else { return }
        let route = Route(id: id.value, sentence: sentence.value, when: when, to: targets, provenance: provenance)
        routes.append(Placed(value: route, place: fields.place))
    }

    func readGate(_ fields: Fields) {
        let id = fields.text("id"), text = fields.text("text"), help = fields.optionalText("help")
        let user = "the gate '\(id?.value ?? "?")'"
        let moves = codes("before", of: .move, in: fields, by: user)
        let when = readCondition("when", in: fields, by: user)
        let blocks = fields.flag("blocks"), provenance = readProvenance(fields)
        let need = fields.required("need").flatMap { Fields($0, what: "a need", findings: findings) }.flatMap { readNeed($0, by: user) }
        if moves.isEmpty {
            findings.report(
                fields.place, "\(user.capitalisedFirst) stands before no move.", mend: "Add 'before:' with codes of the list 'move'.")
        }
        guard let id, let text, let need, let blocks, let provenance, claim(id.value, of: "gate", at: id.place) else { return }
        gates.append(
            Gate(
                id: id.value, before: moves, text: text.value, help: help, need: need, when: when, blocks: blocks, provenance: provenance))
    }

    private func readNeed(_ need: Fields, by user: String) -> GateNeed? {
        defer { need.refuseOthers() }
        if need.has("fact") { return need.choice("fact", as: GateFact.self).map(GateNeed.fact) }
        if need.has("recorded") {
            guard let question = need.text("recorded") else { return nil }
            let codes = need.texts("is").map(\.value)
            let condition = QuestionCondition(question: question.value, isAnyOf: codes)
            questionConditions.append((condition, question.place, user))
            return .recorded(condition)
        }
        guard let list = need.text("answer") else { return nil }
        let name = CodeListName(rawValue: list.value)
        let reasonFor = codes("reason_for", of: name, in: need, by: user)
        useList(list, by: user)
        return .answer(list: name, reasonFor: reasonFor)
    }

    func readPower(_ fields: Fields) {
        let id = fields.text("id"), label = fields.text("label"), kind = fields.choice("kind", as: PowerKind.self)
        let summary = fields.text("summary"), who = fields.text("who")
        let crimes = codes("crimes", of: .crime, in: fields, by: "the power '\(id?.value ?? "?")'")
        let personal = fields.fields("personal", what: "a personal duty").flatMap { readPersonalDuty($0, of: id?.value ?? "?") }
        let standing = readStanding(fields), provenance = readProvenance(fields)
        guard let id, let label, let kind, let summary, let who, let provenance, claim(id.value, of: "power", at: id.place) else { return }
        powers.append(
            Power(
                id: id.value, label: label.value, kind: kind, summary: summary.value, crimes: crimes, who: who.value,
                personal: personal, standing: standing, provenance: provenance))
    }
}
