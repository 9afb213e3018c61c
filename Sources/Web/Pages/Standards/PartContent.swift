// SPDX-License-Identifier: Apache-2.0
import Standard

/// The content of one part of a standard.
struct PartContent: Sendable {
    let standard: Standard

    private var words: StandardWords { StandardWords(standard: standard) }

    /// The part.
    func html(_ part: StandardPart) -> HTML {
        switch part {
        case .lists: lists
        case .signs: signs
        case .limits: standard.limits.map(limit).joined()
        case .routes: routes
        case .gates: standard.gates.map(gate).joined()
        case .form: FormContent(standard: standard).html
        case .powers: standard.powers.map(power).joined()
        case .figures: figures
        case .sources: sources
        }
    }

    private func limit(_ limit: Limit) -> HTML {
        let time: Sentence =
            switch (limit.goodPractice, limit.hard) {
            case (let good?, let hard?): "Good practice: within \(good.description). Hard limit: \(hard.description)."
            case (let good?, nil): "Good practice: within \(good.description). There is no hard limit."
            case (nil, let hard?): "Hard limit: \(hard.description)."
            case (nil, nil): "No time is stated."
            }
        return Card.html(
            "limit-\(limit.id)", Sentence(verbatim: limit.what), meaning: limit.standing.isOn ? .plain : .due,
            """
            \(words.standing(limit.standing))<p><b>\(time)</b> \(say: "The clock starts at: \(standard.label(limit.starts, in: .event)).") \
            \(limit.pausesOutOfHours ? "\(say: "It stands still out of working hours.")" as HTML : "\(say: "It runs day and night.")")</p>\
            <p>\(say: "Applies: \(words.condition(limit.applies)).")</p>\(words.provenance(limit.provenance))
            """)
    }

    private var routes: HTML {
        let items: [HTML] = standard.routes.map { route in
            let targets: [HTML] = route.to.map { target in
                let team = standard.label(target.team, in: .teamKind)
                let sentence: Sentence =
                    target.duty == .lead
                    ? "Leads: \(team), \(StandardWords.area(target.area))"
                    : "Must also receive: \(team), \(StandardWords.area(target.area))"
                return "<li>\(sentence)</li>"
            }
            return """
                <li><b>\(route.sentence)</b><br>\(say: "Applies when: \(words.condition(route.when)).")<ul>\(targets)</ul>\(route.provenance.map { words.provenance($0) })</li>
                """
        }
        return """
            <p>\(say: "The first rule that applies and names a lead says who leads. Every rule that applies adds those who must also receive.")</p>\
            <ol class="rules">\(items)</ol>
            """
    }

    private func gate(_ gate: Gate) -> HTML {
        let moves = words.labels(gate.before, .move).joined(separator: ", ")
        let need: Sentence =
            switch gate.need {
            case .fact, .recorded: "The system sees for itself whether it is so."
            case .answer(let list, _): "A person answers, from the list “\(standard.list(list).title)”."
            }
        return Card.html(
            "gate-\(gate.id)", Sentence(verbatim: gate.text),
            """
            \(gate.help.map { "<p>\($0)</p>" as HTML })<p>\(say: "Before: \(moves).") \(need) \
            \(gate.blocks ? "<b>\(say: "It holds the move.")</b>" as HTML : "\(say: "It is asked and recorded, and holds nothing up.")")</p>\
            <p>\(say: "Applies when: \(words.condition(gate.when)).")</p>\(words.provenance(gate.provenance))
            """)
    }

    private func power(_ power: Power) -> HTML {
        let crimes = words.labels(power.crimes, .crime).joined(separator: ", ")
        return Card.html(
            "power-\(power.id)", Sentence(verbatim: power.label), meaning: power.standing.isOn ? .plain : .due,
            """
            \(words.standing(power.standing))<p>\(Tag(Self.kind(power.kind)).html) \(power.summary)</p>\
            <p>\(say: "Who: \(power.who).")\(crimes.isEmpty ? nil : " \(say: "For: \(crimes).")" as HTML)</p>\(words.provenance(power.provenance))
            """)
    }

    private static func kind(_ kind: PowerKind) -> Sentence {
        switch kind {
        case .duty: "Duty"
        case .order: "Order of a court"
        case .notice: "Notice"
        case .power: "Power"
        case .gateway: "Ground for sharing"
        }
    }

    private var lists: HTML {
        let all = standard.lists.values.sorted { $0.title < $1.title }
        return all.map { list in
            let codes: [HTML] = list.codes.map { code in
                "<li>\(code.label) <code class=\"soft\">\(code.code)</code>\(code.help.map { "<br><span class=\"soft\">\($0)</span>" as HTML })</li>"
            }
            return Disclosure.html("\(list.title) (\(list.codes.count))", "\(words.provenance(list.provenance))<ul>\(codes)</ul>")
        }.joined()
    }

    private var signs: HTML {
        SignGroup.allCases.map { group in
            let items: [HTML] = standard.signs.filter { $0.group == group }.map { sign in
                let crimes = words.labels(sign.crimes, .crime).joined(separator: ", ")
                return """
                    <li>\(sign.label)\(sign.presentDanger ? " \(Tag("Danger now", .now).html)" as HTML : nil)\
                    <br><span class="soft">\(crimes)\(sign.help.map { ". \($0)" as HTML })</span></li>
                    """
            }
            return items.isEmpty ? HTML.empty : Card.html("signs-\(group.rawValue)", Self.title(group), "<ul>\(items)</ul>")
        }.joined()
    }

    private static func title(_ group: SignGroup) -> Sentence {
        switch group {
        case .happeningNow: "Harm may be happening now"
        case .vulnerability: "What makes a person easier to harm"
        case .context: "Who causes harm, where and how"
        case .protective: "What protects"
        }
    }

    private var figures: HTML {
        guard let rule = standard.disclosure else {
            return "<p>\(say: "This version says nothing of it: no figures are counted by it.")</p>"
        }
        return Card.html(
            "figures", Sentence(verbatim: rule.what),
            """
            <ul><li>\(say: "Counts from 1 to \(rule.hiddenTo) are not shown, nor any count that would give one of them away.")</li>\
            <li>\(say: "0 is shown as 0: it is true, and nobody is in it.")</li>\
            <li>\(say: "What is shown is rounded to the nearest \(rule.rounding).")</li>\
            <li>\(say: "A period has \(rule.periodMonths) months. It is counted once, after it has ended, and never again.")</li></ul>\
            \(words.provenance(rule.provenance))
            """)
    }

    private var sources: HTML {
        let items: [HTML] = standard.sources.values.sorted { $0.title < $1.title }.map { source in
            let about = [source.publisher, source.published, source.address].compactMap { $0 }.joined(separator: ", ")
            return "<li>\(source.title)<br><span class=\"soft\">\(about)</span></li>"
        }
        return "<ul>\(items)</ul>"
    }
}
