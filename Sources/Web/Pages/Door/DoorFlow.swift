// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The way through the short form: the pages on which the standard asks the public something, one after the other. A page has its number in
/// the address, and nothing else.
struct DoorFlow: Sendable {
    let standard: Standard
    let report: ConcernReport

    /// One page of the form at its number.
    struct Step: Sendable {
        let number: Int
        let page: FormPage
        /// The mention that the page is about.
        let item: Int?
    }

    private var flow: ReportFlow { ReportFlow(standard: standard, audience: .public, report: report) }

    /// All pages, from number 1.
    var steps: [Step] {
        let flow = flow
        let pages = standard.pages.filter { isAsked($0) && !flow.questions(on: $0.id, item: nil).isEmpty }
        return pages.enumerated().map { place, page in Step(number: place + 1, page: page, item: item(of: page)) }
    }

    /// Of what can be there several times, a child is asked for one person it is about and, on one page, for one who may do harm.
    private func isAsked(_ page: FormPage) -> Bool {
        switch page.group {
        case .concern, .statement, .source, .subject: true
        case .suspect: standard.pages.first { $0.group == .suspect }?.id == page.id
        case .household, .place, .vehicle, .phone, .account, .absence, .practice: false
        }
    }

    /// The page of a number.
    func step(_ number: String) -> Step? { Int(number).flatMap { number in steps.first { $0.number == number } } }

    /// The questions of a page, as a child is asked them: no explanation of who else answers what, no reasons for no answer beside a field
    /// that can be left empty. What is needed says so.
    func questions(_ step: Step) -> [Question] { flow.questions(on: step.page.id, item: step.item).map { $0.atDoor(on: step.page) } }

    /// The same where they are read again: nothing is needed there any more.
    func asked(_ step: Step) -> [Question] {
        flow.questions(on: step.page.id, item: step.item).map { $0.atDoor(on: step.page, marksNeeded: false) }
    }

    /// The answers given on a page.
    func answers(_ step: Step) -> Answers { flow.answers(on: step.page, item: step.item) }

    /// The address of what follows a page.
    func next(after step: Step) -> SiteURL { step.number < steps.count ? url(step.number + 1) : DoorAddresses.check.url }

    /// The address of what stands before a page.
    func previous(before step: Step) -> SiteURL { step.number > 1 ? url(step.number - 1) : DoorAddresses.first.url }

    /// The address of a page.
    func url(_ number: Int) -> SiteURL { DoorAddresses.page.url(String(number)) }

    /// One person it is about and one who may do harm are asked for; the words have room for more.
    private func item(of page: FormPage) -> Int? {
        guard page.group.repeats, page.group != .statement else { return nil }
        return report.mentions.firstIndex { $0.formGroup == page.group.rawValue } ?? report.mentions.count
    }
}

extension Question {
    /// The question as the public is asked it.
    fileprivate func atDoor(on page: FormPage, marksNeeded: Bool = true) -> Question {
        let text = text(for: .public)
        let isNeeded = marksNeeded && required && (id == QuestionID.dangerNow || id == QuestionID.statementText)
        let hasChoices = kind.choosesFromList || kind == .area
        return Question(
            id: id, groups: groups, pages: pages, text: text, textFor: isNeeded ? [.public: text + " (needed)"] : [:],
            help: page.group == .source && !askedOf.allSatisfy({ $0 == .public }) ? nil : help, kind: kind, list: list, required: required,
            absences: hasChoices ? Array(absences.prefix(1)) : [], askedOf: askedOf, when: when, stored: stored,
            maxLength: maxLength)
    }
}
