// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The queues that have a name, one's own and the desk's, and a form that gives the one shown a name.
struct SavedViewList {
    let screen: QueueScreen

    var html: HTML {
        let parts = screen.views.map { view in
            Tabs.Part(
                Sentence(verbatim: view.name), QueueAddress.url(view.filter) { _ in },
                isCurrent: QueueAddress.parameters(view.filter) == QueueAddress.parameters(shown))
        }
        return "\(parts.isEmpty ? nil : Tabs(label: "Saved views", parts: parts).html)\(manage)"
    }

    /// The filter as a view keeps it.
    private var shown: QueueFilter {
        var filter = screen.filter
        filter.page = 0
        return filter
    }

    private var manage: HTML {
        let desks = screen.areas.map { Choice($0.code, "Everybody at the \($0.name) desk") }
        let name = TextField(
            name: "name", label: "Name of this view", value: screen.typed["name"],
            hint: "What you see now, under a name. Do not put anybody's name in it.", error: screen.viewErrors["name"], autocomplete: "off",
            width: 20)
        let whose = Select(
            name: "desk", label: "Who sees it", choices: desks, chosen: screen.typed["desk"], none: "Only me",
            error: screen.viewErrors["area"])
        let hidden: [HTML] = QueueAddress.parameters(shown).map { Form.hidden($0.name, $0.value) }
        let save = Form.post(
            DeskAddresses.saveView.url, "\(hidden)\(name.html)\(whose.html)\(Button.row(Button("Save this view", weight: .quiet).html))")
        let removes: [HTML] = screen.views.map { view in
            let shared: HTML? = view.area.map { " <small>\(screen.directory.name(ofArea: $0))</small>" }
            return """
                <li class="row"><span>\(view.name)\(shared)</span> \(Form.post(
                    DeskAddresses.removeView.url(view.id), Button("Remove", weight: .quiet, hidden: Sentence(verbatim: view.name)).html))</li>
                """
        }
        return Disclosure.html(
            "Save this view", isOpen: !screen.viewErrors.isEmpty,
            "\(save)\(removes.isEmpty ? nil : "<ul class=\"plain\">\(removes)</ul>" as HTML)")
    }
}
