// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Web

@Suite("HTML") struct HTMLTests {
    @Test func sixtyHostileStringsAreThere() { #expect(Set(HostileText.scripts).count == 60) }

    /// Between our own tags there is no character with which markup begins or an attribute ends.
    @Test(arguments: HostileText.scripts) func typedTextStaysText(_ typed: String) throws {
        let page: HTML = "<p title=\"\(typed)\">\(typed)</p>"
        let text = page.text()
        let inner = text.dropFirst("<p title=\"".count).dropLast("</p>".count)
        let parts = inner.split(separator: "\">", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts.count == 2)
        for part in parts { #expect(!part.contains { "<>\"'`\0".contains($0) }) }
    }

    @Test(arguments: HostileText.scripts) func everyComponentEscapes(_ typed: String) {
        let said = Sentence(verbatim: typed)
        let error = FormError("f", said)
        let url = SiteURL(segments: [typed], query: [.init(name: typed, value: typed)])
        let pieces: [HTML] = [
            TextField(name: "f", label: said, value: typed, hint: said, error: error).html,
            TextField(name: "f", label: said, value: typed, lines: 5).html,
            Choices(name: "f", legend: said, choices: [Choice(typed, said, hint: said)], chosen: [typed]).html,
            Select(name: "f", label: said, choices: [Choice(typed, said)], chosen: typed).html,
            DateField(name: "f", legend: said, day: typed, month: typed, year: typed).html,
            Tag(said, .now).html, Facts.html([.init(name: said, value: HTML(text: typed), change: url)]),
            Card.html("c", said, "<p>\(typed)</p>"), Notice(said).html, Notice.saved(at: typed), Disclosure.html(said, HTML(text: typed)),
            Table(caption: said, columns: [.init(said, sort: url)], rows: [.init([HTML(text: typed)])], empty: said).html,
            Filter(url: url, chips: [.init(label: said, without: url)], fields: "", kept: [.init(name: typed, value: typed)]).html,
            Button(said, name: typed, value: typed, hidden: said).html, ErrorSummary.html([error]) ?? "",
        ]
        for piece in pieces {
            let text = piece.text().lowercased()
            // Whatever of it could begin a tag or end an attribute would stand here unescaped.
            for broken in [
                "<script", "<img", "<svg", "<iframe", "<base", "<meta", "<style", "<body", "\" onmouseover=", "' onmouseover=",
                "\" autofocus onfocus",
            ] {
                #expect(!text.contains(broken))
            }
            #expect(text.filter { $0 == "\"" }.count.isMultiple(of: 2))
            #expect(!text.contains("\0"))
        }
    }

    @Test func piecesAreInsertedAndOptionalsVanish() {
        let rows: [HTML] = ["<li>a</li>", "<li>b</li>"]
        let none: HTML? = nil
        let list: HTML = "<ul>\(rows)\(none)</ul>\(raw: "<hr>")\(7)"
        #expect(list.text() == "<ul><li>a</li><li>b</li></ul><hr>7")
        #expect(rows.joined(by: ", ").text() == "<li>a</li>, <li>b</li>")
    }

    @Test func attributesAreThereOrNot() {
        let value: String? = nil
        let input: HTML = "<input\(attribute: "value", value)\(attribute: "id", "a\"b")\(flag: "checked", true)\(flag: "disabled", false)>"
        #expect(input.text() == "<input id=\"a&quot;b\" checked>")
    }

    @Test func sentencesAndTokensWaitForTheReader() throws {
        var form: HTML = "<b>\(say: "Back")</b>"
        form.append(.forgeryToken)
        let outer: HTML = "<i>é</i>\(form)<u>\(say: "Back")</u>"
        let welsh = Wording(language: .english, forms: ["Back": ["Yn <ôl>"]], unreviewed: [])
        #expect(outer.text(Rendering(wording: welsh, forgeryToken: "t\"1")) == "<i>é</i><b>Yn &lt;ôl&gt;</b>t&quot;1<u>Yn &lt;ôl&gt;</u>")
        #expect(outer.text() == "<i>é</i><b>Back</b><u>Back</u>")
    }
}
