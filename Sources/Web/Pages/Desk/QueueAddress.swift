// SPDX-License-Identifier: Apache-2.0
import Services

/// A queue as an address and back: whatever it shows, the link can be kept and passed on.
enum QueueAddress {
    /// What the address asks for. What can't be read is left out.
    static func filter(_ request: WebRequest) -> QueueFilter {
        var filter = QueueFilter()
        filter.part = request.query["part"].flatMap(QueueFilter.Part.init) ?? .open
        filter.area = request.query.text("area")
        filter.crime = request.query.text("crime")
        filter.onlyUnowned = request.query["owner"] == "nobody"
        filter.onlyMine = request.query["owner"] == "me"
        filter.order = request.query["order"].flatMap(QueueFilter.Order.init) ?? .due
        filter.descending = request.query["direction"] == "down"
        filter.page = request.number("page", in: 1...100_000, otherwise: 1) - 1
        return filter
    }

    /// The parameters of a filter, in their order.
    static func parameters(_ filter: QueueFilter) -> [SiteURL.Parameter] {
        let blank = QueueFilter()
        let all: [(String, String?)] = [
            ("part", filter.part == blank.part ? nil : filter.part.rawValue), ("area", filter.area), ("crime", filter.crime),
            ("owner", filter.onlyUnowned ? "nobody" : filter.onlyMine ? "me" : nil),
            ("order", filter.order == blank.order ? nil : filter.order.rawValue), ("direction", filter.descending ? "down" : nil),
            ("page", filter.page == 0 ? nil : String(filter.page + 1)),
        ]
        return all.compactMap { name, value in value.map { SiteURL.Parameter(name: name, value: $0) } }
    }

    /// The address of a filter.
    static func url(_ filter: QueueFilter) -> SiteURL { DeskAddresses.queue.url.with(query: parameters(filter)) }

    /// The address of a changed filter, at its first page.
    static func url(_ filter: QueueFilter, _ change: (inout QueueFilter) -> Void) -> SiteURL {
        var changed = filter
        changed.page = 0
        change(&changed)
        return url(changed)
    }

    /// The queue sorted by a column; pressed again, the other way round.
    static func sorted(_ filter: QueueFilter, by order: QueueFilter.Order) -> SiteURL {
        url(filter) {
            $0.descending = filter.order == order && !filter.descending
            $0.order = order
        }
    }
}
