// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// Replies to reporters.
    public var feedback: Feedback { Feedback(house: self) }
}

/// The reporter reads a reply that a named person chose or wrote. None says whether anyone is known, what was found or who acted, and none
/// goes a way that is not safe without a person's reason.
public struct Feedback: Sendable {
    let house: House

    /// Replies to whoever reported. `chosen` is a code of the list `reply`; words may stand instead or besides. `channel` is a code of the
    /// list `reply_channel`; without one the reply is read inside Sentinel.
    ///
    /// - Parameters:
    ///   - kept: what was said of times, language and interpreter that this person keeps to, as codes of `ContactCondition`.
    ///   - reason: why a way is used that is not known to be safe, or why what was said of it is not kept to.
    ///   - afterReadingAgain: that the person has read once more what looked as if it said too much, and stands by it.
    /// - Throws: `invalid` with every fault at once: `channel_reason` where the way is not safe and no reason is given, `kept` where what was
    ///   said of it is not kept to and no reason is given, `words` where they may tell too much and nobody has said that they were read again.
    public func reply(
        _ actor: Actor, _ concern: RecordID, chosen: String?, words: String, channel: String? = nil, kept: [String] = [],
        reason: String = "",
        afterReadingAgain: Bool = false
    ) async throws {
        let at = house.now
        let way = try await way(actor, concern, channel: channel)
        var faults: [FieldFault] = []
        if let chosen, house.standard.code(chosen, in: .reply) == nil { faults.append(FieldFault("chosen", .unknownCode)) }
        if chosen == nil || !words.isEmpty { faults += Words.faults(words, field: "words") }
        let notKept = way.conditions.filter { !kept.contains($0.rawValue) }
        if case .unsafe = way.verdict {
            faults += Words.faults(reason, field: "channel_reason")
        } else if !notKept.isEmpty, !Words.faults(reason, field: "channel_reason").isEmpty {
            faults.append(FieldFault("kept", .missing))
        }
        let doubts = ReplyDoubts.of(words, house.standard)
        // No reading again makes an address that is kept secret fit for a reply.
        if try await givesAddressAway(actor, concern, words) { faults.append(FieldFault("words", .givesAddressAway)) }
        if faults.isEmpty, !doubts.isEmpty, !afterReadingAgain { faults.append(FieldFault("words", .mayTellTooMuch)) }
        guard faults.isEmpty else { throw ServiceError.invalid(faults) }
        let said = words.isEmpty ? "" : try Words.checked(words, field: "words")
        let isReasoned = way.verdict != .safe || !notKept.isEmpty
        let id = house.store.newID()
        let notice = house.store.newID()
        let document = ReplyDocument(words: said, reason: isReasoned ? try Words.checked(reason, field: "channel_reason") : nil)
        let seal = try house.store.seal(document, kind: "reply", id: id, agency: actor.agency)
        var codes = ["channel": channel ?? "inside"]
        if isReasoned { codes["unsafe"] = "reasoned" }
        for condition in way.conditions { codes["safe-\(condition)"] = notKept.contains(condition) ? "not-kept" : "kept" }
        if !doubts.isEmpty { codes["read-again"] = "yes" }
        let act = ActOfPerson(.disclose, by: actor, to: .replyToReporter, at: at, purpose: "reply", codes: codes)
        try await house.recordingRefusals(actor, concern) {
            try await house.store.write(act) { transaction in
                let (facts, _) = try house.authorise(transaction, actor, .replyToReporter, concern)
                try transaction.insert(
                    transaction.row(
                        "reply",
                        [
                            "id": .text(id.description), "concern_id": .text(concern.description),
                            "written_by": .text(actor.account.description),
                            "written_at": .integer(at.microseconds), "chosen": .text(chosen), "read_at": .null,
                            "channel": .text(way.channel), "sealed": .blob(seal.sealed),
                        ]))
                try transaction.session.keep(seal)
                try transaction.update("concern", key: [.text(concern.description)], set: ["replied_at": .integer(at.microseconds)])
                // A reporter who is shut out of the matter is told nothing, not even that there is a reply.
                if let reporter = facts.reporter, !facts.shutOut.contains(reporter) {
                    try NoticeRow.insert(notice, kind: .reply, concern: concern, account: reporter, at: at, transaction.session)
                }
            }
        }
    }

    /// Whether the words hold a confidential address of the concern.
    private func givesAddressAway(_ actor: Actor, _ concern: RecordID, _ words: String) async throws -> Bool {
        guard words.contains(where: \.isNumber) || words.contains(where: \.isUppercase) else { return false }
        return try await house.recordingRefusals(actor, concern) {
            let parts = try await house.store.read { session in
                _ = try house.authorise(session, actor, .replyToReporter, concern)
                return try ConcernParts(session, concern)
            }
            return try parts.confidentialWords(house).standIn(words)
        }
    }

    /// The way that a reply goes; `channel` is nil where it is read inside Sentinel.
    private struct Way {
        var channel: String?
        var verdict = ContactVerdict.safe
        var conditions: [ContactCondition] = []
    }

    private func way(_ actor: Actor, _ concern: RecordID, channel: String?) async throws -> Way {
        guard let channel, !channel.isEmpty else { return Way() }
        guard let code = house.standard.code(channel, in: .replyChannel) else {
            throw ServiceError.invalid([FieldFault("channel", .unknownCode)])
        }
        guard let way = code.text("way") else { return Way() }
        let rules = try await house.safeContact.rules(actor, concern, to: .replyToReporter)
        return Way(channel: channel, verdict: rules.verdict(way: way), conditions: rules.conditions(way: way, house.standard))
    }
}

/// What is sealed of a reply: its words, and why it went a way that was not known to be safe.
struct ReplyDocument: Codable {
    var words: String
    var reason: String?
}
