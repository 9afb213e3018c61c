// SPDX-License-Identifier: Apache-2.0
import Services
import Standard

/// "Is this a sign?": the signs of the standard by setting and age, in plain words. Prompts to think, never points to add up (RULE 3.1).
struct SignPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            WorkReportAddresses.signs.handle { request in
                let standard = house.standard
                let setting = request.query["setting"].flatMap { standard.code($0, in: .broadSetting)?.code }
                let age = request.query["age"].flatMap { standard.code($0, in: .ageBand)?.code }
                return .page(Self.page(standard, setting: setting, age: age))
            }
        ]
    }

    /// The signs that are seen in a setting, at an age; all of them where neither is chosen.
    static func signs(_ standard: Standard, setting: String?, age: String?) -> [Sign] {
        standard.signs.filter { sign in
            (setting.map { sign.settings.isEmpty || sign.settings.contains($0) } ?? true)
                && (age.map { sign.ages.isEmpty || sign.ages.contains($0) } ?? true)
        }
    }

    private static func page(_ standard: Standard, setting: String?, age: String?) -> Page {
        let all = signs(standard, setting: setting, age: age)
        let choose = Form.get(
            WorkReportAddresses.signs.url,
            """
            \(select("setting", "Where", .broadSetting, setting, standard))\(select("age", "How old", .ageBand, age, standard))\
            \(Button.row(Button("Show these", weight: .quiet).html))
            """)
        let groups: [HTML] = SignGroup.allCases.map { group in
            let items: [HTML] = all.filter { $0.group == group }.map { sign in
                let danger: HTML? = sign.presentDanger ? " \(Tag("Danger now", .now).html)" as HTML : nil
                return "<li>\(sign.label)\(danger)\(sign.help.map { "<br><span class=\"soft\">\($0)</span>" as HTML })</li>"
            }
            return items.isEmpty ? .empty : Card.html("signs-\(group.rawValue)", SignsCard.heading(group), "<ul>\(items)</ul>")
        }
        return Page(
            title: "Is this a sign?", isNarrow: true,
            content: """
                <p>\(say: "These are prompts to think. One is enough to tell somebody, none is needed, and no number of them proves anything. You don't have to be sure.")</p>
                \(choose)\(groups)
                <p class="soft">\(say: "From: \(standard.title)")</p>
                """)
    }

    private static func select(_ name: String, _ label: Sentence, _ list: CodeListName, _ chosen: String?, _ standard: Standard) -> HTML {
        Select(
            name: name, label: label, choices: standard.list(list).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) },
            chosen: chosen,
            none: "Any"
        ).html
    }
}

/// What stands beside the form: is this a sign, and what to do with the child now. Opened in a tab of its own, so that nothing typed is left.
enum BesideForm {
    static var html: HTML {
        """
        <aside class="beside"\(attribute: "aria-label", say: "Beside the form")>
        <p><a href="\(WorkReportAddresses.signs.url)" target="_blank" rel="noopener">\(say: "Is this a sign?")</a><br>\
        <span class="soft">\(say: "By setting and age. Opens in a new tab.")</span></p>
        <p><a href="\(HelpAddresses.topic.url("what-now"))" target="_blank" rel="noopener">\(say: "What do I do with the child now?")</a><br>\
        <span class="soft">\(say: "Opens in a new tab.")</span></p>
        </aside>
        """
    }
}
