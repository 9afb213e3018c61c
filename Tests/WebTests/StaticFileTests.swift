// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Web

@Suite("Static files") struct StaticFileTests {
    private let files = StaticFiles(files: ["a.css": StaticFile(bytes: Array("p{}".utf8), name: "a.css")])

    @Test func theAddressHoldsTheHash() async throws {
        let site = try TestSite { $0.assets = files }
        let url = try #require(files.url("a.css")).description
        let answer = try await site.ask("GET", url)
        #expect(answer.status == 200 && answer.text == "p{}" && answer["Content-Type"] == "text/css; charset=utf-8")
        #expect(answer["Cache-Control"] == "public, max-age=31536000, immutable")
        let tag = try #require(answer["ETag"])
        let again = try await site.ask("GET", url, ["If-None-Match": "\"x\", \(tag)"])
        #expect(again.status == 304 && again.body.isEmpty && again["Content-Security-Policy"] != nil)
        #expect(try await site.ask("GET", "/assets/0000/a.css")["Cache-Control"] == "no-cache")
    }

    @Test func anotherContentIsAnotherAddress() {
        let other = StaticFiles(files: ["a.css": StaticFile(bytes: Array("p{ }".utf8), name: "a.css")])
        #expect(files.version != other.version)
        #expect(files.url("b.css") == nil)
    }

    @Test(arguments: [
        "/assets/x/..%2Fsecret", "/assets/x/%2e%2e", "/assets/../a.css", "/assets/x/.hidden", "/assets/x/a%00.css",
        "/assets/x/vendor/a.css",
    ])
    func nothingElseIsReached(_ path: String) async throws {
        #expect(try await TestSite { $0.assets = files }.ask("GET", path).status == 404)
    }

    /// What ships has no third-party address, and its style sheet and script are there.
    @Test func theShippedFilesStayAtHome() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Public").standardized
        let shipped = try StaticFiles(folder: folder)
        for name in ["sentinel.css", "enhance.js"] {
            let file = try #require(shipped.files[name])
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("url(\"//"))
            #expect(file.bytes.count < 20_000)
        }
    }
}
