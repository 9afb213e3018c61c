// SPDX-License-Identifier: Apache-2.0
import Services

/// A queue as an address and back: whatever it shows, the link can be kept and passed on.
enum QueueAddress {
    /// What the address asks for. What can't be read is left out.
    static func filter(_ query: FormData) -> QueueFilter {
        var filter = QueueFilter()
        filter.part = query["part"].flatMap(QueueFilter.Part.init) ?? .open
        filter.area = query.text("area")
        filter.crime = query.text("crime")
        filter.onlyUnowned = query["owner"] == "nobody"
        filter.onlyMine = query["owner"] == "me"
        filter.onlyNew = query["new"] == "yes"
        filter.order = query["order"].flatMap(QueueFilter.Order.init) ?? .due
        filter.descending = query["direction"] == "down"
        filter.page = min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000) - 1
        return filter
    }

    /// The parameters of a filter, in their order.
    static func parameters(_ filter: QueueFilter) -> [SiteURL.Parameter] {
        let blank = QueueFilter()
        let all: [(String, String?)] = [
            ("part", filter.part == blank.part ? nil : filter.part.rawValue), ("area", filter.area), ("crime", filter.crime),
            ("owner", filter.onlyUnowned ? "nobody" : filter.onlyMine ? "me" : nil),
            ("new", filter.onlyNew ? "yes" : nil),
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

    /// The orders in words, each with the way round in which people mostly want it.
    static func sorting(_ filter: QueueFilter) -> Sorting {
        func choice(_ label: Sentence, _ order: QueueFilter.Order, descending: Bool = false) -> Sorting.Choice {
            Sorting.Choice(
                label,
                url(filter) {
                    $0.order = order
                    $0.descending = descending
                }, isCurrent: filter.order == order && filter.descending == descending)
        }
        return Sorting(
            choices: [
                choice("Due first", .due), choice("Newest first", .received, descending: true), choice("Oldest first", .received),
                choice("Agency", .agency),
            ], isForPhones: true)
    }

    /// The queue sorted by a column; pressed again, the other way round.
    static func sorted(_ filter: QueueFilter, by order: QueueFilter.Order) -> SiteURL {
        url(filter) {
            $0.descending = filter.order == order && !filter.descending
            $0.order = order
        }
    }
}
