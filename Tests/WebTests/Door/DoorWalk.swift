// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import TestSupport

@testable import Web

/// A browser without scripts at the public door: it keeps cookies, and follows where it is sent.
final class DoorWalk {
    let access: AccessHouse
    private(set) var cookies: [String: String] = [:]
    /// Every address that would stand in its history.
    private(set) var addresses: [String] = []
    private(set) var answers: [TestAnswer] = []
    /// How each form was answered, before anything was followed.
    private(set) var toForms: [TestAnswer] = []

    init(_ access: AccessHouse) { self.access = access }

    func get(_ path: String) async throws -> TestAnswer { try await go("GET", path, []) }
    func post(_ path: String, _ form: [(String, String)] = []) async throws -> TestAnswer { try await go("POST", path, form) }

    /// The address that was shown last.
    var here: String { addresses.last ?? "" }

    /// In, and past what is said first.
    func enter() async throws {
        _ = try await get("/advice")
        _ = try await post("/advice", [("go", "start")])
    }

    /// Presses "Leave this page".
    func leave() async throws -> TestAnswer { try await one("GET", "/leave", []) }

    private func go(_ method: String, _ path: String, _ form: [(String, String)]) async throws -> TestAnswer {
        var answer = try await one(method, path, form)
        if method == "POST" { toForms.append(answer) }
        addresses.append(path)
        var hops = 0
        while answer.status == 303, let next = answer["Location"], hops < 5 {
            answer = try await one("GET", next, [])
            addresses[addresses.count - 1] = next
            hops += 1
        }
        return answer
    }

    private func one(_ method: String, _ path: String, _ form: [(String, String)]) async throws -> TestAnswer {
        var headers = [
            "User-Agent": "CANARY-browser", "Referer": "https://CANARY-referrer.example.org/",
            "Cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
        ]
        var body = ""
        if method == "POST" {
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Sec-Fetch-Site"] = "same-origin"
            body = form.map { name, value in
                [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }.joined(separator: "=")
            }.joined(separator: "&")
        }
        let answer = try await access.server.responder.ask(method, path, headers, body: Array(body.utf8), peer: "203.0.113.77")
        for field in answer.fields where field.name.rawName.lowercased() == "set-cookie" {
            let parts = field.value.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = String(parts[1])
            cookies[String(parts[0])] = value.isEmpty ? nil : value
        }
        answers.append(answer)
        return answer
    }
}
