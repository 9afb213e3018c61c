// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Web

/// What every answer must carry and must not (SECURITY rows 30 and 31).
enum HeaderLint {
    private static let policy: [String: Set<String>] = [
        "default-src": ["'none'"], "script-src": ["'self'"], "style-src": ["'self'"], "img-src": ["'self'"], "font-src": ["'self'"],
        "connect-src": ["'self'"], "manifest-src": ["'self'"], "form-action": ["'self'"], "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    ]

    static func check(_ answer: TestAnswer, _ name: String) {
        let directives = (answer["Content-Security-Policy"] ?? "").split(separator: ";").map { $0.split(separator: " ").map(String.init) }
        let sent = Dictionary(
            directives.compactMap { part in part.first.map { ($0, Set(part.dropFirst())) } }, uniquingKeysWith: { _, second in second })
        #expect(sent == policy, "\(name): Content-Security-Policy")
        #expect(answer["X-Content-Type-Options"] == "nosniff", "\(name)")
        #expect(answer["Referrer-Policy"] == "no-referrer", "\(name)")
        #expect(answer["X-Frame-Options"] == "DENY", "\(name)")
        #expect(answer["Cross-Origin-Opener-Policy"] == "same-origin", "\(name)")
        #expect(answer["Cross-Origin-Resource-Policy"] == "same-origin", "\(name)")
        #expect(answer["Permissions-Policy"] != nil, "\(name)")
        #expect(answer["X-Request-ID"]?.isEmpty == false, "\(name)")
        #expect(answer["Server"] == nil && answer["X-Powered-By"] == nil, "\(name)")
        // Only what is the same for everybody may be kept.
        #expect(
            answer["Cache-Control"] == "no-store" || name.hasPrefix("GET /assets/"),
            "\(name): \(answer["Cache-Control"] ?? "no Cache-Control")")
        let type = answer["Content-Type"]
        #expect(answer.body.isEmpty || type != nil, "\(name): a body without a type")
        if let type, type.hasPrefix("text/") {
            #expect(type.contains("charset=utf-8") || name.hasPrefix("GET /assets/"), "\(name): \(type)")
        }
        for cookie in answer.fields[values: .setCookie] {
            for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part), "\(name): \(part)") }
        }
        if let place = answer["Location"] {
            #expect(place.hasPrefix("/") && !place.hasPrefix("//") || name.hasPrefix("GET /leave"), "\(name): \(place)")
        }
        if type?.hasPrefix("text/html") == true, isNew(answer) { checkPage(answer.text, name) }
    }

    private static let known = Mutex<Set<Int>>([])

    /// Whether such a page was not looked through yet: the same refusal comes from many routes, and differs by its id and tokens alone.
    private static func isNew(_ answer: TestAnswer) -> Bool {
        let page = AnswerBytes.withoutTokens(
            AnswerBytes.replacing([answer["X-Request-ID"] ?? ""].filter { !$0.isEmpty }, with: "REQUEST", in: answer.body))
        var hasher = Hasher()
        page.withUnsafeBytes { hasher.combine(bytes: $0) }
        let hash = hasher.finalize()
        return known.withLock { $0.insert(hash).inserted }
    }

    /// No inline script, style or handler, nothing from elsewhere, every form with its token.
    private static func checkPage(_ text: String, _ name: String) {
        for pattern in [
            #"<script(?![^>]*\ssrc=")"#, #"<style"#, #"<[a-z]+[^>]*\sstyle="#, #"<[a-z]+[^>]*\son[a-z]+="#,
            #"(?:src|href)="(?:https?:)?//"#, #"javascript:"#,
        ] {
            #expect(text.range(of: pattern, options: [.regularExpression, .caseInsensitive]) == nil, "\(name): \(pattern)")
        }
    }
}
