// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What all pages of the directory share: the way between its parts, and whether whoever reads may change it.
struct DirectoryFrame: Sendable {
    let house: House
    let directory: DirectorySnapshot
    let actor: Actor
    let now: Instant
    let notice: Notice?

    /// Reads the directory for whoever asks. Throws `refused`.
    init(_ house: House, _ request: WebRequest) async throws {
        self.house = house
        actor = try request.actor
        directory = try await house.directoryDesk.directory(actor)
        now = request.now
        notice = request.query["done"] == nil ? nil : Notice("Done. It holds at once, and stands in the ledger.")
    }

    /// Whether to show what changes the directory. The decision itself is made where it is done.
    var mayChange: Bool { AccessPolicy.decide(actor, .changeDirectory).isAllowed }

    /// Whether to show what changes the rota of an area.
    func mayChangeDuty(_ area: String) -> Bool {
        mayChange
            || AccessPolicy.decide(actor, .changeDuty).isAllowed
                && actor.areas(as: .coordinator).union(actor.areas(as: .dutyManager)).contains(area)
    }

    /// Whether to show what changes the rota of any area.
    var mayChangeSomeDuty: Bool { mayChange || AccessPolicy.decide(actor, .changeDuty).isAllowed }

    /// A page of the directory.
    func page(_ title: Sentence, caption: Sentence? = nil, back: SiteURL? = nil, _ content: HTML) -> Page {
        Page(title: title, caption: caption, back: back, section: .directory, notice: notice, content: content)
    }

    /// The parts of the directory, the one shown marked.
    func parts(_ current: SiteURL) -> HTML {
        var all: [(Sentence, SiteURL)] = [
            ("Areas and duty", DirectoryAddresses.directory.url), ("Agencies", DirectoryAddresses.agencies.url),
            ("Teams", DirectoryAddresses.teams.url), ("People", DirectoryAddresses.people.url),
        ]
        if AccessPolicy.decide(actor, .mendUnreadableRows).isAllowed { all.append(("Rows not read", UnreadableAddresses.list.url)) }
        let links: [HTML] = all.map { title, url in
            "<li><a href=\"\(url)\"\(attribute: "aria-current", url == current ? "page" : nil)>\(title)</a></li>"
        }
        return "<nav class=\"parts\"\(attribute: "aria-label", say: "Directory")><ul>\(links)</ul></nav>"
    }

    /// Buttons that only whoever may change the directory sees.
    func changes(_ buttons: HTML...) -> HTML? { mayChange ? "<div class=\"row buttons\">\(buttons)</div>" : nil }

    /// The same, for an entry that can be changed until it ends.
    func changes(until end: Instant?, _ change: HTML, _ ending: HTML) -> HTML? { isOver(end) ? nil : changes(change, ending) }

    /// Since when an entry holds, and until when, where that is not simply "now".
    func period(_ from: Instant, _ to: Instant?) -> HTML {
        if let to { return to <= now ? "\(Tag("Ended").html) \(When.date(to))" : "\(say: "\(When.date(from)) to \(When.full(to))")" }
        return from > now ? "\(Tag("Not yet").html) \(say: "from \(When.full(from))")" : "\(say: "since \(When.date(from))")"
    }

    /// Whether an entry has ended.
    func isOver(_ to: Instant?) -> Bool { to.map { $0 <= now } ?? false }

    /// A person's name, leading to their page.
    func link(_ account: RecordID) -> HTML { "<a href=\"\(DirectoryAddresses.person.url(account))\">\(directory.name(of: account))</a>" }

    /// Words of the standard for a code.
    func label(_ code: String, in list: CodeListName) -> String { house.standard.label(code, in: list) }

    /// The codes of a list, to choose from.
    func choices(_ list: CodeListName) -> [Choice] {
        house.standard.list(list).codes.map { Choice($0.code, Sentence(verbatim: $0.label)) }
    }

    /// The agencies in force, to choose from.
    var agencyChoices: [Choice] {
        directory.agencies.values.filter { $0.validFrom <= now && !isOver($0.validTo) }.byName
            .map { Choice($0.id.description, Sentence(verbatim: $0.name)) }
    }

    /// The areas in force, to choose from.
    var areaChoices: [Choice] { directory.areasInForce(at: now).map { Choice($0.code, Sentence(verbatim: $0.name)) } }

    /// The teams in force, to choose from.
    var teamChoices: [Choice] {
        directory.teams.values.filter { $0.validFrom <= now && !isOver($0.validTo) }.byName
            .map { Choice($0.id.description, Sentence(verbatim: $0.name)) }
    }
}

/// Where a form of the directory leads once it is taken.
extension SiteURL {
    /// The page, which says that it was done.
    var done: Reply { .seeOther(with("done", "yes")) }
}

extension FormData {
    /// The agency chosen; an id that no agency has where none is, so that this fault is told with all others.
    var agency: RecordID { text("agency").flatMap { RecordID($0) } ?? RecordID(high: 0, low: 0) }
}
