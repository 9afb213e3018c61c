// SPDX-License-Identifier: Apache-2.0

/// One page, without what all pages have.
struct Page: Sendable {
    /// For whom the frame is made.
    enum Frame: Sendable {
        /// People at work: name, places, who I am, duty desk.
        case work
        /// The public door: neutral title, "Leave this page", nothing else.
        case door
    }

    /// What the page is; the first words of the browser's title.
    var title: Sentence
    /// The heading, where it differs from the title or has mark-up.
    var heading: HTML?
    /// A line above the heading: "Report a concern · 2 of 5".
    var caption: Sentence?
    /// Where "Back" leads.
    var back: SiteURL?
    /// The place in the head that this page belongs to.
    var section: NavigationItem.Section?
    /// What is wrong with the form that was sent: shown above everything, and the title begins with "Error: ".
    var errors: [FormError] = []
    /// What has just been done.
    var notice: Notice?
    var frame: Frame = .work
    /// Seconds after which a browser without scripts asks again by itself; nil where it must not.
    var refreshSeconds: Int?
    /// Whether the page is a narrow column of text and fields.
    var isNarrow = false
    var content: HTML
}
