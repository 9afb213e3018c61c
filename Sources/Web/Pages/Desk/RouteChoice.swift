// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Where a decision sends a concern: one lead, and all who must also receive it, each with the rule's own sentence. The lead can be
/// changed and others added; nobody whom the standard requires can be left out.
struct RouteChoice {
    let route: ProposedRoute
    let reader: ConcernReader
    let form: DecideForm
    let errors: [FormError]

    var html: HTML { "\(missing)\(list)\(lead)\(also)" }

    private var proposed: RecordID? { route.stops.first { $0.leads }?.team?.id }

    private func name(_ stop: ProposedRoute.Stop) -> HTML {
        if let team = stop.team { return "\(TeamWords.name(team, reader.directory))" }
        return "\(reader.standard.label(stop.teamKind, in: .teamKind)), \(stop.area.map { reader.directory.name(ofArea: $0) } ?? "")"
    }

    private var list: HTML {
        let items: [HTML] = route.stops.map { stop in
            """
            <li><b>\(name(stop))</b> \(stop.leads ? Tag("Leads").html : Tag("Also receives").html)\
            \(HandOverWords.reasons(stop.because))\(isOwn(stop) ? "<p class=\"soft\">\(say: "You sit in this team: by deciding you receive it.")</p>" as HTML : nil)</li>
            """
        }
        guard !items.isEmpty else { return "<p>\(say: "The standard names no team for this. Name one below.")</p>" }
        return "<p>\(say: "By the standard it goes to:")</p><ul class=\"stops\">\(items)</ul>"
    }

    /// Whether whoever decides sits in a team that also receives it.
    private func isOwn(_ stop: ProposedRoute.Stop) -> Bool {
        !stop.leads && stop.team.map { reader.actor.teams(as: .investigator).contains($0.id) } ?? false
    }

    /// A team that the standard requires and the directory does not have.
    private var missing: HTML? {
        let gaps = route.stops.filter { $0.team == nil }
        guard !gaps.isEmpty else { return nil }
        let items: [HTML] = gaps.map { "<li>\(name($0))</li>" }
        return """
            <div class="notice now" role="status"><p>\(say: "The directory has no such team. Name another below, and tell your administrator:")</p>\
            <ul>\(items)</ul></div>
            """
    }

    private var lead: HTML {
        Select(
            name: "lead", label: "Lead team", choices: teams.map(choice),
            chosen: form.sent.text("lead") ?? proposed?.description, none: proposed == nil ? "Choose" : nil,
            hint: "One team leads. A named person in it must accept.", error: errors["lead"]
        ).html
    }

    private var also: HTML {
        let required = Set(route.stops.compactMap { $0.team?.id })
        let choices = teams.filter { !required.contains($0.id) }.map(choice)
        let chosen = form.sent.all("also")
        return Disclosure.html(
            "Add a team that must also receive it", isOpen: !chosen.isEmpty,
            Choices(name: "also", legend: "These receive it too", choices: choices, chosen: chosen, allowsSeveral: true).html)
    }

    /// A team under the name of its area.
    private func choice(_ team: Team) -> Choice {
        let area = team.area.map { Sentence(verbatim: reader.directory.name(ofArea: $0)) }
        return Choice(team.id.description, TeamWords.name(team, reader.directory), section: area ?? "The whole region")
    }

    /// All teams of the directory now: those of the concern's area first, then those of the region, then the others area by area.
    private var teams: [Team] {
        let now = reader.now
        let area = reader.view.row.area
        func rank(_ team: Team) -> Int { team.area == area && area != nil ? 0 : team.area == nil ? 1 : 2 }
        return reader.directory.teams.values.filter { $0.validFrom <= now && ($0.validTo.map { now < $0 } ?? true) }
            .sorted { left, right in
                let names = [left, right].map { $0.area.map { reader.directory.name(ofArea: $0) } ?? "" }
                return (rank(left), names[0], left.name, left.id.description) < (rank(right), names[1], right.name, right.id.description)
            }
    }
}

/// A team as people call it.
enum TeamWords {
    /// The name with its area, where the name does not say it already.
    static func name(_ team: Team, _ directory: DirectorySnapshot) -> Sentence {
        guard let area = team.area.map({ directory.name(ofArea: $0) }), !team.name.contains(area) else {
            return Sentence(verbatim: team.name)
        }
        return Sentence(verbatim: "\(team.name), \(area)")
    }
}
