// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage
import Vault

extension House {
    /// What the law asks of a case: wishes, enquiries, consents, referrals, each recorded by a named person.
    public var practice: Practice { Practice(house: self) }
}

/// Recording on the standard's practice forms. Nothing here refers or notifies anybody: a person does, and records that it was done
/// (DESIGN rule 4).
public struct Practice: Sendable {
    let house: House

    /// A form made ready for one person of a case, with what holds it. Throws `notFound` where it is not offered for that person.
    public func sheet(_ actor: Actor, reference: String, form id: String, subject: RecordID?) async throws -> PracticeSheet {
        try await house.recordingRefusals(actor) {
            let (matter, _) = try await matter(actor, reference)
            let about = try matter.about(id, subject, house)
            try await house.store.write(
                ActOfPerson(.consult, by: actor, to: .workCase, at: house.now, purpose: "practice", codes: ["form": id])
            ) { transaction in
                _ = try house.authorise(transaction, actor, .workCase, matter.concern)
                transaction.show("concern", matter.concern.description)
                for record in matter.parts.records where record.kind != RecordKindName.source { transaction.show("record", record.id) }
            }
            return PracticeSheet(
                form: about.form, label: about.label, unmet: try matter.unmet(about, house),
                prepared: about.form.prepares.map { matter.prepared($0, about) }, standard: matter.standard.id.rawValue)
        }
    }

    /// Records on a form, for one person of an open case.
    ///
    /// Throws `invalid` with every question that must be answered and is not, and `conflict(gatesNotMet)` where the standard holds the move.
    public func record(_ actor: Actor, reference: String, form id: String, subject: RecordID?, _ answers: Answers) async throws {
        try await house.recordingRefusals(actor) {
            let (matter, isOpen) = try await matter(actor, reference)
            guard isOpen else { throw ServiceError.conflict(.closed) }
            let about = try matter.about(id, subject, house)
            let kept = try PracticeAnswers.checked(answers, about.form, matter.standard)
            let unmet = try matter.unmet(about, house)
            guard unmet.isEmpty else { throw ServiceError.conflict(.gatesNotMet(unmet.map(\.id))) }
            try await write(kept, about, matter, ActOfPerson(.decide, by: actor, to: .workCase, at: house.now, purpose: "practice")) {
                try house.authorise($0, actor, .workCase, matter.concern).1
            }
        }
    }

    /// Records on a form that is the reporter's too, on a report of one's own.
    public func recordOwn(_ actor: Actor, reference: String, form id: String, _ answers: Answers) async throws {
        let concern = try await house.concernID(reference)
        try await house.recordingRefusals(actor, concern) {
            let parts = try await house.store.read { session in
                _ = try house.authorise(session, actor, .addToOwnReport, concern)
                return try ConcernParts(session, concern)
            }
            try await recordReporters(
                parts, concern, id, answers, ActOfPerson(.report, by: actor, to: .addToOwnReport, at: house.now, purpose: "practice")
            ) {
                try house.authorise($0, actor, .addToOwnReport, concern).1
            }
        }
    }

    /// The same for a reporter without an account, whose right the caller has seen: a receipt, or a proven work address.
    func recordReporters(
        _ parts: ConcernParts, _ concern: RecordID, _ id: String, _ answers: Answers, _ act: ActOfPerson,
        _ authorise: @escaping @Sendable (WriteTransaction) throws -> AccessPolicy.Decision?
    ) async throws {
        let matter = try Matter(parts, PracticeReading(rows: []), house)
        guard let form = matter.standard.practiceForm(id), form.isReporters,
            let about = try matter.everyone(form, house).first
        else { throw ServiceError.notFound }
        let kept = try PracticeAnswers.checked(answers, form, matter.standard)
        try await write(kept, about, matter, act, authorise)
    }

    private func write(
        _ answers: Answers, _ about: Matter.About, _ matter: Matter, _ act: ActOfPerson,
        _ authorise: @escaping @Sendable (WriteTransaction) throws -> AccessPolicy.Decision?
    ) async throws {
        let id = house.store.newID()
        let at = Instant(microseconds: act.at)
        let codes = PracticeAnswers.codes(answers, about.form, matter.standard)
        let agency = try matter.parts.concern.recordID("agency_id")
        let seal = try house.store.seal(answers, kind: "practice_record", id: id, agency: agency)
        let notice = house.store.newID()
        try await house.store.write(act) { transaction in
            if let decision = try authorise(transaction) { transaction.act(as: decision) }
            try transaction.insert(
                transaction.row(
                    "practice_record",
                    [
                        "id": .text(id.description), "concern_id": .text(matter.concern.description),
                        "subject_id": .text(about.record?.description), "form": .text(about.form.page.id),
                        "standard": .text(matter.standard.id.rawValue),
                        "codes": .text(CodeText.text(codes.map { "\($0.key)=\($0.value)" })),
                        "written_by": .text(act.actor.isEmpty ? nil : act.actor), "written_at": .integer(at.microseconds),
                        "sealed": .blob(seal.sealed),
                    ]))
            try transaction.session.keep(seal)
            transaction.say("form", about.form.page.id)
            for (question, code) in codes { transaction.say(question, code) }
            guard about.form.isReporters, act.act == .report else { return }
            try NoticeRow.insert(
                notice, kind: .addendum, concern: matter.concern, account: try matter.parts.concern.optionalRecordID("taken_by"),
                area: try matter.parts.concern.optionalText("owning_area"), at: at, transaction.session)
        }
    }

    private func matter(_ actor: Actor, _ reference: String) async throws -> (Matter, isOpen: Bool) {
        guard let reference = Reference(reference)?.description else { throw ServiceError.notFound }
        return try await house.store.read { session in
            let row = try house.casework.locate(session, "reference", reference)
            let concern = try row.recordID("concern_id")
            _ = try house.authorise(session, actor, .readConcern, concern)
            _ = try house.authorise(session, actor, .workCase, concern)
            let matter = try Matter(try ConcernParts(session, concern), try PracticeReading(session, concern), house)
            return (matter, try row.text("state") == CaseRowSQL.open)
        }
    }
}
