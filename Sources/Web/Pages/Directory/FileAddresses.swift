// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The addresses of one kind of file of the directory: the page that asks for it, what it is sent to, and the file as it stands.
struct FileAddress: Sendable {
    let kind: DirectoryFileKind
    let ask: Endpoint<Void>
    let send: Endpoint<Void>
    /// Nil for those who leave: there is no list of them to take out.
    let out: Endpoint<Void>?
    /// The list of the entries.
    let list: SiteURL

    init(_ path: StaticString, _ kind: DirectoryFileKind, list: SiteURL) {
        self.kind = kind
        self.list = list
        ask = Endpoint.page(.get, Path(path), who: .may(kind.action), "Asks for a file of \(kind.rawValue) to bring in.")
        // The file and what a browser puts around it.
        send = Endpoint.page(
            .post, Path(path), who: .may(kind.action), largestBody: 10_500_000, takesFile: true,
            "Sent: a file of \(kind.rawValue), to be tried or brought in.")
        out =
            kind == .leavers
            ? nil : Endpoint.page(.get, Path(path) / "out", who: .may(kind.action), "Takes \(kind.rawValue) out as a file.")
    }

    var declarations: [Declaration] { [ask.declaration, send.declaration] + (out.map { [$0.declaration] } ?? []) }
}

enum FileAddresses {
    static let agencies = FileAddress("directory/files/agencies", .agencies, list: DirectoryAddresses.agencies.url)
    static let areas = FileAddress("directory/files/areas", .areas, list: DirectoryAddresses.directory.url)
    static let teams = FileAddress("directory/files/teams", .teams, list: DirectoryAddresses.teams.url)
    static let people = FileAddress("directory/files/people", .people, list: DirectoryAddresses.people.url)
    static let duty = FileAddress("directory/files/duty", .duty, list: DirectoryAddresses.directory.url)
    static let leavers = FileAddress("directory/files/leavers", .leavers, list: DirectoryAddresses.people.url)
    static let all = [agencies, areas, teams, people, duty, leavers]

    /// What a person still owns, and handing it on.
    static let stillOwns = Endpoint.page(
        .get, Path("directory/people") / .id("account") / "still-owns", who: .may(.changeDirectory), "Shows what a person still owns.")
    static let handOn = Endpoint.page(
        .post, Path("directory/people") / .id("account") / "still-owns", who: .may(.changeDirectory),
        "Sent: what a person still owns is handed to another.")

    static let declarations = all.flatMap(\.declarations) + [stillOwns.declaration, handOn.declaration]
}
