// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Testing

@testable import Web

@Suite("Help texts") struct HelpTextTests {
    static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Content")
    static let topics = HelpTexts(content: content).topics(.english)

    @Test func theShippedTopicsAreThere() {
        #expect(Self.topics.map(\.name).contains("emergency-access"))
        #expect(Set(Self.topics.map(\.name)).count == Self.topics.count && Self.topics.count >= 8)
        #expect(Self.topics.allSatisfy { !$0.title.isEmpty && !$0.body.isEmpty })
    }

    @Test(arguments: topics.map(\.name)) func everyLinkLeadsToAPage(_ name: String) throws {
        let topic = try #require(Self.topics.first { $0.name == name })
        let table = try RouteTable(Routes.all.map { Route(declaration: $0) { _, _ in .nothing() } })
        for part in text(topic.body).components(separatedBy: "href=\"").dropFirst() {
            let path = String(part.prefix { $0 != "\"" })
            if path.hasPrefix("tel:") { continue }
            guard case .route(let route, _) = table.match(.get, path.split(separator: "/").map(String.init)) else {
                Issue.record("\(name): \(path) leads nowhere")
                continue
            }
            // Whoever reads help may be anybody: a link to what few may open would be a dead end.
            let open: [Access] = [.everyone, .may(.readDirectory), .may(.readStandard), .may(.manageOwnAccess)]
            #expect(open.contains(route.declaration.who), "\(name): \(path) is not for everybody")
            if path.hasPrefix("/help/") { #expect(Self.topics.contains { "/help/\($0.name)" == path }) }
        }
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[a](https://evil.example)", "<p>[a](https://evil.example)</p>"), ("[a](//evil.example)", "<p>[a](//evil.example)</p>"),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"), ("[a \"b\"](/help)", "<p><a href=\"/help\">a &quot;b&quot;</a></p>"),
        ("**strong** and `code` and a * alone", "<p><strong>strong</strong> and <code>code</code> and a * alone</p>"),
        ("- one\n  more\n- two", "<ul><li>one more</li><li>two</li></ul>"), ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("## Head\ntext\n\nmore", "<h2>Head</h2><p>text</p><p>more</p>"), ("**open", "<p>**open</p>"), ("a ` b", "<p>a &#96; b</p>"),
    ])
    func marksAreReadAndAllElseIsText(_ source: String, _ html: String) {
        let made = text(SimpleMarkup.html(source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
        #expect(made.replacingOccurrences(of: "\n", with: "").replacingOccurrences(of: "&#34;", with: "&quot;") == html)
    }

    private func text(_ html: HTML) -> String {
        String(decoding: html.rendered(Rendering(wording: .english, forgeryToken: nil)), as: UTF8.self)
    }
}
