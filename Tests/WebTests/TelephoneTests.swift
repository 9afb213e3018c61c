// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Web

@Suite("Telephone numbers as links") struct TelephoneTests {
    private func text(_ sentence: Sentence) -> String { ("\(ring: sentence)" as HTML).text() }

    @Test(arguments: [
        ("Ring 999.", "Ring <a href=\"tel:999\">999</a>."),
        ("999, then press 55", "<a href=\"tel:999\">999</a>, then press 55"),
        ("Police, not urgent: 101", "Police, not urgent: <a href=\"tel:101\">101</a>"),
        ("Milbury desk, 0121 496 0200, day and night", "Milbury desk, <a href=\"tel:01214960200\">0121 496 0200</a>, day and night"),
        ("+44 7700 900123", "<a href=\"tel:+447700900123\">+44 7700 900123</a>"),
        ("Childline: 0800 1111, free", "Childline: <a href=\"tel:08001111\">0800 1111</a>, free"),
    ]) func aNumberRings(_ said: String, _ html: String) { #expect(text(Sentence(verbatim: said)) == html) }

    @Test(arguments: [
        "9 July 2026, 14:32", "2026-09-09", "09:30", "Report 26-0042-999", "999 000 0018", "1,999 records", "99.999", "£101",
        "018f2c3a-0000-7000-8000-000000000001", "Showing 26 to 50 of 1010", "0 of 13", "“&”",
    ]) func whatIsNoNumberDoesNot(_ said: String) {
        #expect(text(Sentence(verbatim: said)) == HTML(text: said).text())
    }

    @Test func whatIsTypedStaysHarmlessAndALinkStaysOne() {
        #expect(text(Sentence(verbatim: "<b>0121 496 0200")) == "&lt;b&gt;<a href=\"tel:01214960200\">0121 496 0200</a>")
        let link: HTML = "<a href=\"/x/0121 496 0200\">0121 496 0200</a>"
        #expect(text("Ask \(link), or 101") == "Ask \(link.text()), or <a href=\"tel:101\">101</a>")
    }

    @Test func theFootRingsOnEveryPage() {
        let site = Site(dutyDesks: { ["Milbury desk, 0121 496 0200", "Otterley desk, 0121 496 0100"] })
        for frame in [Page.Frame.work, .door] {
            let text = PageLayout(site: site, signedIn: nil, assets: .none, language: .english)
                .document(Page(title: "A", frame: frame, content: "")).text()
            #expect(text.contains("href=\"tel:999\"") && text.contains(frame == .door ? "tel:08001111" : "tel:01214960200"))
        }
    }

    @Test func aRefusalRings() {
        let page = Problem.service.page(requestID: "x")
        guard case .page(let page) = page.content else { return #expect(Bool(false), "not a page") }
        #expect(page.content.text().contains("href=\"tel:999\""))
    }

    /// A number in a sentence of a page is said with `ring:`, never with `say:`.
    @Test func noNumberIsOnlySaid() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Web").standardized
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let said = try Regex(#"say: "[^"]*(\b999\b|\b101\b|0800 |[pP]hone\)|\.ring\)|\.contact\()"#)
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                #expect(line.firstMatch(of: said) == nil, "\(file.lastPathComponent): \(line)")
            }
        }
    }
}
