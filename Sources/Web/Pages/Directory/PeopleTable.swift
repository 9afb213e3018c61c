// SPDX-License-Identifier: Apache-2.0
import Services

/// People with post, agency and roles. E-mail addresses are for administrators alone.
enum PeopleTable {
    static func html(_ people: [Account], _ frame: DirectoryFrame) -> HTML {
        Table(
            caption: "People", hidesCaption: true,
            columns: [.init("Name", isPlain: true), .init("Post"), .init("Agency"), .init("Roles")],
            rows: people.map { account in
                let roles: [HTML] = frame.directory.grantsInForce(account.id, at: frame.now).map {
                    "\(RoleWords.grant($0, frame.directory))"
                }
                return Table.Row([
                    "\(frame.link(account.id))\(standing(account).map { " \($0.html)" as HTML })", "\(account.post)",
                    "\(frame.directory.name(ofAgency: account.agency))", roles.isEmpty ? "–" : roles.joined(by: "; "),
                ])
            }, empty: "Nobody fits."
        ).html
    }

    /// What is not simply in use.
    static func standing(_ account: Account) -> Tag? {
        switch account.state {
        case .invited: Tag("Invited", .due)
        case .active: account.isSystem ? Tag("System") : nil
        case .disabled: Tag("Shut")
        }
    }
}
