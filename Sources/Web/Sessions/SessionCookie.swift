// SPDX-License-Identifier: Apache-2.0

/// A cookie that an answer sets or removes. Always HttpOnly, SameSite=Strict and for the whole site; over TLS with the `__Host-` prefix,
/// which no neighbouring host can forge.
struct Cookie: Sendable, Equatable {
    /// The cookies that there are.
    enum Name: String, Sendable {
        case session
        case language
        /// The mark of a browser in which somebody has signed in.
        case browser
        /// The key of a draft of the public door; its name says nothing of what it is.
        case draft = "form"
        /// The key of a draft of somebody who reports in the course of their work, without an account.
        case workDraft = "work-form"
        /// The visit of somebody who came back by a link that was mailed to their work address.
        case workVisit = "work-read"
        /// The visit of somebody who came back with a receipt.
        case visit = "read"
        /// The step of the tour of a demo that was opened last.
        case tour
    }

    let name: Name
    /// The value; nil removes the cookie.
    let value: String?
    /// Seconds it lives; nil until the browser is closed.
    var lifetime: Int?

    /// Those that leaving takes away: all but the language.
    static let leaving: [Cookie] = [.session, .browser, .draft, .workDraft, .workVisit, .visit, .tour].map { Cookie(name: $0, value: nil) }

    /// The name on the wire.
    static func wireName(_ name: Name, isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + name.rawValue }

    /// The `Set-Cookie` field. The value is written only if it needs no quoting.
    func field(isSecure: Bool) -> String {
        let safe = (value ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.~".contains($0)) }
        let life = value == nil ? "; Max-Age=0" : lifetime.map { "; Max-Age=\($0)" } ?? ""
        return "\(Self.wireName(name, isSecure: isSecure))=\(safe); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "") + life
    }

    /// The value that a request carries. Where a name comes twice the request is refused as if it had none: one of the two is planted.
    static func value(_ name: Name, in field: String?, isSecure: Bool) -> String? {
        let wanted = wireName(name, isSecure: isSecure) + "="
        let found = (field ?? "").split(separator: ";").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(wanted) }
        guard found.count == 1, let only = found.first else { return nil }
        let value = only.dropFirst(wanted.count)
        return value.isEmpty || value.utf8.count > 512 ? nil : String(value)
    }
}
