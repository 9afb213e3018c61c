// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// A concern form being filled in.
struct ReportSheet {
    private(set) var report: ConcernReport

    /// Begins a form of a standard. Nobody is in danger now unless it is said.
    init(_ standard: String) {
        report = ConcernReport(standard: standard, answers: Answers([QuestionID.dangerNow: .value("no")]))
    }

    /// Answers about the concern as a whole.
    subscript(_ question: String) -> Answer {
        get { report.answers[question] }
        set { report.answers[question] = newValue }
    }

    /// Adds what was seen, heard or told. `how` is a code of the list `how_known`.
    mutating func say(_ words: String, how: String, when: PartialDate?) {
        report.statements.append(
            Statement(
                answers: Answers([
                    QuestionID.statementText: .value(words), QuestionID.howKnown: .value(how),
                    QuestionID.statementWhen: when.map { .value($0.description) } ?? .absent(.notKnown),
                ])))
    }

    /// Adds a person, place, vehicle, phone, account or time missing.
    mutating func add(_ kind: MentionKind, _ role: PersonRole? = nil, _ answers: [String: Answer]) {
        report.mentions.append(Mention(kind: kind, role: role, answers: Answers(answers)))
    }

    /// Says who reports. An agency's system names nobody.
    mutating func sign(_ person: DemoDirectory.Person, childIsSource: Bool) {
        report.source[QuestionID.sourceIsChild] = .value(childIsSource ? "yes" : "no")
        guard !person.email.isEmpty else { return }
        report.source[QuestionID.sourceName] = .value(person.name)
        report.source[QuestionID.sourceRole] = .value(person.post)
        report.source[QuestionID.sourcePhone] = .value(person.phone)
        report.source[QuestionID.sourceEmail] = .value(person.email)
    }
}

extension Absence {
    static let notKnown = Absence("not_known")
    static let refused = Absence("refused")
    static let notApplicable = Absence("not_applicable")
}

/// Questions of the standard's form whose ids only the demo needs.
enum FormQuestion {
    static let abuseKind = QuestionID.abuseCategory
    static let sexSaidBy = "person.sex_said_by"
    static let ethnicity = "person.ethnicity"
    static let ethnicitySaidBy = "person.ethnicity_said_by"
    static let disability = "person.disability"
    static let disabilitySaidBy = "person.disability_said_by"
    static let language = "person.language"
    static let languageSaidBy = "person.language_said_by"
    static let interpreter = "person.interpreter"
    static let school = "person.school"
    static let placeKind = "place.kind"
    static let vehicleWhose = "vehicle.whose"
    static let phoneWhose = "phone.whose"
    static let accountWhose = "account.whose"
    static let absenceFrom = "absence.from"
    static let absenceTo = "absence.to"
    static let absenceFoundAt = "absence.found_at"
    static let familyTold = "family_told"
    static let familyToldWords = "family_told.words"
}
