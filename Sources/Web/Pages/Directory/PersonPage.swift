// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// One person or system, with roles, and for administrators what opens and shuts the account.
struct PersonPage: Sendable {
    let account: Account
    let frame: DirectoryFrame
    /// The tokens of a system; nil where whoever reads may not manage them.
    let tokens: [TokenRow]?

    /// The page.
    var page: Page {
        frame.page(
            Sentence(verbatim: account.name), caption: account.isSystem ? "An agency's system" : "Person",
            back: DirectoryAddresses.people.url,
            """
            \(Facts.html(facts))\(buttons)
            \(Card.html("roles", "Roles", roles))
            \(duties)\(account.isSystem ? Card.html("tokens", "Tokens", tokenList) : nil)
            """)
    }

    private var isOneself: Bool { account.id == frame.actor.account }

    private var facts: [Facts.Fact] {
        var facts: [Facts.Fact] = [
            .init(
                name: "Agency",
                value: "<a href=\"\(DirectoryAddresses.agency.url(account.agency))\">\(frame.directory.name(ofAgency: account.agency))</a>")
        ]
        if !account.post.isEmpty { facts.append(.init(name: "Post", value: "\(account.post)")) }
        facts.append(.init(name: "Account", value: standing))
        // What reaches a person, and with what they sign in, is for whoever keeps the directory.
        if frame.mayChange {
            if !account.email.isEmpty { facts.append(.init(name: "E-mail, to sign in with", value: "\(account.email)")) }
            if !account.phone.isEmpty { facts.append(.init(name: "Phone", value: "\(ringing: account.phone)")) }
            facts.append(.init(name: "Added", value: When.date(account.createdAt)))
        }
        return facts
    }

    private var standing: HTML {
        switch account.state {
        case .invited: "\(Tag("Invited", .due).html) \(say: "No password chosen yet.")"
        case .active: "\(say: "In use")"
        case .disabled: "\(Tag("Shut").html) \(say: "Nobody gets in with it.")"
        }
    }

    private var buttons: HTML? {
        guard frame.mayChange else {
            return "<p class=\"soft\">\(say: "Something is wrong here? Ask your administrator.")</p>"
        }
        var links = [Button.link("Change", DirectoryAddresses.changePerson.url(account.id))]
        if !account.isSystem, account.state != .disabled, !isOneself {
            links.append(
                Button.link(
                    account.state == .invited ? "Make the link to get in" : "Make a link to reset password and authenticator",
                    DirectoryAddresses.makeLink.url(account.id)))
        }
        if !account.isSystem { links.append(Button.link("What they still own", FileAddresses.stillOwns.url(account.id))) }
        if account.state == .disabled {
            links.append(Button.link("Open the account again", DirectoryAddresses.enable.url(account.id)))
        } else if !isOneself {
            links.append(Button.link("Shut the account", DirectoryAddresses.disable.url(account.id)))
        }
        let own: HTML? =
            isOneself
            ? "<p class=\"soft\">\(say: "This is you. Roles and access of your own are changed by another administrator; your password under \("<a href=\"\(AccountAddresses.account.url)\">\(say: "My account")</a>" as HTML).")</p>"
            : nil
        return "<div class=\"row buttons\">\(links)</div>\(own)"
    }

    private var roles: HTML {
        let rows = (frame.directory.grants[account.id] ?? []).filter { frame.mayChange || !frame.isOver($0.validTo) }.sorted {
            ($0.validFrom, $0.id) < ($1.validFrom, $1.id)
        }
        let mayEnd = frame.mayChange && !isOneself && !account.isSystem
        let table = Table(
            caption: "Roles", hidesCaption: true,
            columns: [.init("Role", isPlain: true), .init("Trusted with"), .init("Holds")],
            rows: rows.map { row in
                let words = RoleWords.grant(row.grant, frame.directory)
                let end: HTML? =
                    mayEnd && !frame.isOver(row.validTo)
                    ? " <a href=\"\(DirectoryAddresses.endGrant.url(row.id))\">\(say: "Take away")<span class=\"hidden\"> \(words)</span></a>"
                    : nil
                return Table.Row(["\(words)", "\(RoleWords.meaning(row.grant.role))", "\(frame.period(row.validFrom, row.validTo))\(end)"])
            }, empty: "No role: this account can do nothing.")
        let give: HTML? =
            mayEnd && account.state != .disabled
            ? Button.row(Button.link("Give a role", DirectoryAddresses.grant.url(account.id))) : nil
        return "\(table.html)\(give)"
    }

    private var duties: HTML? {
        let shifts = frame.directory.duties.filter { $0.account == account.id && frame.now < $0.endsAt }
        guard !shifts.isEmpty else { return nil }
        let items: [HTML] = shifts.map { duty in
            """
            <li>\(frame.directory.name(ofArea: duty.area)): \(RotaTable.place(duty.rank)), \(say: "\(When.full(duty.startsAt)) to \(When.full(duty.endsAt))")</li>
            """
        }
        return Card.html("duty", "On duty", "<ul>\(items)</ul>")
    }

    private var tokenList: HTML {
        guard let tokens else {
            return
                "<p>\(say: "Tokens of this system are made and revoked by an administrator of \(frame.directory.name(ofAgency: account.agency)).")</p>"
        }
        let make: HTML? =
            account.state == .active ? Button.row(Button.link("Make a token", DirectoryAddresses.makeToken.url(account.id))) : nil
        return "\(TokenWords.list(tokens, now: frame.now) { DirectoryAddresses.revokeToken.url($0) })\(make)"
    }
}
