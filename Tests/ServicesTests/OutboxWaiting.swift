// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

@testable import Services

extension House {
    /// What waits in the outbox, opened: kind, account or address, path.
    func outboxWaiting() async throws -> [(kind: MessageKind, account: RecordID?, address: String?, path: String)] {
        let join = SealedRecord.join("t")
        let rows = try await store.read { session in
            try session.query(
                "SELECT t.*, \(join.columns) FROM outbox_message t \(join.join) WHERE t.state = 'waiting' ORDER BY t.queued_at, t.id")
        }
        return try rows.compactMap { row in
            guard let kind = MessageKind(rawValue: try row.text("kind")) else { return nil }
            let document =
                try row.optionalBlob("sealed") == nil
                ? nil : try store.open(SealedRecord(row, kind: "outbox_message"), as: AddressDocument.self)
            return (kind, try row.optionalRecordID("account_id"), document?.address, try document?.path ?? row.text("path"))
        }
    }
}
