// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Web

@Suite("Pages") struct LayoutTests {
    private func page(_ page: Page, site: Site = Site(), signedIn: SignedIn? = TestSite.someone, assets: StaticFiles = .none) -> String {
        PageLayout(site: site, signedIn: signedIn, assets: assets, language: .english).document(page).text()
    }

    @Test func theTitleComesFirstAndErrorsAreSaid() {
        #expect(page(Page(title: "Otterley desk", content: "")).contains("<title>Otterley desk · Sentinel</title>"))
        let wrong = page(Page(title: "What did you see?", errors: [FormError("words", "Write what you saw")], content: ""))
        #expect(wrong.contains("<title>Error: What did you see? · Sentinel</title>"))
        #expect(wrong.contains("<a href=\"#words\">Write what you saw</a>"))
    }

    @Test func aDemoIsMarkedAndAStoreInUseIsNot() {
        #expect(page(Page(title: "A", content: ""), site: Site(isFictional: true)).contains("FICTIONAL"))
        #expect(!page(Page(title: "A", content: ""), site: Site(isFictional: false)).contains("FICTIONAL"))
    }

    @Test func helpStandsOnEveryPage() {
        for frame in [Page.Frame.work, .door] {
            #expect(
                page(Page(title: "A", frame: frame, content: ""), site: Site(dutyDesks: { ["0121 496 0100"] })).contains(
                    "Danger now: ring <a href=\"tel:999\">999</a>."))
        }
        #expect(
            page(Page(title: "A", content: ""), site: Site(dutyDesks: { ["0121 496 0100"] })).contains(
                "Duty desk: <a href=\"tel:01214960100\">0121 496 0100</a>"))
    }

    @Test func theDoorNamesNobodyAndHasAWayOut() {
        let door = page(Page(title: "Advice and support", frame: .door, content: ""))
        #expect(!door.contains("Sentinel") && !door.contains("Dana") && door.contains("href=\"/leave\""))
    }

    @Test func theCurrentPlaceIsMarked() {
        var site = Site()
        site.navigation = { _ in
            [
                .init(title: "Desk", url: SiteURL(segments: ["desk"]), section: .desk),
                .init(title: "Search", url: SiteURL(segments: ["s"]), section: .search),
            ]
        }
        let text = page(Page(title: "A", section: .desk, content: ""), site: site)
        #expect(text.contains("<a href=\"/desk\" aria-current=\"page\">Desk</a>") && text.contains("<a href=\"/s\">Search</a>"))
    }

    /// What the policy forbids would silently do nothing.
    @Test func nothingIsInline() {
        let text = page(Page(title: "A", content: "\(Notice.saved(at: "14:32"))\(Form.post(SiteURL(segments: []), Button("Go").html))"))
        #expect(!text.contains("style=") && !text.contains("<script>") && text.firstMatch(of: /\ on[a-z]+=/) == nil)
    }

    @Test func everyFieldHasALabelAndItsErrorBesideIt() {
        let text = TextField(name: "words", label: "Your words", hint: "A sentence is enough", error: FormError("words", "Write it")).html
            .text()
        #expect(
            text.contains("<label for=\"words\">") && text.contains("aria-describedby=\"words-hint words-error\"")
                && text.contains("aria-invalid=\"true\""))
    }

    @Test func tablesSayHowTheyAreSorted() {
        let table = Table(
            caption: "Waiting", columns: [.init("Due", sort: SiteURL(segments: ["d"]), order: .ascending), .init("Who", isPlain: true)],
            rows: [.init(["today", "Robyn"], meaning: .now)], empty: "Nothing")
        let text = table.html.text()
        #expect(
            text.contains("aria-sort=\"ascending\"") && text.contains("<td data-label=\"Due\">today</td>")
                && text.contains("<tr class=\"now\">"))
        #expect(Table(caption: "W", columns: [], rows: [], empty: "Nothing waits").html.text() == "<p class=\"empty\">Nothing waits</p>")
    }

    @Test func pagesOfAListAreLinks() throws {
        let pages = Pagination(page: 2, size: 25, total: 132) { SiteURL(segments: ["l"]).with("page", String($0)) }
        let text = try #require(pages.html).text()
        #expect(text.contains("Showing 26 to 50 of 132") && text.contains("/l?page=1") && text.contains("/l?page=3"))
        #expect(Pagination(page: 1, size: 25, total: 25) { _ in SiteURL(segments: []) }.html == nil)
    }

    @Test func aMultiLineTextKeepsItsFirstLineEnd() {
        #expect(TextField(name: "a", label: "A", value: "\nx", lines: 3).html.text().contains(">\n\nx</textarea>"))
    }
}
