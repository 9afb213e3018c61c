// SPDX-License-Identifier: Apache-2.0

/// Asking once more without a page that was sent: a browser keeps what was sent with such a page, and would show it to whoever presses Back
/// after the writer has left. So what is wrong is told on a page of its own, by a mark in its address that says nothing.
enum DoorAgain {
    private static let parameter = "again"

    /// On to the page that asks once more.
    static func ask(_ url: SiteURL) -> Reply { .seeOther(url.with(parameter, "1")) }

    /// Whether the page asks once more.
    static func isAsked(_ request: WebRequest) -> Bool { request.query[parameter] != nil }
}
