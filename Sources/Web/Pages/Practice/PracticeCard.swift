// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What the law asks of a case, person by person: what can be recorded, each on a form of its own, and what was.
struct PracticeCard {
    let screen: CaseScreen

    var html: HTML? {
        let view = screen.view.practice
        guard !view.isEmpty else { return nil }
        let people: [HTML] = view.subjects.map { subject in
            let name: HTML? =
                view.subjects.count > 1
                ? "<h3>\(subject.label.isEmpty ? "\(say: "Name not known")" as HTML : "\(subject.label)")</h3>" : nil
            return "\(name)\(subject.entries.map { entry($0, isAlone: view.subjects.count == 1) })\(offered(subject))"
        }
        return Card.html("practice", "What the law asks", "\(view.duties.map(duty))\(people)")
    }

    private func duty(_ duty: FallenDuty) -> HTML {
        let standing: HTML =
            duty.done == nil
            ? "<p>\(say: "No reference of the police is recorded yet.")</p>" : "<p>\(Tag("The police were told", .good).html)</p>"
        return "<article class=\"entry\"><h3>\(duty.power.label)</h3>\(duty.limit.map(LimitWords.html))\(standing)</article>"
    }

    private func entry(_ entry: PracticeEntry, isAlone: Bool) -> HTML {
        let title = screen.standard.practiceForm(entry.form)?.page.title ?? entry.form
        let questions = screen.standard.questions.filter { $0.pages.contains(entry.form) }
        let by: Sentence = entry.by.map { "\($0), \(When.full(entry.at))" } ?? "The reporter, \(When.full(entry.at))"
        let heading: HTML = isAlone ? "<h3>\(title)</h3>" : "<h4>\(title)</h4>"
        return """
            <article class="entry">\(heading)<p class="soft">\(by)</p>\
            \(Facts.html(screen.words.facts(entry.answers, questions)))\(entry.clocks.map(LimitWords.html))</article>
            """
    }

    private func offered(_ subject: PracticeView.Subject) -> HTML? {
        guard screen.isOpen, !subject.offered.isEmpty else { return nil }
        let items: [HTML] = subject.offered.map { form in
            let url = PracticeAddresses.url(screen.view.row.reference, form.page.id, subject.record)
            let about: HTML? = subject.label.isEmpty ? nil : "<span class=\"hidden\">, \(subject.label)</span>"
            return "<li><a href=\"\(url)\">\(form.page.title)\(about)</a></li>"
        }
        return "<p>\(say: "Record:")</p><ul>\(items)</ul>"
    }
}
