// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// My own access: where I am signed in, which tokens act for me, and my password.
struct AccountPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            AccountAddresses.account.handle(account),
            AccountAddresses.endSession.handle { request, session in
                do { try await house.signIn.end(try request.actor, session: session) } catch ServiceError.notFound {}
                return .seeOther(AccountAddresses.account.url.with("done", "ended"))
            },
            AccountAddresses.endOthers.handle { request in
                for session in try await sessions(request) where !session.isThisOne {
                    do { try await house.signIn.end(try request.actor, session: session.id) } catch ServiceError.notFound {}
                }
                return .seeOther(AccountAddresses.account.url.with("done", "ended"))
            },
            AccountAddresses.newToken.handle { _ in .page(tokenSheet.page(.typed(["days": "90"]))) },
            AccountAddresses.makeToken.handle { request in
                try await tokenSheet.answer(request) {
                    let made = try await house.tokens.make(
                        try request.actor, label: request.form.text("label") ?? "", scopes: request.form.all("scopes"),
                        days: Int(request.form.text("days") ?? "") ?? 0)
                    return .page(TokenWords.made(made.secret, made.1, back: AccountAddresses.account.url, section: .account))
                }
            },
            AccountAddresses.askRevoke.handle { request, id in
                guard let token = try await house.tokens.mine(try request.actor).first(where: { $0.id == id }) else {
                    throw Problem.notFound
                }
                return .page(
                    TokenWords.revokeSheet(token, AccountAddresses.revoke.url(id), back: AccountAddresses.account.url, section: .account)
                        .page())
            },
            AccountAddresses.revoke.handle { request, id in
                try await house.tokens.revoke(try request.actor, id)
                return .seeOther(AccountAddresses.account.url.with("done", "revoked"))
            },
            AccountAddresses.askLink.handle { _ in .page(OwnPasswordPage.page(wrong: false)) },
            AccountAddresses.takeLink.handle { request in
                let link = try await house.signIn.makeOwnLink(
                    try request.actor, password: request.form["password"] ?? "", code: request.form.text("code") ?? "",
                    source: request.source)
                return link.map { .seeOther(SignInDoors.password.url($0)) } ?? .page(OwnPasswordPage.page(wrong: true), status: 422)
            },
        ]
    }

    private var tokenSheet: FormSheet {
        TokenWords.makeSheet(
            "Make a token", AccountAddresses.makeToken.url, back: AccountAddresses.account.url, section: .account,
            intro:
                "<p>\(say: "With a token a program acts for you through the API, within what you tick here and never with more than your roles allow.")</p>"
        )
    }

    private func sessions(_ request: WebRequest) async throws -> [SessionRow] {
        let current = request.signedIn.flatMap { RecordID($0.session) } ?? RecordID(high: 0, low: 0)
        return try await house.signIn.sessions(try request.actor, current: current)
    }

    @Sendable private func account(_ request: WebRequest) async throws -> Reply {
        let actor = try request.actor
        let sessions = try await sessions(request)
        let tokens = try await house.tokens.mine(actor)
        let notice: Notice? =
            switch request.query["done"] {
            case "ended": Notice("Ended. Whoever was signed in there is out.")
            case "revoked": Notice("Revoked. The token no longer works.")
            default: nil
            }
        let directory = house.directory.snapshot
        let roles: [HTML] = actor.grants.map { "<li>\(RoleWords.grant($0, directory))</li>" }
        return .page(
            Page(
                title: "My account", section: .account, notice: notice,
                content: """
                    \(Card.html("who", "Who I am here", """
                        <p>\(directory.name(of: actor.account)), \(directory.name(ofAgency: actor.agency))</p><ul>\(roles)</ul>\
                        <p class="soft">\(say: "Is a role wrong or missing? Ask your administrator.")</p>
                        """))
                    \(Card.html("sessions", "Where I am signed in", Self.list(sessions, now: request.now)))
                    \(Card.html("password", "Password and authenticator", """
                        <p>\(say: "Choose a new password, or move to another phone. You need today's password and a code. All your sessions end.")</p>\
                        <p>\(say: "You have neither any more? Ask your administrator for a one-time link.")</p>\
                        \(Button.row(Button.link("Choose a new password", AccountAddresses.askLink.url)))
                        """))
                    \(Card.html("tokens", "Tokens for programs", """
                        \(TokenWords.list(tokens, now: request.now) { AccountAddresses.askRevoke.url($0) })\
                        \(Button.row(Button.link("Make a token", AccountAddresses.newToken.url)))
                        """))
                    """))
    }

    private static func list(_ sessions: [SessionRow], now: Instant) -> HTML {
        let rows = sessions.map { session in
            let end: HTML =
                session.isThisOne
                ? Tag("This session", .good).html
                : Form.post(
                    AccountAddresses.endSession.url(session.id),
                    Button("End", weight: .quiet, hidden: "the session begun at \(When.clock(session.startedAt))").html)
            return Table.Row([
                When.short(session.startedAt, now: now), When.short(session.lastSeenAt, now: now), When.short(session.expiresAt, now: now),
                end,
            ])
        }
        let table = Table(
            caption: "My sessions", hidesCaption: true,
            columns: [.init("Signed in"), .init("Last used"), .init("Ends at the latest"), .init("Session")],
            rows: rows, empty: "No session. You are here with a token.")
        let others =
            sessions.contains { !$0.isThisOne }
            ? Form.post(AccountAddresses.endOthers.url, Button.row(Button("End all other sessions", weight: .quiet).html)) : nil
        return """
            \(table.html)\(others)<p class="soft">\(say: "One is not yours? End it, choose a new password, and tell your administrator.")</p>
            """
    }
}
