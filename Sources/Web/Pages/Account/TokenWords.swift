// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Tokens of a person or of an agency's system, as pages show them.
enum TokenWords {
    /// What a scope allows.
    static func scope(_ scope: String) -> Sentence {
        switch scope {
        case "concerns:write": "Report concerns, and add to them"
        case "concerns:read-own": "Read its own reports and the replies"
        case "standard:read": "Read the common standard"
        default: Sentence(verbatim: scope)
        }
    }

    /// The form for a new token.
    static func makeSheet(_ title: Sentence, _ action: SiteURL, back: SiteURL, section: NavigationItem.Section, intro: HTML) -> FormSheet {
        let scopes = AccessPolicy.tokenScopes.keys.sorted().map { Choice($0, scope($0)) }
        return FormSheet(
            title: title, action: action, back: back, section: section, intro: intro,
            fields: [
                .text("label", "What is it for?", hint: "So that you know it again, such as “records system, nightly”."),
                .tick("scopes", "What may it do?", scopes),
                .text("days", "For how many days?", hint: "1 to 365. Then it ends by itself.", kind: .code, width: 4),
            ], button: Button("Make the token"),
            words: [
                "scopes.missing": "Tick at least one thing that it may do", "days.not_accepted": "Write a number of days from 1 to 365",
            ])
    }

    /// The only page that ever shows a token's secret.
    static func made(_ secret: String, _ token: TokenRow, back: SiteURL, section: NavigationItem.Section) -> Page {
        Page(
            title: "The token is made", back: back, section: section, isNarrow: true,
            content: """
                \(Card.html("secret", "Copy it now", meaning: .due, """
                    <p><code class="secret">\(secret)</code></p>\
                    <p>\(say: "It is shown this once, and stored nowhere. Lost? Revoke it and make another.")</p>
                    """))
                <p>\(say: "“\(token.label)” works until \(When.full(token.expiresAt)). A program sends it with every call: \("<code>Authorization: Bearer …</code>" as HTML)")</p>
                \(Button.row(Button.link("Done", back, weight: .main)))
                """)
    }

    /// Asks before a token is revoked.
    static func revokeSheet(_ token: TokenRow, _ action: SiteURL, back: SiteURL, section: NavigationItem.Section) -> FormSheet {
        FormSheet(
            title: "Revoke “\(token.label)”?", action: action, back: back, section: section,
            intro: "<p>\(say: "Whatever uses it stops working at once. It can't be brought back.")</p>",
            button: Button("Revoke the token", weight: .danger))
    }

    /// Tokens in a table.
    static func list(_ tokens: [TokenRow], now: Instant, revoke: (RecordID) -> SiteURL) -> HTML {
        let rows = tokens.map { token in
            let standing: HTML =
                if let revoked = token.revokedAt {
                    "\(Tag("Revoked").html) \(When.short(revoked, now: now))"
                } else if token.expiresAt <= now {
                    "\(Tag("Ended").html) \(When.short(token.expiresAt, now: now))"
                } else {
                    """
                    \(say: "until \(When.short(token.expiresAt, now: now))") \
                    <a href="\(revoke(token.id))">\(say: "Revoke")<span class="hidden"> \(token.label)</span></a>
                    """
                }
            let scopes: [HTML] = token.scopes.map { "\(scope($0))" }
            return Table.Row([HTML(text: token.label), scopes.joined(by: ", "), When.short(token.createdAt, now: now), standing])
        }
        return Table(
            caption: "Tokens", hidesCaption: true, columns: [.init("For", isPlain: true), .init("May"), .init("Made"), .init("Works")],
            rows: rows,
            empty: "No tokens."
        ).html
    }
}
