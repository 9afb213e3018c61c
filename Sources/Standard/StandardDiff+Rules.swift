// SPDX-License-Identifier: Apache-2.0

enum LimitDiff {
    static func sentences(_ old: Limit, _ new: Limit) -> [String] {
        let subject = "The limit '\(new.id)'"
        var sentences: [String] = []
        if let change = time(old, new) { sentences.append("\(subject) changed from \(change.from) to \(change.to).") }
        if old.pausesOutOfHours != new.pausesOutOfHours {
            sentences.append("\(subject) \(new.pausesOutOfHours ? "now stands still" : "no longer stands still") out of hours.")
        }
        sentences += StandingDiff.sentences(subject, old.standing, new.standing)
        sentences += ProvenanceDiff.sentences(subject, old.provenance, new.provenance)
        return sentences
            + DiffWords.fields(
                subject,
                [
                    ("what must be done", old.what, new.what), ("clock", old.clock.rawValue, new.clock.rawValue),
                    ("start", old.starts, new.starts), ("when it applies", old.applies.inWords, new.applies.inWords),
                ])
    }

    /// Plain "1 working day" while there is only one time; both named as soon as either version has two.
    private static func time(_ old: Limit, _ new: Limit) -> (from: String, to: String)? {
        guard (old.goodPractice, old.hard) != (new.goodPractice, new.hard) else { return nil }
        func only(_ limit: Limit) -> Period? { limit.goodPractice == nil ? limit.hard : limit.hard == nil ? limit.goodPractice : nil }
        if let before = only(old), let after = only(new), (old.hard == nil) == (new.hard == nil) {
            return (before.description, after.description)
        }
        func both(_ limit: Limit) -> String {
            "good practice \(limit.goodPractice?.description ?? "not stated"), hard limit \(limit.hard?.description ?? "not stated")"
        }
        return (both(old), both(new))
    }
}

enum StandingDiff {
    static func sentences(_ subject: String, _ old: Standing, _ new: Standing) -> [String] {
        guard old.isOn != new.isOn else { return [] }
        return ["\(subject) is now \(new.isOn ? "in force" : "off")\(new.reason.map { ": \($0)" } ?? ".")"]
    }
}

enum ProvenanceDiff {
    static func sentences(_ subject: String, _ old: Provenance?, _ new: Provenance?) -> [String] {
        guard let old, let new else { return [] }
        var sentences = DiffWords.fields(subject, [("source", old.source, new.source), ("local owner", old.owner, new.owner)])
        if old.verified != new.verified { sentences.append("\(subject) is now \(new.verified ? "verified" : "unverified").") }
        return sentences
    }
}

enum RouteDiff {
    static func sentences(_ old: Route, _ new: Route) -> [String] {
        func words(_ targets: [RouteTarget]) -> String {
            DiffWords.list(
                targets.map { target in
                    let told = target.toldAtIntake ? ", told at intake" : ""
                    return "\(target.team) (\(target.area.rawValue), \(target.duty == .lead ? "lead" : "must receive")\(told))"
                })
        }
        return DiffWords.fields(
            "The route '\(new.id)'",
            [
                ("sentence", old.sentence, new.sentence), ("when it holds", old.when.inWords, new.when.inWords),
                ("destinations", words(old.to), words(new.to)),
            ])
    }
}

enum GateDiff {
    static func sentences(_ old: Gate, _ new: Gate) -> [String] {
        let subject = "The gate '\(new.id)'"
        let fields = DiffWords.fields(
            subject,
            [
                ("text", old.text, new.text), ("moves", DiffWords.list(old.before), DiffWords.list(new.before)),
                ("need", words(old.need), words(new.need)), ("when it stands", old.when.inWords, new.when.inWords),
            ])
        let blocks = old.blocks == new.blocks ? [] : ["\(subject) \(new.blocks ? "now holds" : "no longer holds") the move."]
        return fields + blocks + ProvenanceDiff.sentences(subject, old.provenance, new.provenance)
    }

    private static func words(_ need: GateNeed) -> String {
        switch need {
        case .fact(let fact): fact.rawValue
        case .recorded(let condition): "\(condition.question) recorded as \(condition.isAnyOf.joined(separator: " or "))"
        case .answer(let list, let reasonFor): "an answer from \(list), with a reason for \(DiffWords.list(reasonFor))"
        }
    }
}

enum PowerDiff {
    static func sentences(_ old: Power, _ new: Power) -> [String] {
        let subject = "The power '\(new.id)'"
        return StandingDiff.sentences(subject, old.standing, new.standing)
            + ProvenanceDiff.sentences(subject, old.provenance, new.provenance)
            + DiffWords.fields(
                subject,
                [
                    ("label", old.label, new.label), ("kind", old.kind.rawValue, new.kind.rawValue), ("summary", old.summary, new.summary),
                    ("who", old.who, new.who), ("crimes", DiffWords.list(old.crimes), DiffWords.list(new.crimes)),
                ])
    }
}

extension Condition {
    /// The condition as a phrase: "always", or each stated axis with its codes.
    public var inWords: String {
        var parts: [String] = []
        func add(_ name: String, _ codes: [String]) { if !codes.isEmpty { parts.append("\(name) \(codes.joined(separator: " or "))") } }
        add("crime", crimes)
        add("setting", settings)
        add("broad setting", broadSettings)
        add("age group", ageGroups.map(\.rawValue))
        add("subject", subjectKinds)
        add("position of trust", positionsOfTrust)
        if let positionOfTrust { parts.append(positionOfTrust ? "somebody in a position of trust" : "nobody in a position of trust") }
        add("urgency", urgencies)
        if let thresholdMet { parts.append(thresholdMet ? "threshold met" : "threshold not met") }
        if !known.isEmpty { parts.append("known: \(known.map(\.rawValue).joined(separator: " and "))") }
        if !unknown.isEmpty { parts.append("not known: \(unknown.map(\.rawValue).joined(separator: " and "))") }
        if let ageMonthsFrom { parts.append("age from \(ageMonthsFrom) months") }
        if let ageMonthsBelow { parts.append("age below \(ageMonthsBelow) months") }
        return parts.isEmpty ? "always" : parts.joined(separator: ", ")
    }
}
