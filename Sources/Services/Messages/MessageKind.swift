// SPDX-License-Identifier: Apache-2.0

/// What a message tells. Its words stand with the pages, the same for everybody: no name, no reference, no agency (DESIGN rule 9).
public enum MessageKind: String, Sendable, Hashable, CaseIterable {
    /// A limit has passed, or a hand-over was not accepted, and it is this person's turn in the chain.
    case escalation
    /// Nobody is on duty for an area, and it is this person's turn in the chain.
    case uncovered
    /// A decision waits for a second named person.
    case secondPerson = "second_person"
    /// A decision was sent back by the second person.
    case sentBack = "sent_back"
    /// A hand-over was refused, and the concern is back.
    case returned
    /// A hand-over waits for this person's team.
    case handOver = "hand_over"
    /// Something has come in that this person's duty is told of at once.
    case allegation
    /// Rows of an import could not be read.
    case unreadableRows = "unreadable_rows"
    /// Somebody gave this address as their work address: they confirm it.
    case verifyEmail = "verify_email"
}
