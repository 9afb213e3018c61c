// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Standard
import Storage

/// A reply that goes by post, as it is printed.
public struct Letter: Sendable, Hashable {
    /// Where it goes: what was said to be safe to write to; nil where nobody has said.
    public let address: String?
    /// What was said of safe contact: for whoever prints it, never on the paper.
    public let rules: ContactRules
    /// The standard under which the concern was reported.
    public let standard: String
    /// The reply.
    public let reply: Reply
    /// The number to ring.
    public let phone: String

    /// The way of contact that a reply by this channel goes, where it goes by post; nil where it is no letter.
    public static func way(ofReplyBy channel: String, _ standard: Standard) -> String? {
        guard let way = standard.code(channel, in: .replyChannel)?.text("way"),
            standard.code(way, in: .contactChannel)?.flag("posted") == true
        else { return nil }
        return way
    }
}

extension SafeContact {
    /// A reply that was written to go by letter, to be printed: held once more against what was said of safe contact, at the moment at which
    /// it leaves. The reason that was given with the reply counts. It stands in the ledger as a disclosure.
    ///
    /// - Throws: `notFound` where the concern has no such reply or it goes another way; `invalid` with the field `reason` where a letter is
    ///   not known to be safe and the reply carries no reason.
    public func letter(_ actor: Actor, reference: String, reply: RecordID) async throws -> Letter {
        let concern = try await house.concernID(reference)
        let parts = try await house.recordingRefusals(actor, concern) {
            try await house.store.read { session in
                _ = try house.authorise(session, actor, .replyToReporter, concern)
                return try ConcernParts(session, concern)
            }
        }
        let opened = try parts.open(house)
        guard let found = opened.replies.first(where: { $0.id == reply }),
            let way = found.channel.flatMap({ Letter.way(ofReplyBy: $0, house.standard) })
        else { throw ServiceError.notFound }
        try await check(actor, concern, way: way, reason: found.reason)
        let standard = house.standard(try parts.concern.text("standard"))
        let value = opened.answers.first(QuestionID.safeValue)
        return Letter(
            address: value.flatMap { value in value.contains(where: \.isLetter) && !value.contains("@") ? value : nil },
            rules: ContactRules(opened.answers, standard), standard: standard.id.rawValue, reply: found,
            phone: house.desk(ofArea: try parts.concern.optionalText("owning_area")).phone)
    }
}
