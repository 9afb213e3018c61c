// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// A message about to be queued: made before the transaction, written in it. It holds a kind and a path; what it says of the matter is a
/// link to a page that asks who is there.
struct OutboundMessage: Sendable {
    let id: RecordID
    let kind: MessageKind
    let account: RecordID?
    let path: String?
    let seal: NewSeal?
    let at: Instant

    /// Queues it. To one person one waiting message of a kind is enough: its link leads to all there is.
    func write(_ session: any SQLSession) throws(StorageError) {
        if let account {
            let waiting = try session.first(
                "SELECT id FROM outbox_message WHERE account_id = $1 AND state = 'waiting' AND kind = $2 AND path = $3",
                [.text(account.description), .text(kind.rawValue), .text(path)])
            if waiting != nil { return }
        }
        try session.execute(
            """
            INSERT INTO outbox_message (id, kind, account_id, path, queued_at, next_at, attempts, state, last_error, ended_at, sealed)
            VALUES ($1, $2, $3, $4, $5, $5, 0, 'waiting', NULL, NULL, $6)
            """,
            [
                .text(id.description), .text(kind.rawValue), .text(account?.description), .text(path), .integer(at.microseconds),
                .blob(seal?.sealed),
            ])
        if let seal { try session.keep(seal) }
    }
}

/// The sealed document of a message to somebody who is in no directory.
struct AddressDocument: Codable {
    var address: String
    /// The path of the page, which may hold a secret of its own.
    var path: String
}

extension House {
    /// A message to a person of the directory; the address is read when it is sent. `link` is a path of this site.
    func message(_ kind: MessageKind, to account: RecordID, link: String) -> OutboundMessage {
        OutboundMessage(id: store.newID(), kind: kind, account: account, path: link, seal: nil, at: now)
    }

    /// A message to an address that is in no directory: address and link are sealed under the agency's key until it is sent.
    func message(_ kind: MessageKind, toAddress address: String, agency: RecordID, link: String) throws -> OutboundMessage {
        let id = store.newID()
        let seal = try store.seal(AddressDocument(address: address, path: link), kind: "outbox_message", id: id, agency: agency)
        return OutboundMessage(id: id, kind: kind, account: nil, path: nil, seal: seal, at: now)
    }
}
