// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// A concern that will be reported: by whom, when, and what becomes of it.
struct PlannedConcern: Sendable {
    /// The idempotency key: the same region made twice reports nothing twice.
    let key: String
    let at: Instant
    /// A key of the plan of people.
    let reporter: String
    let channel: String
    let report: ConcernReport
    /// The area whose desk decides.
    let area: String
    /// Who is in it, for telling true matches from others.
    let household: Int?
    let course: Course
}
