// SPDX-License-Identifier: Apache-2.0

/// What all pages of one installation say.
public struct Site: Sendable {
    /// The name in the page's head.
    public var name: String
    /// Whether the store is a demo: every page is then marked FICTIONAL.
    public var isFictional: Bool
    /// The duty desks and their numbers, for the foot of pages, as they stand now.
    public var dutyDesks: @Sendable () -> [String]
    /// The places of the head, as far as this person may go there.
    var navigation: @Sendable (SignedIn) -> [NavigationItem] = { _ in [] }
    /// The help page.
    var help: SiteURL?
    /// The tour of a demo; nil in any other store.
    var tour: SiteURL?

    /// Makes a site.
    public init(name: String = "Sentinel", isFictional: Bool = false, dutyDesks: @escaping @Sendable () -> [String] = { [] }) {
        self.name = name
        self.isFictional = isFictional
        self.dutyDesks = dutyDesks
    }
}

/// One place in the head of pages.
struct NavigationItem: Sendable {
    let title: Sentence
    let url: SiteURL
    /// Pages of this place have the same section.
    let section: Section

    /// The places that there are; a page says in which it stands.
    enum Section: String, Sendable {
        case desk, asks, identities, lookUps, report, ownReports, handOvers, cases, search, meetings, insight, directory, ledger, account,
            standard
    }
}
