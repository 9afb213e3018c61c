// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Opening and shutting accounts: one-time links, disabling, tokens of systems. Nobody ever sees or sets another's password.
extension PeoplePages {
    var access: [Route] { shut + open + link + makeToken + revokeToken }

    private var shut: [Route] {
        ask(
            DirectoryAddresses.disable, { "Shut the account of \($0)?" },
            "<p>\(say: "All sessions, links and tokens end at once. What the person owns stays theirs until it is handed on: concerns, cases, actions, shifts.")</p>",
            Button("Shut the account", weight: .danger), words: EndSheet.words
        ) { request, id in
            try await house.directoryDesk.disable(try request.actor, id)
            return DirectoryAddresses.person.url(id).done
        }
    }

    private var open: [Route] {
        ask(
            DirectoryAddresses.enable, { "Open the account of \($0) again?" },
            "<p>\(say: "The person signs in with the password and authenticator of before. Old sessions and tokens stay dead.")</p>",
            Button("Open the account")
        ) { request, id in
            try await house.directoryDesk.enable(try request.actor, id)
            return DirectoryAddresses.person.url(id).done
        }
    }

    private var link: [Route] {
        ask(
            DirectoryAddresses.makeLink, { "Make a one-time link for \($0)?" },
            """
            <p>\(say: "With it the person chooses a new password and adds an authenticator. It is good for 30 minutes, and once; earlier links end.")</p>
            <p>\(say: "Be sure that it is them: ring a number that you know, not one that you were just given.")</p>
            """, Button("Make the link")
        ) { request, id in
            let secret = try await house.signIn.makeLink(try request.actor, account: id, purpose: .setPassword)
            return .page(
                Self.made(request.origin + SignInDoors.link.url(secret).description, id, house.directory.snapshot.name(of: id)))
        }
    }

    /// The one time that a link is shown.
    private static func made(_ link: String, _ id: RecordID, _ name: String) -> Page {
        Page(
            title: "The link for \(name)", back: DirectoryAddresses.person.url(id), section: .directory, isNarrow: true,
            content: """
                \(Card.html("link", "Hand it over now", meaning: .due, """
                    <p><code class="secret">\(link)</code></p>\
                    <p>\(say: "It is shown this once. Give it to \(name) alone, in person or by a way that only they read.")</p>
                    """))
                <p>\(say: "Until it is used, the password of before still works. Is somebody else using the account? Shut it first.")</p>
                \(Button.row(Button.link("Done", DirectoryAddresses.person.url(id), weight: .main)))
                """)
    }

    /// A question about an account that needs no answer but the button. `title` is given the person's name.
    private func ask(
        _ address: FormAddress<RecordID>, _ title: @escaping @Sendable (String) -> Sentence, _ intro: HTML, _ button: Button,
        words: [String: Sentence] = [:], _ take: @escaping @Sendable (WebRequest, RecordID) async throws -> Reply
    ) -> [Route] {
        address.routes(
            house,
            { request, id in
                let (_, account) = try await found(request, id)
                let sheet = FormSheet(
                    title: title(account.name), action: address.url(id), back: DirectoryAddresses.person.url(id), section: .directory,
                    intro: intro, button: button, words: words)
                return (sheet, .empty)
            }, take)
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
