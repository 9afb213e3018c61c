// SPDX-License-Identifier: Apache-2.0

/// Reading what several sections have in common: provenance, standing, conditions, periods.
extension StandardReading {
    /// The four keys of a provenance, all required. `fallback` stands in for keys not given, as a list does for its codes.
    func readProvenance(_ fields: Fields, fallback: Provenance? = nil) -> Provenance? {
        guard let fallback else {
            let source = fields.text("source"), at = fields.optionalText("at")
            let verified = fields.flag("verified"), owner = fields.text("owner")
            if let source { cite(source) }
            guard let source, let verified, let owner else { return nil }
            return Provenance(source: source.value, place: at, verified: verified, owner: owner.value)
        }
        let source = fields.has("source") ? fields.text("source") : nil
        if let source { cite(source) }
        let at = fields.optionalText("at") ?? (source == nil ? fallback.place : nil)
        return Provenance(
            source: source?.value ?? fallback.source, place: at, verified: fields.flag("verified", default: fallback.verified),
            owner: fields.optionalText("owner") ?? fallback.owner)
    }

    /// Whether something is in force; in force where nothing is said.
    func readStanding(_ fields: Fields) -> Standing {
        guard let standing = fields.fields("in_force", what: "in_force") else { return .on }
        defer { standing.refuseOthers() }
        let state = standing.choice("state", as: OnOff.self)
        let from = standing.optionalDate("from"), to = standing.optionalDate("to")
        let reason = standing.optionalText("reason")
        if state == .off, reason == nil {
            findings.report(standing.place, "What is off must say why.", mend: "Add a line 'reason: …'.")
        }
        if let from, let to, to < from {
            findings.report(standing.place, "This ends before it begins.", mend: "Give 'to' a later date than 'from'.")
        }
        return Standing(isOn: state != .off, from: from, to: to, reason: reason)
    }

    private enum OnOff: String, CaseIterable { case on, off }

    /// When something applies; always where nothing is said.
    func readCondition(_ key: String, in fields: Fields, by user: String) -> Condition {
        guard let when = fields.fields(key, what: "a condition") else { return .always }
        var condition = Condition()
        condition.crimes = codes("crimes", of: .crime, in: when, by: user)
        condition.settings = codes("settings", of: .setting, in: when, by: user)
        condition.broadSettings = codes("broad_settings", of: .broadSetting, in: when, by: user)
        condition.ageGroups = when.choices("age_groups", as: AgeGroup.self)
        condition.subjectKinds = codes("subject_kinds", of: .subjectKind, in: when, by: user)
        condition.urgencies = codes("urgencies", of: .urgency, in: when, by: user)
        condition.positionsOfTrust = codes("positions_of_trust", of: .positionOfTrust, in: when, by: user)
        condition.positionOfTrust = when.has("position_of_trust") ? when.flag("position_of_trust") : nil
        condition.thresholdMet = when.has("threshold_met") ? when.flag("threshold_met") : nil
        condition.known = when.choices("known", as: ConcernPlace.self)
        condition.unknown = when.choices("unknown", as: ConcernPlace.self)
        condition.ageMonthsFrom = when.optionalNumber("age_months_from", in: 0...1800)
        condition.ageMonthsBelow = when.optionalNumber("age_months_below", in: 0...1800)
        when.refuseOthers()
        return condition
    }

    /// Codes of a list, each looked up later.
    func codes(_ key: String, of list: CodeListName, in fields: Fields, by user: String) -> [String] {
        fields.texts(key).map { code in
            refer(to: code, in: list, by: user)
            return code.value
        }
    }

    /// An amount of time.
    func readPeriod(_ key: String, in fields: Fields) -> Placed<Period>? {
        guard let period = fields.fields(key, what: "a period") else { return nil }
        defer { period.refuseOthers() }
        let amount = period.number("amount", in: 1...100_000), unit = period.choice("unit", as: PeriodUnit.self)
        guard let amount, let unit else { return nil }
        return Placed(value: Period(amount: amount, unit: unit), place: period.place)
    }
}
