// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Who is on a case, and a way to put another investigator or social worker on it.
struct MembersCard {
    let screen: CaseScreen

    var html: HTML {
        let items: [HTML] = screen.view.members.map { "<li>\($0.name), \($0.agency), \(say: "since \(When.date($0.since))")</li>" }
        return Card.html("members", "Who is on the case", "<ul>\(items)</ul>\(add)")
    }

    private var add: HTML? {
        guard screen.isOpen else { return nil }
        let on = Set(screen.view.members.map(\.account))
        let directory = screen.directory
        let people = directory.accounts.values.filter { account in
            account.state == .active && !on.contains(account.id)
                && directory.grantsInForce(account.id, at: screen.now).contains { $0.role == .investigator }
        }.byName
        guard !people.isEmpty else { return nil }
        let choices = people.map { Choice($0.id.description, Sentence(verbatim: "\($0.name), \(directory.name(ofAgency: $0.agency))")) }
        let field = Select(
            name: "member.account", label: "Person", choices: choices, chosen: screen.sent["member.account"],
            hint: "They can read the concern and everything on the case.", error: screen.errors["member.account"])
        return Disclosure.html(
            "Put a person on the case", isOpen: screen.errors["member.account"] != nil,
            Form.post(TeamAddresses.addMember.url(screen.key), "\(field.html)\(Button.row(Button("Put on the case").html))"))
    }
}
