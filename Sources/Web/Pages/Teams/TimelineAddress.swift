// SPDX-License-Identifier: Apache-2.0
import Services

/// What a timeline shows as an address and back: whatever it shows, the link can be kept, passed on and printed.
enum TimelineAddress {
    private static let group = "show"
    private static let page = "page"
    private static let whole = "whole"

    /// What the address asks for. What can't be read is left out.
    static func filter(_ query: FormData) -> TimelineFilter {
        var filter = TimelineFilter()
        filter.group = query[group].flatMap(TimelineGroup.init)
        filter.page = min(max(query[page].flatMap { Int($0) } ?? 1, 1), 100_000) - 1
        filter.isWhole = query[whole] == "yes"
        return filter
    }

    /// The address of a case with its timeline so.
    static func url(_ reference: String, _ filter: TimelineFilter) -> SiteURL {
        TeamAddresses.file.url(reference).with(group, filter.group?.rawValue).with(whole, filter.isWhole ? "yes" : nil)
            .with(page, filter.page == 0 ? nil : String(filter.page + 1)).at("timeline")
    }
}
