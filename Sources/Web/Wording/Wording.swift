// SPDX-License-Identifier: Apache-2.0

/// The sentences of one language.
struct Wording: Sendable {
    /// The language.
    let language: Language
    /// The forms by English key; one form for a plain sentence.
    let forms: [String: [String]]
    /// Keys whose wording nobody who speaks the language has read yet.
    let unreviewed: Set<String>

    /// British English, whose sentences are their own keys.
    static let english = Wording(language: .english, forms: [:], unreviewed: [])

    /// The text with placeholders: the language's own, or the English key where it has none.
    func pattern(for sentence: Sentence) -> String {
        guard let plural = sentence.plural else { return forms[sentence.key]?.first ?? sentence.key }
        if let forms = forms[sentence.key], let last = forms.last {
            let form = language.pluralForm(of: plural.count)
            return form < forms.count ? forms[form] : last
        }
        return plural.count == 1 ? sentence.key : plural.many
    }
}
