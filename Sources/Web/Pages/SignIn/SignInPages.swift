// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Signing in with password and code, and signing out.
struct SignInPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            SignInAddresses.signIn.handle { request in
                if request.signedIn != nil { return .seeOther(Self.next(request.query["next"])) }
                let next = request.query["next"]
                let notice =
                    request.query["set"] == nil
                    ? next.flatMap(Self.returning) : Notice("Your password and authenticator are set. Sign in with them.")
                return .page(Self.passwordPage(next: next, signedOut: request.query["out"] != nil, notice: notice))
            },
            SignInDoors.enter.handle(enter),
            SignInAddresses.signOut.handle { request in
                if let signedIn = request.signedIn, let session = RecordID(signedIn.session) {
                    // A session that ended in this very moment is what was asked for.
                    do { try await house.signIn.end(signedIn.actor, session: session) } catch ServiceError.notFound {}
                }
                return Reply.seeOther(SignInAddresses.signIn.url.with("out", "yes")).setting(Cookie(name: .session, value: nil))
            },
        ]
    }

    @Sendable private func enter(_ request: WebRequest) async throws -> Reply {
        let form = request.form
        let next = form.text("next")
        if let ticket = form.text("ticket") {
            let step = try await house.signIn.withCode(ticket: ticket, code: form.text("code") ?? "")
            guard case .signedIn(let secret, _) = step else {
                return .page(Self.codePage(ticket: ticket, next: next, wrong: true), status: 422)
            }
            return try await Self.begun(secret, request, house, to: Self.next(next))
        }
        let email = form.text("email") ?? ""
        let step = try await house.signIn.withPassword(email: email, password: form["password"] ?? "", source: request.source)
        guard case .needsCode(let ticket) = step else {
            return .page(Self.passwordPage(next: next, email: email, wrong: true), status: 422)
        }
        return .page(Self.codePage(ticket: ticket, next: next, wrong: false))
    }

    /// The answer that begins a session. One that this browser had before ends: nobody goes on under two names.
    static func begun(_ secret: String, _ request: WebRequest, _ house: House, to url: SiteURL) async throws -> Reply {
        if let old = request.signedIn, let session = RecordID(old.session) {
            do { try await house.signIn.end(old.actor, session: session) } catch ServiceError.notFound {}
        }
        let reply = Reply.seeOther(url).setting(Cookie(name: .session, value: secret))
        if KnownBrowser.isKnown(request.source) { return reply }
        return reply.setting(KnownBrowser(tokens: ForgeryToken(authenticate: house.formAuthenticator)).make())
    }

    /// Where to go on: only ever an address of ours.
    static func next(_ text: String?) -> SiteURL { text.flatMap { SiteURL(returning: $0) } ?? HomeAddresses.home.url }

    /// What is said to whoever was on another page: that they are signed out, and that what they were writing is not lost.
    static func returning(_ next: String) -> Notice? {
        guard let url = SiteURL(returning: next), url.path != HomeAddresses.home.url.path else { return nil }
        // A draft is kept at every Continue, and lives longer than a session.
        let isDraft = url.path.hasPrefix(ReportAddresses.start.url.path + "/")
        return isDraft
            ? Notice("You were signed out. Your report is saved up to your last Continue: sign in to go on.", .due)
            : Notice("You are not signed in, or you were signed out. Sign in, and you go on where you were.", .due)
    }

    /// The one sentence for everything that is wrong.
    private static let wrongWords: Sentence = "The e-mail address, password or code is not right. Check them and try again"

    private static func passwordPage(
        next: String?, email: String? = nil, wrong: Bool = false, signedOut: Bool = false, notice: Notice? = nil
    ) -> Page {
        let error = wrong ? FormError("email", wrongWords) : nil
        let address = TextField(name: "email", label: "E-mail address", value: email, error: error, kind: .email, autocomplete: "username")
        let password = TextField(name: "password", label: "Password", kind: .password, autocomplete: "current-password")
        return Page(
            title: "Sign in", errors: error.map { [$0] } ?? [], notice: signedOut ? Notice("You are signed out.") : notice, isNarrow: true,
            content: """
                \(Form.post(SignInDoors.enter.url, "\(kept(next))\(address.html)\(password.html)\(Button.row(Button("Continue").html))"))
                <p>\(say: "You can't get in? Ask your administrator for a one-time link. Nobody will ever ask for your password.")</p>
                <p>\(say: "Nobody to be reached, and it can't wait? Ring the duty desk, at the foot of this page: it takes a report by phone.")</p>
                """)
    }

    private static func codePage(ticket: String, next: String?, wrong: Bool) -> Page {
        let error = wrong ? FormError("code", wrongWords) : nil
        let code = TextField(
            name: "code", label: "Code from your authenticator app", hint: "Six figures. A code works once.", error: error, kind: .code,
            autocomplete: "one-time-code", width: 10)
        let again = SignInAddresses.signIn.url.with("next", next)
        return Page(
            title: "Your code", back: again, errors: error.map { [$0] } ?? [], isNarrow: true,
            content: """
                \(Form.post(SignInDoors.enter.url, "\(kept(next))\(Form.hidden("ticket", ticket))\(code.html)\(Button.row(Button("Sign in").html))"))
                <p><a href="\(again)">\(say: "Begin again")</a></p>
                """)
    }

    private static func kept(_ next: String?) -> HTML? { next.map { Form.hidden("next", $0) } }
}
