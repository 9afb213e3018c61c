// SPDX-License-Identifier: Apache-2.0

/// What one agency said, in one sentence: agency, date, what was seen, what was decided then, why it lies here (RULE 2.4).
struct PieceSentence {
    let agency: String
    let day: HTML
    /// What was seen, in the words of whoever saw it.
    let words: String
    /// What was decided then; nil while it is open.
    let decided: String?
    /// Why, the strongest first.
    let reasons: [Sentence]

    /// In the list of what others already know: the agency and the day stand above it.
    var piece: Sentence { because.map { "\(said) – \(then) – matched by \($0)." } ?? "\(said) – \(then)." }

    /// In the answer of a search.
    var found: Sentence {
        let head: Sentence = "\(agency), \(day): \(said) – \(then)"
        return because.map { "\(head) – found by \($0)." } ?? "\(head)."
    }

    private var said: Sentence { words.isEmpty ? "no words were written" : "“\(words)”" }

    /// The words of the standard stand as they are, as a name does.
    private var then: Sentence { decided.map { "decided then: \($0)" } ?? "not decided yet" }

    private var because: Sentence? {
        guard var list = reasons.first else { return nil }
        for (place, reason) in reasons.enumerated().dropFirst() {
            list = place == reasons.count - 1 ? "\(list) and \(reason)" : "\(list), \(reason)"
        }
        return list
    }
}
