// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Vault

extension House {
    /// The concern of a reference as people write it: either case, o for 0. Throws `notFound`.
    func concernID(_ reference: String) async throws -> RecordID {
        guard let reference = Reference(reference)?.description else { throw ServiceError.notFound }
        let row = try await store.read { session in
            try session.first("SELECT id FROM concern WHERE reference = $1", [.text(reference)])
        }
        guard let row else { throw ServiceError.notFound }
        return try row.recordID("id")
    }

    /// The agency under whose key what is written about a concern is sealed.
    func agency(ofConcern concern: RecordID) async throws -> RecordID {
        try await store.read { session in
            try session.one("SELECT agency_id FROM concern WHERE id = $1", [.text(concern.description)]).recordID("agency_id")
        }
    }

    /// A new random reference. The store keeps it unique.
    func newReference() -> String { Reference.random(store.random).description }
}
