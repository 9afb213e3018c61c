// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The places in the head of every page, as far as this person may go there.
enum Navigation {
    /// The places of a person, in their order.
    static func items(_ signedIn: SignedIn) -> [NavigationItem] {
        func item(_ action: Action, _ title: Sentence, _ url: SiteURL, _ section: NavigationItem.Section) -> NavigationItem? {
            AccessPolicy.decide(signedIn.actor, action).isAllowed ? NavigationItem(title: title, url: url, section: section) : nil
        }
        return [
            item(.reportConcern, "Report", ReportAddresses.start.url, .report),
            item(.reportConcern, "My reports", ReportAddresses.mine.url, .ownReports),
            item(.seeQueue, "Desk", DeskAddresses.queue.url, .desk),
            item(.seeTeamWork, "Hand-overs", TeamAddresses.inbox.url, .handOvers),
            item(.seeTeamWork, "Cases", TeamAddresses.cases.url, .cases),
            item(.seeAsks, "Asked for more", SharingAddresses.asks.url, .asks),
            item(.readLookUps, "Look-ups", SharingAddresses.lookUps.url, .lookUps),
            item(.holdIdentities, "Protected identities", SharingAddresses.identities.url, .identities),
            item(.search, "Search", SearchAddresses.search.url, .search),
            item(.seeFigures, "Figures", LeaderAddresses.figures.url, .insight),
            item(.readDirectory, "Directory", DirectoryAddresses.directory.url, .directory),
            item(.readLedger, "Ledger", LedgerAddresses.ledger.url, .ledger),
            item(.readStandard, "Standard", StandardAddresses.standard.url, .standard),
            item(.manageOwnAccess, "My account", AccountAddresses.account.url, .account),
        ].compactMap { $0 }
    }
}

/// Addresses of places to which pages of other groups lead.
enum Places {
    /// The hand-overs to my teams.
    static var handOvers: SiteURL { TeamAddresses.inbox.url }
    /// My cases.
    static var cases: SiteURL { TeamAddresses.cases.url }
}
