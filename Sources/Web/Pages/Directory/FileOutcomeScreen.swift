// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What a file would do, what is wrong with it, or what it has done.
struct FileOutcomeScreen {
    let address: FileAddress
    let frame: DirectoryFrame
    let outcome: DirectoryFileOutcome

    /// Every fault, by line and column. The values are not repeated: a list that went wrong is looked at by more people than it is for.
    var faulty: Page {
        let table = Table(
            caption: "What is wrong", hidesCaption: true, columns: [.init("Line", isPlain: true), .init("Column"), .init("What is wrong")],
            rows: outcome.faults.map { fault in
                let column: HTML = fault.column.isEmpty ? "–" : "<code>\(fault.column)</code>"
                return Table.Row([
                    "\(say: "Line \(fault.line)")", column, "\(FileWords.reason(fault.reason))",
                ])
            }, empty: "Nothing is wrong.")
        let count = outcome.faults.count
        return page(
            "Nothing was brought in",
            """
            \(Notice(Sentence(count, one: "1 thing is wrong. The file is taken whole or not at all.", many: "\(count) things are wrong. The file is taken whole or not at all."), .now).html)\
            \(table.html)\(Button.row(Button.link("Try another file", address.ask.url, weight: .main)))
            """)
    }

    /// What would be done, with the button that does it.
    func tried(_ form: HTML) -> Page {
        let isNothing = outcome.added + outcome.changed + outcome.ended == 0
        return page(
            isNothing ? "Nothing would change" : "Bring this file in?",
            "<ul>\(sentences(isDone: false))</ul>\(isNothing ? Button.row(Button.link("Back to the list", address.list)) : form)")
    }

    /// What was done. Links of those who join are shown this once; those who left, with what they still own.
    func done(after: DirectoryFrame, origin: String) -> Page {
        page(
            "Done",
            """
            \(Notice("Brought in as a whole. It holds at once, and stands in the ledger.").html)<ul>\(sentences(isDone: true))</ul>\
            \(joiners(origin))\(left(after))\(Button.row(Button.link("Back to the list", address.list, weight: .main)))
            """)
    }

    private func page(_ title: Sentence, _ content: HTML) -> Page {
        Page(title: title, caption: FileWords.title(address.kind), back: address.ask.url, section: .directory, content: content)
    }

    private func sentences(isDone: Bool) -> [HTML] {
        let said: [(Int, Sentence)] = [
            (
                outcome.added,
                isDone
                    ? Sentence(outcome.added, one: "1 is new.", many: "\(outcome.added) are new.")
                    : Sentence(outcome.added, one: "1 would be new.", many: "\(outcome.added) would be new.")
            ),
            (
                outcome.changed,
                isDone
                    ? Sentence(outcome.changed, one: "1 was changed.", many: "\(outcome.changed) were changed.")
                    : Sentence(outcome.changed, one: "1 would be changed.", many: "\(outcome.changed) would be changed.")
            ),
            (
                outcome.ended,
                isDone
                    ? Sentence(outcome.ended, one: "1 has left.", many: "\(outcome.ended) have left.")
                    : Sentence(outcome.ended, one: "1 would leave.", many: "\(outcome.ended) would leave.")
            ),
            (
                outcome.unchanged,
                Sentence(outcome.unchanged, one: "1 stands so already.", many: "\(outcome.unchanged) stand so already.")
            ),
        ]
        return said.filter { $0.0 > 0 }.map { "<li>\($0.1)</li>" }
    }

    private func joiners(_ origin: String) -> HTML? {
        guard !outcome.joiners.isEmpty else { return nil }
        let slips: [HTML] = outcome.joiners.map { joiner in
            """
            <li class="slip"><h3>\(joiner.name)</h3><p>\(joiner.agency)</p>\
            <p><code class="secret">\(origin + SignInDoors.link.url(joiner.secret).description)</code></p>\
            <p class="soft">\(say: "Good once, for seven days: choose a password and add an authenticator.")</p></li>
            """
        }
        return Card.html(
            "links", "Links, shown this once", meaning: .due,
            """
            <p>\(say: "Print this page now, cut it, and give each slip to the person alone. Nobody can show the links again; a new one is made on the person's page.")</p>\
            <ul class="slips">\(slips)</ul>
            """)
    }

    private func left(_ after: DirectoryFrame) -> HTML? {
        guard !outcome.left.isEmpty else { return nil }
        let items: [HTML] = outcome.left.map { account in
            """
            <li><a href="\(FileAddresses.stillOwns.url(account))">\(say: "What \(after.directory.name(of: account)) still owns")</a></li>
            """
        }
        return Card.html("left", "Hand on what they own", meaning: .due, "<ul>\(items)</ul>")
    }
}
