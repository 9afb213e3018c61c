// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of the front page.
enum HomeAddresses {
    /// What waits for me; for a stranger, what Sentinel is.
    static let home = Endpoint.page(.get, .root, who: .everyone, "Shows what waits for you, or what Sentinel is.")
    /// Marks a notice as read.
    static let readNotice = Endpoint.page(
        .post, Path("notices") / .id("notice") / "read", who: .may(.manageOwnAccess), "Marks a notice as read.")

    /// Marks all notices that stood in a list as read.
    static let readAllNotices = Endpoint.page(
        .post, Path("notices/read"), who: .may(.manageOwnAccess), "Marks all notices that were listed as read.")

    static let declarations = [home.declaration, readNotice.declaration, readAllNotices.declaration]
}
