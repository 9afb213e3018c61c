// SPDX-License-Identifier: Apache-2.0
import Standard

/// What a standard says, in sentences with its own labels.
struct StandardWords: Sendable {
    let standard: Standard

    /// Where something comes from, whether verified, and who answers for it here.
    func provenance(_ provenance: Provenance?) -> HTML {
        guard let provenance else { return "<p class=\"soft\">\(say: "Source not stated.")</p>" }
        let source = standard.source(provenance.source)
        let title = source?.title ?? provenance.source
        let place = provenance.place.map { ", \($0)" } ?? ""
        let tag = provenance.verified ? Tag("Verified", .good) : Tag("Unverified", .due)
        return "<p class=\"soft\">\(tag.html) \(say: "Source: \(title)\(place).") \(say: "Local owner: \(provenance.owner).")</p>"
    }

    /// What is off, with the reason.
    func standing(_ standing: Standing) -> HTML? {
        var parts: [HTML] = []
        if !standing.isOn {
            let reason = standing.reason ?? ""
            parts.append("<p>\(Tag("Off", .due).html) \(reason)</p>")
        }
        switch (standing.from, standing.to) {
        case (let from?, let to?): parts.append("<p>\(say: "In force \(from.inWords) to \(to.inWords).")</p>")
        case (let from?, nil): parts.append("<p>\(say: "In force from \(from.inWords).")</p>")
        case (nil, let to?): parts.append("<p>\(say: "In force until \(to.inWords).")</p>")
        case (nil, nil): break
        }
        return parts.isEmpty ? nil : parts.joined()
    }

    /// When a rule holds: each stated axis with its labels. "Always" where none is stated.
    func condition(_ condition: Condition) -> Sentence {
        var parts: [Sentence] = []
        func add(_ name: Sentence, _ words: [String]) {
            if !words.isEmpty { parts.append("\(name): \(words.joined(separator: " or "))") }
        }
        add("crime", labels(condition.crimes, .crime))
        add("setting", labels(condition.settings, .setting))
        add("setting", labels(condition.broadSettings, .broadSetting))
        add("about", labels(condition.subjectKinds, .subjectKind))
        add("urgency", labels(condition.urgencies, .urgency))
        let groups = condition.ageGroups.map(Self.group)
        if let first = groups.first { parts.append(groups.dropFirst().reduce(first) { "\($0) or \($1)" }) }
        if let met = condition.thresholdMet { parts.append(met ? "the local threshold is met" : "the local threshold is not met") }
        for place in condition.known { parts.append("known: \(Self.place(place))") }
        for place in condition.unknown { parts.append("not known: \(Self.place(place))") }
        if let months = condition.ageMonthsFrom { parts.append("from \(Self.age(months))") }
        if let months = condition.ageMonthsBelow { parts.append("under \(Self.age(months))") }
        guard let first = parts.first else { return "Always" }
        return parts.dropFirst().reduce(first) { "\($0); \($1)" }
    }

    func labels(_ codes: [String], _ list: CodeListName) -> [String] { codes.map { standard.label($0, in: list) } }

    static func place(_ place: ConcernPlace) -> Sentence {
        switch place {
        case .lives: "where the person lives"
        case .found: "where the person was found"
        case .happened: "where the harm happened"
        case .reporter: "where the reporter is"
        }
    }

    static func area(_ area: RouteArea) -> Sentence {
        switch area {
        case .lives, .found, .happened, .reporter: area.place.map { place($0) } ?? ""
        case .owning: "the area that owns the concern"
        case .central: "one team for the whole region"
        }
    }

    private static func group(_ group: AgeGroup) -> Sentence {
        switch group {
        case .child: "a child, or somebody who may be under 18"
        case .adult: "an adult"
        }
    }

    private static func age(_ months: Int) -> Sentence {
        months.isMultiple(of: 12)
            ? Sentence(months / 12, one: "1 year of age", many: "\(months / 12) years of age") : "\(months) months of age"
    }
}
