// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// Whether a language has every sentence of this page. A page is in one language or in the other: half of each is read aloud in the wrong
    /// voice (WCAG 3.1.1, 3.1.2), and nobody knows which half to trust.
    func isWhole(in wording: Wording) -> Bool {
        slots.allSatisfy { placed in
            switch placed.slot {
            case .sentence(let sentence), .ringing(let sentence): sentence.isWhole(in: wording)
            case .forgeryToken: true
            }
        }
    }
}

extension Sentence {
    /// Whether a language has this sentence and those within it. Text that is not ours to translate is in no language.
    func isWhole(in wording: Wording) -> Bool {
        let isText = !key.contains { $0.isLetter }
        return (isText || wording.forms[key] != nil)
            && arguments.allSatisfy { argument in
                switch argument {
                case .text: true
                case .html(let html): html.isWhole(in: wording)
                case .sentence(let sentence): sentence.isWhole(in: wording)
                }
            }
    }
}
