// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Opening and shutting accounts: one-time links, disabling, tokens of systems. Nobody ever sees or sets another's password.
extension PeoplePages {
    var access: [Route] { shut + open + link + makeToken + revokeToken }

    private var shut: [Route] {
        DirectoryAddresses.disable.routes(
            house,
            { request, id in
                let (_, account) = try await found(request, id)
                let sheet = FormSheet(
                    title: "Shut the account of \(account.name)?", action: DirectoryAddresses.disable.url(id),
                    back: DirectoryAddresses.person.url(id),
                    section: .directory,
                    intro:
                        "<p>\(say: "All sessions, links and tokens end at once. Shifts of the rota stay: see that somebody else is on duty.")</p>",
                    button: Button("Shut the account", weight: .danger),
                    words: [
                        "administrator.missing": "One administrator must stay who can let others in. Give the role to somebody else first"
                    ])
                return (sheet, .empty)
            },
            { request, id in
                try await house.directoryDesk.disable(try request.actor, id)
                return DirectoryAddresses.person.url(id).done
            })
    }

    private var open: [Route] {
        DirectoryAddresses.enable.routes(
            house,
            { request, id in
                let (_, account) = try await found(request, id)
                let sheet = FormSheet(
                    title: "Open the account of \(account.name) again?", action: DirectoryAddresses.enable.url(id),
                    back: DirectoryAddresses.person.url(id), section: .directory,
                    intro:
                        "<p>\(say: "The person signs in with the password and authenticator of before. Old sessions and tokens stay dead.")</p>",
                    button: Button("Open the account"))
                return (sheet, .empty)
            },
            { request, id in
                try await house.directoryDesk.enable(try request.actor, id)
                return DirectoryAddresses.person.url(id).done
            })
    }

    private var link: [Route] {
        DirectoryAddresses.makeLink.routes(
            house,
            { request, id in
                let (_, account) = try await found(request, id)
                let sheet = FormSheet(
                    title: "Make a one-time link for \(account.name)?", action: DirectoryAddresses.makeLink.url(id),
                    back: DirectoryAddresses.person.url(id), section: .directory,
                    intro: """
                        <p>\(say: "With it the person chooses a new password and adds an authenticator. It is good for 30 minutes, and once; earlier links end.")</p>
                        <p>\(say: "Be sure that it is them: ring a number that you know, not one that you were just given.")</p>
                        """, button: Button("Make the link"))
                return (sheet, .empty)
            },
            { request, id in
                let secret = try await house.signIn.makeLink(try request.actor, account: id, purpose: .setPassword)
                let address = request.origin + SignInDoors.link.url(secret).description
                let name = house.directory.snapshot.name(of: id)
                return .page(
                    Page(
                        title: "The link for \(name)", back: DirectoryAddresses.person.url(id), section: .directory, isNarrow: true,
                        content: """
                            \(Card.html("link", "Hand it over now", meaning: .due, """
                                <p><code class="secret">\(address)</code></p>\
                                <p>\(say: "It is shown this once. Give it to \(name) alone, in person or by a way that only they read.")</p>
                                """))
                            <p>\(say: "Until it is used, the password of before still works. Is somebody else using the account? Shut it first.")</p>
                            \(Button.row(Button.link("Done", DirectoryAddresses.person.url(id), weight: .main)))
                            """))
            })
    }

    private var makeToken: [Route] {
        DirectoryAddresses.makeToken.routes(
            house,
            { request, id in
                let (_, account) = try await found(request, id)
                let sheet = TokenWords.makeSheet(
                    "Make a token for \(account.name)", DirectoryAddresses.makeToken.url(id), back: DirectoryAddresses.person.url(id),
                    section: .directory,
                    intro: "<p>\(say: "With it the system calls the API, within what you tick here.")</p>")
                return (sheet, .typed(["days": "90"]))
            },
            { request, id in
                let made = try await house.tokens.make(
                    try request.actor, label: request.form.text("label") ?? "", scopes: request.form.all("scopes"),
                    days: Int(request.form.text("days") ?? "") ?? 0, forSystem: id)
                return .page(TokenWords.made(made.secret, made.1, back: DirectoryAddresses.person.url(id), section: .directory))
            })
    }

    private var revokeToken: [Route] {
        DirectoryAddresses.revokeToken.routes(
            house,
            { request, id in
                let token = try await token(request, id)
                let sheet = TokenWords.revokeSheet(
                    token, DirectoryAddresses.revokeToken.url(id), back: DirectoryAddresses.person.url(token.account), section: .directory)
                return (sheet, .empty)
            },
            { request, id in
                let account = try await token(request, id).account
                try await house.tokens.revoke(try request.actor, id)
                return DirectoryAddresses.person.url(account).done
            })
    }

    private func token(_ request: WebRequest, _ id: RecordID) async throws -> TokenRow {
        guard let token = try await house.tokens.ofAgency(try request.actor).first(where: { $0.id == id }) else { throw Problem.notFound }
        return token
    }
}
