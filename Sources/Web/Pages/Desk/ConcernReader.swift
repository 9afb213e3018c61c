// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// A concern together with what its page needs to say it in words.
struct ConcernReader: Sendable {
    let view: ConcernView
    /// The standard under which it was reported.
    let standard: Standard
    let directory: DirectorySnapshot
    let actor: Actor
    let now: Instant

    var words: AnswerWords { AnswerWords(standard: standard, areas: directory) }
    var reference: String { view.row.reference }
    /// The ids by which a form of its page is sent.
    var key: (String, RecordID) { (view.row.reference, view.row.concern) }
    var subjects: [MentionView] { view.mentions.filter { $0.mention.kind == .person && $0.mention.role == .subject } }

    /// What is known of each person whom it is about, for the standard's conditions.
    var facts: [ConditionFacts] {
        let report = ConcernReport(
            standard: view.standard, answers: view.answers, statements: view.statements, mentions: view.mentions.map(\.mention))
        return ConditionFacts.ofSubjects(report, standard, on: LocalDate.today(now))
    }

    func may(_ action: Action) -> Bool { view.allowed.contains(action) }

    /// Whether the reader has taken it.
    var isMine: Bool { view.row.owner != nil && view.row.owner == directory.name(of: actor.account) }

    /// Surname first, so that lists and headings read alike; sex and age as reported.
    var heading: Sentence {
        guard let subject = subjects.first else { return "Nobody named yet" }
        let answers = subject.mention.answers
        // The heading is the window's title, which a browser prints.
        if subject.isProtected { return "Protected identity" }
        let names = [QuestionID.familyName, QuestionID.givenNames].compactMap { answers.first($0) }.joined(separator: ", ")
        let name = names.isEmpty ? subject.label : names
        let facts = facts(answers)
        if name.isEmpty { return facts.isEmpty ? "Name not known" : "Name not known · \(facts)" }
        return facts.isEmpty ? Sentence(verbatim: name) : Sentence(verbatim: "\(name) · \(facts)")
    }

    private func facts(_ answers: Answers) -> String {
        var said: [String] = []
        if let sex = answers.first(QuestionID.sex) { said.append(lowered(standard.label(sex, in: .sex))) }
        if let age = view.row.subjectAge {
            said.append(age)
        } else {
            said.append(lowered(standard.label(view.row.subjectKind, in: .subjectKind)))
        }
        return said.joined(separator: ", ")
    }

    private func lowered(_ label: String) -> String { label.prefix(1).lowercased() + label.dropFirst() }

    /// How many pairs nobody has answered yet.
    var unanswered: Int { view.pieces.reduce(0) { $0 + $1.matches.filter { $0.answer == nil }.count } }

    /// An office or desk to ring, in a sentence.
    static func contact(_ desk: DeskContact) -> Sentence { "\(desk.name), \(desk.phone), \(desk.hours)" }
}
