// SPDX-License-Identifier: Apache-2.0

/// A declaration with what runs behind it.
struct Route: Sendable {
    let declaration: Declaration
    /// Answers a request; the raw values of the path parameters come in order.
    let run: @Sendable (WebRequest, [String]) async throws -> Reply
}
