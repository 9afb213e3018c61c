// SPDX-License-Identifier: Apache-2.0

extension Problem {
    /// The refusal as a page for people.
    func page(requestID: String) -> Reply {
        let ways: [HTML] = links.map { "<li><a href=\"\($0.url)\">\($0.text)</a></li>" }
        let paragraphs: [HTML] = advice.map { "<p>\(ring: $0)</p>" }
        let content: HTML = """
            \(paragraphs)\(ways.isEmpty ? nil : "<ul>\(ways)</ul>")
            <p class="soft">\(say: "If you ask for help, quote this: \("<code>\(requestID)</code>" as HTML)")</p>
            """
        return with(Reply.page(Page(title: title, content: content), status: status))
    }

    /// The refusal as `application/problem+json` (RFC 9457) for programs.
    func json(requestID: String, wording: Wording) -> Reply {
        var members: [JSONValue.Member] = [
            .init("type", .string("/problems/\(code)")), .init("title", .string(title.text(in: wording))),
            .init("status", .integer(Int64(status))),
        ]
        if !advice.isEmpty { members.append(.init("detail", .string(advice.map { $0.text(in: wording) }.joined(separator: " ")))) }
        members.append(.init("instance", .string(requestID)))
        if !fields.isEmpty {
            members.append(.init("errors", .array(fields.map { ["field": .string($0.field), "message": .string($0.message)] })))
        }
        return with(Reply(status: status, content: .bytes(JSONValue.object(members).bytes, type: "application/problem+json")))
    }

    private func with(_ reply: Reply) -> Reply {
        var reply = reply
        reply.headers += headers
        return reply
    }
}
