// SPDX-License-Identifier: Apache-2.0

/// The tour of a demo store. Any other store answers as if it were not there.
enum TourAddresses {
    /// The story, and the way through it.
    static let tour = Endpoint.page(.get, Path("tour"), who: .everyone, "Tells the story of the demo, step by step.")
    /// One step: signs the visitor in as the person of that step and opens the real page.
    static let go = Endpoint.page(.post, Path("tour") / .word("stop"), who: .everyone, "Opens a step of the tour.")

    static let declarations = [tour.declaration, go.declaration]
}
