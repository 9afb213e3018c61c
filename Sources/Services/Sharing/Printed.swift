// SPDX-License-Identifier: Apache-2.0
import Safeguarding

extension ConcernView {
    /// The same as it may leave the screen: without confidential addresses, without the names of protected people, without the number or
    /// address that is safe to use, and without who reported. Every print, PDF and brief is made from it.
    public var printed: ConcernView {
        var view = self
        view.source = nil
        view.answers.byQuestion[QuestionID.safeValue] = nil
        view.mentions = mentions.map { mention in
            var shown = mention.mention.withoutConfidentialAddress
            if mention.isProtected {
                for question in Mention.namingQuestions { shown.answers.byQuestion[question] = nil }
            }
            var printed = MentionView(
                record: mention.record, mention: shown,
                label: mention.isProtected || !mention.mention.confidentialQuestions.isEmpty && shown.kind == .place ? "" : mention.label)
            printed.withheld = mention.withheld + mention.mention.confidentialQuestions
            printed.isProtected = mention.isProtected
            return printed
        }
        // Free text gives the same addresses away.
        let words = ConfidentialWords(mentions.map(\.mention))
        guard !words.phrases.isEmpty else { return view }
        view.answers = words.masked(view.answers)
        view.statements = words.masked(statements)
        view.decisions = decisions.map { $0.masked(words) }
        for index in view.addenda.indices { view.addenda[index].words = words.masked(view.addenda[index].words) }
        for index in view.replies.indices { view.replies[index].words = words.masked(view.replies[index].words) }
        return view
    }
}

extension Mention {
    /// The questions whose answers say who a person is.
    static let namingQuestions =
        addressQuestions + [
            QuestionID.givenNames, QuestionID.familyName, QuestionID.alsoKnownAs, QuestionID.dateOfBirth, QuestionID.identifier,
            QuestionID.description, "person.school",
        ]
}
