// SPDX-License-Identifier: Apache-2.0
import Services

/// One-time links: into a demo at once, or to choose a password and add an authenticator.
struct LinkPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            SignInDoors.link.handle { _, secret in
                switch try await house.signIn.linkPurpose(secret: secret) {
                case .demoSignIn: .page(Self.demoPage(secret))
                case .setPassword: .page(Self.invitation(secret))
                case nil: Self.spent
                }
            },
            SignInDoors.use.handle { request, secret in
                switch try await house.signIn.linkPurpose(secret: secret) {
                case .demoSignIn:
                    guard case .signedIn(let session, _) = try await house.signIn.withDemoLink(secret: secret) else { return Self.spent }
                    return try await SignInPages.begun(session, request, house, to: HomeAddresses.home.url)
                case .setPassword: return .seeOther(SignInDoors.password.url(secret))
                case nil: return Self.spent
                }
            },
            SignInDoors.password.handle { _, secret in
                do { return .page(Self.sheet(secret, try await house.signIn.beginSetPassword(secret: secret)).page()) } catch ServiceError
                    .notFound
                {
                    return Self.spent
                }
            },
            SignInDoors.setPassword.handle(setPassword),
        ]
    }

    @Sendable private func setPassword(_ request: WebRequest, _ secret: String) async throws -> Reply {
        do {
            let enrolment = try await house.signIn.beginSetPassword(secret: secret)
            return try await Self.sheet(secret, enrolment).answer(request) {
                try await house.signIn.setPassword(
                    secret: secret, password: request.form["password"] ?? "",
                    code: (request.form.text("code") ?? "").filter { !$0.isWhitespace })
                // All sessions of the account have ended with it, this browser's too where it is the same person's.
                return Reply.seeOther(SignInAddresses.signIn.url.with("set", "yes")).setting(Cookie(name: .session, value: nil))
            }
        } catch ServiceError.notFound { return Self.spent }
    }

    private static func demoPage(_ secret: String) -> Page {
        Page(
            title: "Sign in to the demo", isNarrow: true,
            content: """
                <p>\(say: "This link signs you in to an invented region, once.")</p>
                \(Form.post(SignInDoors.use.url(secret), Button.row(Button("Sign in").html)))
                """)
    }

    private static func invitation(_ secret: String) -> Page {
        Page(
            title: "Set up your access", isNarrow: true,
            content: """
                <p>\(say: "With this link you choose a password and add an authenticator app: the two things with which you sign in.")</p>
                <p>\(say: "Have a phone with an authenticator app at hand. It takes about three minutes; the link is good for 30 minutes, and once.")</p>
                \(Form.post(SignInDoors.use.url(secret), Button.row(Button("Continue").html)))
                """)
    }

    private static func sheet(_ secret: String, _ enrolment: Enrolment) -> FormSheet {
        FormSheet(
            title: "Choose a password and add your authenticator", action: SignInDoors.setPassword.url(secret),
            back: SignInDoors.link.url(secret),
            intro: """
                <p>\(say: "This is for \(enrolment.name).")</p>
                \(Card.html("authenticator", "1. Add Sentinel to your authenticator app", """
                    <p>\(say: "On this phone: \("<a\(attribute: "href", enrolment.uri)>\(say: "open the authenticator app")</a>" as HTML).")</p>
                    <p>\(say: "On another device: choose “Enter a set-up key” in the app, and type this key. It is based on time, with six figures.")</p>
                    <p><code class="secret">\(enrolment.typedSecret)</code></p>
                    """))
                <h2>\(say: "2. Choose a password")</h2>
                """,
            fields: [
                .text(
                    "password", "Password",
                    hint: "At least 12 characters, best 15 or more. Several words that don't belong together are good. You can paste it.",
                    kind: .password, autocomplete: "new-password"),
                .text(
                    "code", "Code from your authenticator app",
                    hint: "Six figures that the app shows now. It proves that the app is set up.", kind: .code,
                    autocomplete: "one-time-code", width: 10),
            ], button: Button("Set password and authenticator"),
            words: [
                "password.missing": "Write a password", "password.too_short": "Choose a longer password: at least 12 characters",
                "password.too_long": "Choose a shorter password", "code.missing": "Write the code that the app shows",
                "code.not_accepted": "The code does not fit. Check the key in the app, and write the code it shows now",
            ])
    }

    /// Used, out of time, or never there: the three are not told apart.
    private static var spent: Reply {
        let page = Page(
            title: "This link no longer works", isNarrow: true,
            content: """
                <p>\(say: "A link is good once and for a short time. Nothing was changed.")</p>
                <p>\(say: "Ask the administrator of your agency for a new one. If you did not use it yourself, say so: somebody else may have.")</p>
                <p>\(say: "Out of hours, and it can't wait? Ring the duty desk, at the foot of this page: it takes a report by phone, day and night where it says so, and knows which administrator can be reached.")</p>
                \(Button.row(Button.link("Sign in", SignInAddresses.signIn.url)))
                """)
        return .page(page, status: 404)
    }
}
