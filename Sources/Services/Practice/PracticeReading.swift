// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Standard
import Storage

/// Reads what was recorded on practice forms of one concern.
struct PracticeReading: Sendable {
    let rows: [SQLRow]

    init(rows: [SQLRow]) { self.rows = rows }

    init(_ session: any SQLSession, _ concern: RecordID) throws {
        rows = try ConcernParts.words(session, "practice_record", "written_at", concern)
    }

    /// The rows opened, newest first. A record whose key was destroyed is left out. `withReporter`: naming the reporter too.
    func entries(_ house: House, _ standard: Standard, reporter: RecordID?) throws -> [PracticeEntry] {
        let snapshot = house.directory.snapshot
        return try rows.reversed().compactMap { row in
            let sealed = try SealedRecord(row, kind: "practice_record")
            if sealed.isDisposedOf { return nil }
            let form = try row.text("form")
            let at = try row.instant("written_at")
            let writer = try row.optionalRecordID("written_by")
            return PracticeEntry(
                id: try row.recordID("id"), form: form, subject: try row.optionalRecordID("subject_id"),
                answers: try house.store.open(sealed, as: Answers.self),
                by: writer.flatMap { $0 == reporter ? nil : snapshot.name(of: $0) }, at: at,
                clocks: house.limits(startingAt: standard.practiceForm(form)?.starts, at, standard))
        }
    }

    /// The duties of a reporter, with what the reporter recorded. What others did is told to no reporter.
    func ownDuties(_ house: House, _ report: ConcernReport, _ concern: SQLRow) throws -> [FallenDuty] {
        let standard = house.standard(report.standard)
        let reporter = try concern.optionalText("reporter_id")
        let mine = PracticeReading(
            rows: try rows.filter { row in
                try row.optionalText("written_by") == reporter && standard.practiceForm(try row.text("form"))?.isReporters == true
            })
        let own = try mine.entries(house, standard, reporter: nil)
        return house.duties(report, standard, discovered: try concern.instant("received_at"), own)
    }

    /// Everything for a page. `report` is the concern as reported, `records` its people by record id.
    func view(
        _ house: House, _ report: ConcernReport, _ people: [MentionView], _ standard: Standard, received: Instant, reporter: RecordID?
    ) throws -> PracticeView {
        let today = LocalDate.today(house.now)
        let entries = try entries(house, standard, reporter: reporter)
        let coded = ConditionFacts(ConcernCoding(report, standard, on: today), thresholdMet: true, known: [])
        let subjects = people.filter { $0.mention.kind == .person && $0.mention.role == .subject }
        let named = subjects.map { view in
            PracticeView.Subject(
                record: view.record, label: view.label,
                offered: standard.practiceForms(for: coded.of(view.mention.answers, standard, on: today)),
                entries: entries.filter { $0.subject == view.record || $0.subject == nil && view.record == subjects.first?.record })
        }
        let nobody = PracticeView.Subject(record: nil, label: "", offered: standard.practiceForms(for: coded), entries: entries)
        return PracticeView(
            subjects: subjects.isEmpty ? [nobody] : named,
            duties: house.duties(report, standard, discovered: received, entries))
    }
}

extension House {
    /// The limits that start at an event of the standard, as they stand now.
    func limits(startingAt event: String?, _ started: Instant, _ standard: Standard) -> [RunningLimit] {
        guard let event, let workingTime = workingTime(standard) else { return [] }
        return standard.limits.filter { $0.starts == event }.compactMap { limit in
            LimitClock(limit, started: started, workingTime: workingTime).map { running(limit.what, $0, done: nil) }
        }
    }

    /// The duties that fall on a reporter, with what was recorded of them. They run from the day on which the reporter says that it was
    /// discovered, else from the report.
    public func duties(_ report: ConcernReport, _ standard: Standard, discovered: Instant, _ entries: [PracticeEntry] = []) -> [FallenDuty]
    {
        PersonalDuties.falling(on: report, standard, on: LocalDate.today(discovered)).compactMap { power in
            guard let duty = power.personal else { return nil }
            let done = entries.first { $0.form == duty.record }
            let said = PersonalDuties.discovered(duty, in: report).flatMap(LocalDate.noon)
            let start = said.map { min($0, discovered) } ?? discovered
            let clock = workingTime(standard).flatMap { PersonalDuties.clock(duty, standard, from: start, $0) }
            let what = standard.limits.first { $0.id == clock?.limit }?.what ?? power.label
            return FallenDuty(power: power, limit: clock.map { running(what, $0, done: done?.at) }, done: done)
        }
    }

    private func running(_ what: String, _ clock: LimitClock, done: Instant?) -> RunningLimit {
        RunningLimit(what: what, good: clock.goodPracticeDue, hard: clock.hardDue, state: clock.state(at: now, stopped: done))
    }

    private func workingTime(_ standard: Standard) -> WorkingTime? {
        standards.calendar(of: standard).flatMap { WorkingTime(calendar: $0) }
    }
}
