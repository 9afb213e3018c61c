// SPDX-License-Identifier: Apache-2.0

/// What a handler answers. The server adds what every answer carries.
struct Reply: Sendable {
    /// What the answer holds.
    enum Content: Sendable {
        case nothing
        /// A page, laid out and rendered for the reader.
        case page(Page)
        case json(JSONValue)
        /// Bytes with their media type.
        case bytes([UInt8], type: String)
        /// A body that is written piece by piece, with its media type.
        case stream(type: String, @Sendable (_ write: ([UInt8]) async throws -> Void) async throws -> Void)
    }

    /// Who may keep the answer.
    enum Caching: Sendable, Equatable {
        /// Nobody: everything that is made for one person.
        case never
        /// Anybody, if they ask each time whether it is still so.
        case revalidate
        /// Anybody, for ever: the address holds a hash of the content.
        case forever
    }

    var status: Int
    var content: Content
    var headers: [(name: String, value: String)] = []
    var cookies: [Cookie] = []
    var caching: Caching = .never

    /// A page.
    static func page(_ page: Page, status: Int = 200) -> Reply { Reply(status: status, content: .page(page)) }

    /// A JSON value.
    static func json(_ value: JSONValue, status: Int = 200) -> Reply { Reply(status: status, content: .json(value)) }

    /// Plain text.
    static func text(_ text: String, status: Int = 200) -> Reply {
        Reply(status: status, content: .bytes(Array(text.utf8), type: "text/plain; charset=utf-8"))
    }

    /// Nothing but a status.
    static func nothing(status: Int = 204) -> Reply { Reply(status: status, content: .nothing) }

    /// On to another page of ours, with GET: what follows every form that was taken.
    static func seeOther(_ url: SiteURL) -> Reply {
        Reply(status: 303, content: .nothing, headers: [("Location", url.description)])
    }

    /// A file to be saved under a name. The name is ours, never typed.
    static func download(_ bytes: [UInt8], name: String, type: String) -> Reply {
        let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return Reply(
            status: 200, content: .bytes(bytes, type: type), headers: [("Content-Disposition", "attachment; filename=\"\(safe)\"")])
    }

    /// The same answer, setting a cookie.
    func setting(_ cookie: Cookie) -> Reply {
        var copy = self
        copy.cookies.append(cookie)
        return copy
    }
}
