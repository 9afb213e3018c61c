// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// Whether the reader of the work address in a report called the report theirs.
public enum WorkProof: Sendable, Hashable {
    /// Asked, and not answered yet.
    case asked
    /// It is theirs.
    case theirs
    /// It is not: somebody else wrote their address.
    case notTheirs

    static func read(_ session: any SQLSession, _ concern: RecordID) throws -> WorkProof? {
        let row = try session.first("SELECT is_theirs FROM work_proof WHERE concern_id = $1", [.text(concern.description)])
        return try row.map { row in try row.optionalInteger("is_theirs").map { $0 == 1 ? .theirs : .notTheirs } ?? .asked }
    }
}
