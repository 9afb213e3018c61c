// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// A search as an address and back: what was sought, in which order, which page.
enum SearchAddress {
    /// The order that an address asks for: the newest first, where it asks for none.
    static func order(_ query: FormData) -> SearchOrder { query["order"].flatMap(SearchOrder.init) ?? .newest }

    /// The address of a page of a search.
    static func url(_ text: String, _ order: SearchOrder, page: Int = 1) -> SiteURL {
        SearchAddresses.search.url.with("q", text).with("order", order == .newest ? nil : order.rawValue)
            .with("page", page == 1 ? nil : String(page))
    }

    /// The orders as links.
    static func sorting(_ text: String, _ order: SearchOrder) -> Sorting {
        Sorting(choices: SearchOrder.allCases.map { Sorting.Choice(name($0), url(text, $0), isCurrent: $0 == order) })
    }

    private static func name(_ order: SearchOrder) -> Sentence {
        switch order {
        case .newest: "Newest first"
        case .oldest: "Oldest first"
        case .best: "Best match first"
        }
    }
}
