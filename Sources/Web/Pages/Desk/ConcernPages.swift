// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// One concern: read, taken, its matches answered, its reporter replied to, and kept to those who may know.
struct ConcernPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            DeskAddresses.concern.handle { request, reference in
                let reader = try await reader(request, reference, purpose: ReadingPurpose(request))
                let answer = MatchNotice(request, reader.view.pieces)
                let screen = ConcernScreen(reader: reader, purpose: ReadingPurpose(request))
                return .page(screen.page(answer == nil ? Done.notice(request) : nil, answer: answer))
            },
            DeskAddresses.take.handle { request, key in
                try await act(key.0) {
                    try await house.desk.take(try request.actor, key.1, takeOver: request.form.has("over"))
                    return Done.taken.then(DeskAddresses.concern.url(key.0))
                }
            },
            DeskAddresses.release.handle { request, key in
                try await act(key.0) {
                    try await house.desk.release(try request.actor, key.1)
                    return Done.released.then(DeskAddresses.queue.url)
                }
            },
            DeskAddresses.restrict.handle { request, key in
                let restricted = request.form["restricted"] == "yes"
                return try await act(key.0) {
                    try await house.desk.restrict(try request.actor, key.1, restricted)
                    return (restricted ? Done.restricted : .opened).then(DeskAddresses.concern.url(key.0))
                }
            },
            DeskAddresses.answer.handle(answer),
            DeskAddresses.undo.handle { request, key in
                try await act(key.0) {
                    try await house.matching.undo(try request.actor, answer: key.1)
                    return Done.undone.then(back(request, key.0))
                }
            },
            DeskAddresses.reply.handle(reply),
            DeskAddresses.shutOut.handle(reviewShutOut),
            DeskAddresses.confirmProposal.handle { request, key in
                try await act(key.0) {
                    do { try await house.desk.confirm(try request.actor, proposal: key.1) } catch ServiceError.conflict(.gatesNotMet) {
                        // What the standard holds the move by has changed since: it is decided anew, not confirmed.
                        throw ServiceError.conflict(.changedMeanwhile)
                    }
                    return Done.confirmedDecision.then(DeskAddresses.concern.url(key.0))
                }
            },
            DeskAddresses.sendBack.handle { request, key in
                let field = ProposalCard.field(key.1)
                return try await formOfPage(request, key.0, fields: ["words": field]) {
                    try await house.desk.sendBack(try request.actor, proposal: key.1, words: request.form[field] ?? "")
                    return Done.sentBack.then(DeskAddresses.concern.url(key.0))
                }
            },
            DeskAddresses.withdraw.handle { request, key in
                try await act(key.0) {
                    try await house.desk.withdraw(try request.actor, proposal: key.1)
                    return Done.withdrawn.then(DeskAddresses.concern.url(key.0))
                }
            },
            DeskAddresses.contact.handle { request, key in
                try await formOfPage(request, key.0, fields: ["contact-reason": "contact-reason", "team": "team", "ground": "ground"]) {
                    try await house.door.discloseContact(
                        try request.actor, key.1, to: request.form["team"].flatMap { RecordID($0) }, ground: request.form["ground"] ?? "",
                        reason: request.form["contact-reason"] ?? "")
                    return Done.contactGiven.then(DeskAddresses.concern.url(key.0))
                }
            },
            DeskAddresses.looks.handle { request, key in
                .page(LooksScreen.page(try await house.ledgerDesk.looks(try request.actor, at: key.1, reference: key.0), reference: key.0))
            },
            DeskAddresses.emergency.handle { request, reference in
                try await house.admit(try request.actor, to: .openInEmergency)
                return .page(EmergencyScreen.sheet(reference).page())
            },
            DeskAddresses.open.handle { request, reference in
                try await EmergencyScreen.sheet(reference).answer(request) {
                    try await house.desk.openInEmergency(try request.actor, reference: reference, reason: request.form["reason"] ?? "")
                    return Done.emergency.then(DeskAddresses.concern.url(reference))
                }
            },
        ]
    }

    /// Reads a concern for a page. A refusal says whom to ask, and how to open it in an emergency.
    func reader(_ request: WebRequest, _ reference: String, purpose: ReadingPurpose) async throws -> ConcernReader {
        let actor = try request.actor
        do {
            let view = try await house.desk.concern(actor, reference: reference, purpose: purpose.rawValue)
            return ConcernReader(
                view: view, standard: house.standard(view.standard), directory: house.directory.snapshot, actor: actor, now: request.now)
        } catch ServiceError.refused(_, let ask) {
            let mayOpen = AccessPolicy.couldAllow(actor, .openInEmergency)
            throw EmergencyScreen.refusal(ask, reference: reference, mayOpen: mayOpen)
        }
    }

    private func act(_ reference: String, _ body: () async throws -> Reply) async throws -> Reply {
        try await WayBack.to(DeskAddresses.concern.url(reference), "See the concern as it is now", body)
    }

    /// Back to where a match was answered: the decision, or the match itself.
    private func back(_ request: WebRequest, _ reference: String) -> SiteURL {
        if request.form["back"] == "decide" { return DeskAddresses.decide.url(reference) }
        let concern = DeskAddresses.concern.url(reference)
        guard let (record, other) = pair(request) else { return concern.at("pieces") }
        return MatchNotice.url(concern, record, other)
    }

    private func pair(_ request: WebRequest) -> (record: RecordID, other: RecordID)? {
        guard let record = request.form["record"].flatMap({ RecordID($0) }), let other = request.form["other"].flatMap({ RecordID($0) })
        else { return nil }
        return (record, other)
    }

    @Sendable private func answer(_ request: WebRequest, _ key: (String, RecordID)) async throws -> Reply {
        guard let (record, other) = pair(request) else { throw Problem.notFound }
        return try await act(key.0) {
            try await house.matching.answer(
                try request.actor, concern: key.1, record: record, other: other, answer: request.form["answer"] ?? "")
            return Done.answered.then(back(request, key.0))
        }
    }

    @Sendable private func reply(_ request: WebRequest, _ key: (String, RecordID)) async throws -> Reply {
        try await formOfPage(
            request, key.0,
            fields: ["words": "words", "chosen": "chosen", "channel": "channel", "channel_reason": "channel_reason", "kept": "kept"]
        ) {
            try await house.feedback.reply(
                try request.actor, key.1, chosen: request.form.text("chosen"), words: request.form.text("words") ?? "",
                channel: request.form.text("channel"), kept: request.form.all("kept"),
                reason: request.form.text("channel_reason") ?? "",
                afterReadingAgain: request.form["read_again"] == "yes")
            return Done.replied.then(DeskAddresses.concern.url(key.0))
        }
    }

    @Sendable private func reviewShutOut(_ request: WebRequest, _ key: (String, RecordID)) async throws -> Reply {
        guard let account = request.form["account"].flatMap({ RecordID($0) }), let lift = request.form["lift"] else {
            throw Problem.notFound
        }
        return try await formOfPage(request, key.0, fields: ["reason": "reason-\(account)"]) {
            try await house.desk.reviewShutOut(
                try request.actor, key.1, account: account, lift: lift == "yes", reason: request.form["reason-\(account)"] ?? "")
            return (lift == "yes" ? Done.lifted : .confirmed).then(DeskAddresses.concern.url(key.0))
        }
    }

    /// A form that stands on the concern's page: with a fault the page comes back, and what was typed is still there.
    func formOfPage(
        _ request: WebRequest, _ reference: String, fields: [String: String], _ body: () async throws -> Reply
    ) async throws -> Reply {
        do { return try await act(reference, body) } catch ServiceError.invalid(let faults) {
            let missing: [String: Sentence] = [
                "agency": "Choose the agency", "channel_reason": "Write why this way is used although it is not known to be safe",
                "kept": "Tick what you keep to, or write why not as they said",
                "words": "Write your reply to the reporter, or choose one", "reason": "Write why this person stays shut out or is let in",
                "contact-reason": "Write why the team needs the contact",
            ]
            let errors = faults.map { fault in
                let words = fault.reason == .missing ? missing[fault.field] : nil
                return FormError(fields[fault.field] ?? "main", words ?? Explaining.message(fault.reason))
            }
            let reader = try await reader(request, reference, purpose: .desk)
            return .page(ConcernScreen(reader: reader, purpose: .desk, sent: request.form, errors: errors).page(nil), status: 422)
        }
    }
}
