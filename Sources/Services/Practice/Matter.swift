// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// One concern as practice forms see it: its people, its standard, and what was recorded so far.
struct Matter: Sendable {
    /// One person of it and a form for that person.
    struct About: Sendable {
        let form: PracticeForm
        let record: RecordID?
        let label: String
        let answers: Answers
        let facts: ConditionFacts
    }

    let concern: RecordID
    let parts: ConcernParts
    let standard: Standard
    let report: ConcernReport
    private let people: [MentionView]
    private let reading: PracticeReading

    init(_ parts: ConcernParts, _ reading: PracticeReading, _ house: House) throws {
        let opened = try parts.open(house, withSource: false)
        concern = try parts.concern.recordID("id")
        self.parts = parts
        self.reading = reading
        standard = house.standard(try parts.concern.text("standard"))
        report = ConcernReport(
            standard: standard.id.rawValue, answers: opened.answers, statements: opened.statements,
            mentions: opened.mentions.map(\.mention))
        people = opened.mentions.filter { $0.mention.kind == .person && $0.mention.role == .subject }
    }

    /// The people for whom a form is offered; the concern as a whole where it names nobody.
    func everyone(_ form: PracticeForm, _ house: House) throws -> [About] {
        let today = LocalDate.today(house.now)
        let coded = ConditionFacts(ConcernCoding(report, standard, on: today), thresholdMet: true, known: [])
        let all = people.map { view in
            let facts = coded.of(view.mention.answers, standard, on: today)
            return About(form: form, record: view.record, label: view.label, answers: view.mention.answers, facts: facts)
        }
        let nobody = About(form: form, record: nil, label: "", answers: Answers(), facts: coded)
        return (all.isEmpty ? [nobody] : all).filter { about in
            standard.practiceForms(for: about.facts).contains { $0.page.id == form.page.id }
        }
    }

    /// A form for one person. Throws `notFound` where it is not offered for that person.
    func about(_ id: String, _ subject: RecordID?, _ house: House) throws -> About {
        guard let form = standard.practiceForm(id), let about = try everyone(form, house).first(where: { $0.record == subject }) else {
            throw ServiceError.notFound
        }
        return about
    }

    /// The gates before the form's move that do not hold for this person.
    func unmet(_ about: About, _ house: House) throws -> [Gate] {
        guard let move = about.form.move else { return [] }
        let entries = try reading.entries(house, standard, reporter: nil).filter { $0.subject == about.record }
        return standard.gates(before: move, facts: about.facts).filter { gate in
            guard gate.blocks, case .recorded(let condition) = gate.need else { return false }
            let newest = entries.first { $0.answers.byQuestion[condition.question] != nil }
            return !condition.holds(Set(newest?.answers.all(condition.question) ?? []))
        }
    }

    /// What is made ready beside a form. Without names there is nothing in it but codes.
    func prepared(_ preparation: PracticeForm.Preparation, _ about: About) -> PracticeSheet.Prepared {
        let areas = about.answers.all(QuestionID.livesIn) + about.answers.all(QuestionID.foundIn)
        let codes = report.answers.byQuestion.filter { standard.question($0.key)?.stored == .clearCode }
        return PracticeSheet.Prepared(
            person: preparation == .whole ? about.answers : Answers(), concern: Answers(codes),
            statements: preparation == .whole ? report.statements : [], areas: areas)
    }
}

/// The answers to a practice form: checked, and their codes.
enum PracticeAnswers {
    /// The answers to the form's own questions that are asked now. Throws `invalid` where one that must be answered is not.
    static func checked(_ answers: Answers, _ form: PracticeForm, _ standard: Standard) throws -> Answers {
        var kept = Answers()
        var faults: [FieldFault] = []
        for id in form.page.questions {
            guard let question = standard.question(id) else { continue }
            if let answer = answers.byQuestion[id], answer != .absent(.notAsked) || question.absences.contains(Absence.notAsked.code) {
                // What was answered is kept, whatever else was answered: nothing entered is lost.
                kept[id] = answer
            } else if question.required, question.when.allSatisfy({ $0.holds(Set(answers.all($0.question))) }) {
                faults.append(FieldFault(id, .missing))
            }
        }
        faults += ReportFaults.check(kept, .practice, standard).map(FieldFault.init)
        if !faults.isEmpty { throw ServiceError.invalid(faults) }
        return kept
    }

    /// The answers that stand in clear, code by question: those of one code.
    static func codes(_ answers: Answers, _ form: PracticeForm, _ standard: Standard) -> [String: String] {
        answers.byQuestion.reduce(into: [:]) { codes, entry in
            guard standard.question(entry.key)?.stored == .clearCode else { return }
            switch entry.value {
            case .values(let values): codes[entry.key] = values.sorted().joined(separator: "+")
            case .absent(let absence): codes[entry.key] = absence.code
            }
        }
    }
}
