// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// How the people of a concern may be reached.
    public var safeContact: SafeContact { SafeContact(house: self) }
}

/// The one place that says whether something may go to a family or reporter by some way.
public struct SafeContact: Sendable {
    let house: House

    /// Lets something go by a way, or does not: a letter, a call, a text, an e-mail. What is not known to be safe needs a named person's
    /// reason. The decision stands in the ledger; the reason is the caller's to keep.
    ///
    /// - Parameter way: a code of the list `contact_channel`.
    /// - Throws: `invalid` for an unknown way, and with the field `reason` where the way is not safe and there is none.
    public func check(_ actor: Actor, _ concern: RecordID, way: String, reason: String?) async throws {
        guard house.standard.code(way, in: .contactChannel) != nil else { throw ServiceError.invalid([FieldFault("way", .unknownCode)]) }
        let verdict = try await rules(actor, concern, to: .replyToReporter).verdict(way: way)
        var codes = ["way": way]
        if case .unsafe(let why) = verdict {
            _ = try Words.checked(reason ?? "", field: "reason")
            codes["unsafe"] = why.rawValue
        }
        let act = ActOfPerson(.disclose, by: actor, to: .replyToReporter, at: house.now, purpose: "safe_contact", codes: codes)
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(act) { transaction in
                _ = try house.authorise(transaction, actor, .replyToReporter, concern)
                transaction.show("concern", concern.description)
            }
        }
    }

    /// What was said of safe contact, for whoever may do this to the concern. The caller writes the ledger's entry of what it does. Of what
    /// the reporter said of themselves nothing is kept but whether they said when it is safe.
    func rules(_ actor: Actor, _ concern: RecordID, to action: Action) async throws -> ContactRules {
        try await house.recordingRefusals(actor, concern) {
            let parts = try await house.store.read { session in
                _ = try house.authorise(session, actor, action, concern)
                return try ConcernParts(session, concern)
            }
            let opened = try parts.open(house)
            return ContactRules(opened.answers, source: opened.source, house.standard(try parts.concern.text("standard")))
        }
    }
}
