// SPDX-License-Identifier: Apache-2.0
import Services
import Standard

/// "Is this a sign?": the signs of the standard by crime, setting and age, in plain words. Prompts to think, never points to add up (RULE 3.1).
struct SignPages: Sendable {
    let house: House
    let texts: SignTexts

    /// The handlers.
    var routes: [Route] {
        [
            WorkReportAddresses.signs.handle { request in
                let standard = house.standard
                func chosen(_ name: String, _ list: CodeListName) -> String? {
                    request.query[name].flatMap { standard.code($0, in: list)?.code }
                }
                return .page(
                    page(
                        crime: chosen("crime", .crime), setting: chosen("setting", .broadSetting), age: chosen("age", .ageBand),
                        in: request.wording.language))
            }
        ]
    }

    /// The signs of a crime that are seen in a setting, at an age; all of them where none is chosen.
    static func signs(_ standard: Standard, crime: String? = nil, setting: String?, age: String?) -> [Sign] {
        standard.signs.filter { sign in
            (crime.map { sign.crimes.isEmpty || sign.crimes.contains($0) } ?? true)
                && (setting.map { sign.settings.isEmpty || sign.settings.contains($0) } ?? true)
                && (age.map { sign.ages.isEmpty || sign.ages.contains($0) } ?? true)
        }
    }

    private func page(crime: String?, setting: String?, age: String?, in language: Language) -> Page {
        let standard = house.standard
        let all = Self.signs(standard, crime: crime, setting: setting, age: age)
        let choose = Form.get(
            WorkReportAddresses.signs.url,
            """
            \(select("crime", "What it may be", .crime, crime))\(select("setting", "Where", .broadSetting, setting))\
            \(select("age", "How old", .ageBand, age))\(Button.row(Button("Show these", weight: .quiet).html))
            """)
        let groups: [HTML] = SignGroup.allCases.map { group in
            let items: [HTML] = all.filter { $0.group == group }.map { sign in
                let danger: HTML? = sign.presentDanger ? " \(Tag("Danger now", .now).html)" as HTML : nil
                let words = texts.text(sign.code, in: language) ?? sign.help.map { "\($0)" }
                return "<li><b>\(sign.label)</b>\(danger)\(words.map { "<br><span class=\"soft\">\($0)</span>" as HTML })</li>"
            }
            return items.isEmpty
                ? .empty : Card.html("signs-\(group.rawValue)", SignsCard.heading(group), "<ul class=\"rules\">\(items)</ul>")
        }
        return Page(
            title: "Is this a sign?", isNarrow: true,
            content: """
                <p>\(say: "These are prompts to think. One is enough to tell somebody, none is needed, and no number of them proves anything. You don't have to be sure.")</p>
                \(choose)<p role="status">\(say: Sentence(all.count, one: "1 sign", many: "\(all.count) signs"))</p>\(groups)
                <p><a href="\(HelpAddresses.topic.url("what-now"))">\(say: "What do I do with the child now?")</a></p>
                <p class="soft">\(say: "From: \(standard.title)")</p>
                """)
    }

    private func select(_ name: String, _ label: Sentence, _ list: CodeListName, _ chosen: String?) -> HTML {
        Select(
            name: name, label: label, choices: house.standard.list(list).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
            chosen: chosen, none: "Any"
        ).html
    }
}

/// What stands beside the form: is this a sign, and what to do with the child now. Opened in a tab of its own, so that nothing typed is left.
enum BesideForm {
    static var html: HTML {
        """
        <aside class="beside"\(attribute: "aria-label", say: "Beside the form")>
        <p><a href="\(WorkReportAddresses.signs.url)" target="_blank" rel="noopener">\(say: "Is this a sign?")</a><br>\
        <span class="soft">\(say: "By crime, setting and age. Opens in a new tab.")</span></p>
        <p><a href="\(HelpAddresses.topic.url("what-now"))" target="_blank" rel="noopener">\(say: "What do I do with the child now?")</a><br>\
        <span class="soft">\(say: "Opens in a new tab.")</span></p>
        </aside>
        """
    }
}
