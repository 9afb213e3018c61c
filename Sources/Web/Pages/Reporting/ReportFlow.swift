// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// The way through the form for one report: which page follows which. Made from the standard's pages, so that a page or question is added without Swift.
///
/// Pages about the concern, the first statement and the first subject are asked one after the other. Whatever can be there several
/// times (suspects, places, vehicles …) is added on one page in the middle, "Who and what else?".
struct ReportFlow: Sendable {
    /// One step of the way.
    enum Step: Equatable, Sendable {
        /// A page of the form, for the mention at `item` where it is about one.
        case page(String, item: Int?)
        /// Who and what else: the list of what can be added.
        case others
        /// Everything, before it is sent.
        case check
    }

    /// The word in the address of the list of what can be added.
    static let othersWord = "others"

    let standard: Standard
    let audience: Audience
    let report: ConcernReport

    /// The steps of the straight way.
    var steps: [Step] {
        var steps: [Step] = []
        for page in standard.pages where isShown(page.id, item: nil) || page.group.repeats {
            switch page.group {
            case _ where isOptional(page): break
            case .concern, .source, .statement:
                steps.append(.page(page.id, item: nil))
            case .subject:
                if isShown(page.id, item: firstSubject) { steps.append(.page(page.id, item: firstSubject)) }
            default:
                if !steps.contains(.others) { steps.append(.others) }
            }
        }
        return steps + [.check]
    }

    /// The pages that are no step of the way for this audience, but offered on the list of what can be added: the standard says which.
    var optional: [Step] {
        standard.pages.compactMap { page in
            let item = page.group == .subject ? firstSubject : nil
            return isOptional(page) && isShown(page.id, item: item) ? .page(page.id, item: item) : nil
        }
    }

    /// What follows a step.
    func next(after step: Step) -> Step {
        if optional.contains(step) { return .others }
        if case .page(let id, let item?) = step, let page = standard.page(id), !isOnStraightWay(page, item) {
            // The further pages of the same thing, then back to the list.
            let pages = pages(of: page.group, item: item)
            if let place = pages.firstIndex(of: id), place + 1 < pages.count { return .page(pages[place + 1], item: item) }
            return .others
        }
        let all = steps
        guard let place = all.firstIndex(of: step), place + 1 < all.count else { return .check }
        return all[place + 1]
    }

    /// What stood before a step; nil for the first.
    func previous(before step: Step) -> Step? {
        if optional.contains(step) { return .others }
        if case .page(let id, let item?) = step, let page = standard.page(id), !isOnStraightWay(page, item) {
            let pages = pages(of: page.group, item: item)
            if let place = pages.firstIndex(of: id), place > 0 { return .page(pages[place - 1], item: item) }
            return .others
        }
        let all = steps
        guard let place = all.firstIndex(of: step), place > 0 else { return nil }
        return all[place - 1]
    }

    /// The place of a step and how many there are, for "3 of 9". What is added beside the way has the place from which it is added.
    func place(of step: Step) -> (number: Int, of: Int)? {
        let all = steps
        return (all.firstIndex(of: step) ?? all.firstIndex(of: .others)).map { ($0 + 1, all.count) }
    }

    /// The groups of which more can be added, in the standard's order: the subject first.
    var addable: [QuestionGroup] {
        standard.pages.map(\.group).reduce(into: []) { groups, group in
            if group.repeats, group != .statement, !groups.contains(group), hasQuestions(pages(of: group).first ?? "") {
                groups.append(group)
            }
        }
    }

    /// The pages of a group, in order.
    func pages(of group: QuestionGroup) -> [String] { standard.pages.filter { $0.group == group && hasQuestions($0.id) }.map(\.id) }

    /// The pages of a group that are asked of one mention.
    private func pages(of group: QuestionGroup, item: Int) -> [String] { pages(of: group).filter { isShown($0, item: item) } }

    /// The mention that a subject page of the straight way is about: the first subject, else the next to be made.
    var firstSubject: Int { report.mentions.firstIndex { $0.role == .subject } ?? report.mentions.count }

    /// The questions of a page that are asked now.
    func questions(on page: String, item: Int?) -> [Question] {
        let onPage = Set(standard.questions(on: page, of: audience).map(\.id))
        return standard.questions(on: page, of: audience).filter { question in
            // A question that hangs on another of the same page is always shown: nothing depends on a script.
            question.when.allSatisfy { onPage.contains($0.question) || $0.holds(codes($0.question, item: item)) }
        }
    }

    /// The answers that a page writes to.
    func answers(on page: FormPage, item: Int?) -> Answers {
        switch page.group {
        case .concern: return report.answers
        case .source: return report.source
        case .statement: return report.statements.first?.answers ?? Answers()
        default:
            guard let item, report.mentions.indices.contains(item) else { return Answers() }
            return report.mentions[item].answers
        }
    }

    private func isOnStraightWay(_ page: FormPage, _ item: Int) -> Bool { page.group == .subject && item == firstSubject }

    private func isOptional(_ page: FormPage) -> Bool {
        page.optionalFor.contains(audience) && (!page.group.repeats || page.group == .subject)
    }

    private func isShown(_ page: String, item: Int?) -> Bool { !questions(on: page, item: item).isEmpty }

    private func hasQuestions(_ page: String) -> Bool { !standard.questions(on: page, of: audience).isEmpty }

    private func codes(_ question: String, item: Int?) -> Set<String> {
        var codes = Set(report.answers.all(question) + report.source.all(question) + report.statements.flatMap { $0.answers.all(question) })
        if let item, report.mentions.indices.contains(item) { codes.formUnion(report.mentions[item].answers.all(question)) }
        return codes
    }
}
