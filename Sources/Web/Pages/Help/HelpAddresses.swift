// SPDX-License-Identifier: Apache-2.0

/// The addresses of help, which anybody may read.
enum HelpAddresses {
    /// All topics.
    static let all = Endpoint.page(.get, Path("help"), who: .everyone, "Lists the topics of help.")
    /// One topic.
    static let topic = Endpoint.page(.get, Path("help") / .word("topic"), who: .everyone, "Explains one thing.")

    static let declarations = [all.declaration, topic.declaration]
}
