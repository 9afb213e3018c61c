// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Web

@Suite("Sentences") struct SentenceTests {
    private let welsh = Language(tag: "cy", name: "Cymraeg", isRightToLeft: false, ownPluralCounts: [0, 1, 2, 3, 6])

    @Test func theEnglishTextIsTheKey() {
        let hours = 4
        let due: Sentence = "Due in \(hours) hours, \("Otterley"), 100%"
        #expect(due.key == "Due in %1 hours, %2, 100%%")
        #expect(due.text() == "Due in 4 hours, Otterley, 100%")
    }

    @Test func anotherLanguageMayTurnTheOrder() {
        let wording = Wording(language: welsh, forms: ["%1 of %2": ["o %2, %1 (%%)"]], unreviewed: [])
        let sentence: Sentence = "\(3) of \(9)"
        #expect(sentence.text(in: wording) == "o 9, 3 (%)")
    }

    @Test func argumentsAreEscapedAndMarkupIsKept() {
        let link: HTML = "<a href=\"/x\">two</a>"
        let sentence: Sentence = "\(link) for \("<b>")"
        let html: HTML = "\(sentence)"
        #expect(html.text() == "<a href=\"/x\">two</a> for &lt;b&gt;")
        #expect(sentence.text() == "two for <b>")
    }

    @Test(arguments: [(0, "0 wait"), (1, "1 waits"), (2, "2 wait")]) func englishHasTwoForms(count: Int, expected: String) {
        #expect(Sentence(count, one: "1 waits", many: "\(count) wait").text() == expected)
    }

    @Test(arguments: [(0, "dim"), (1, "un"), (2, "dau"), (3, "tri"), (6, "chwe"), (5, "lot 5"), (12, "lot 12")])
    func welshHasSixForms(count: Int, expected: String) {
        let wording = Wording(language: welsh, forms: ["1 waits": ["dim", "un", "dau", "tri", "chwe", "lot %1"]], unreviewed: [])
        #expect(Sentence(count, one: "1 waits", many: "\(count) wait").text(in: wording) == expected)
    }

    @Test func aMistakeInALanguageFileTakesNoPageDown() {
        let wording = Wording(language: welsh, forms: ["A": ["%9 % %1"]], unreviewed: [])
        #expect(("A" as Sentence).text(in: wording) == "%9 % %1")
    }

    @Test func aFileIsRead() throws {
        let file = try TranslationFile(
            """
            # a comment
            #, fuzzy
            msgid "A \\"b\\"\\n"
            "more"
            msgstr "C"

            msgid "1 x"
            msgid_plural "%1 xs"
            msgstr[0] "zero"
            msgstr[1] "one"
            """)
        #expect(file.entries.map(\.key) == ["A \"b\"\nmore", "1 x"])
        #expect(file.entries.map(\.isUnreviewed) == [true, false])
        #expect(file.entries[1].forms == ["zero", "one"])
    }

    @Test func aBadLineIsNamed() {
        #expect(throws: TranslationFile.Mistake(line: 2)) { _ = try TranslationFile("msgid \"a\"\nmsgstring \"b\"") }
    }

    @Test func readersGetTheLanguageTheyAskFor() {
        let wording = Wording(language: welsh, forms: [:], unreviewed: [])
        let translations = Translations(wordings: ["en-GB": .english, "cy": wording])
        #expect(translations.wording(chosen: "cy", acceptLanguage: "en").language.tag == "cy")
        #expect(translations.wording(chosen: nil, acceptLanguage: "fr;q=0.9, cy-GB;q=0.8, en").language.tag == "en-GB")
        #expect(translations.wording(chosen: nil, acceptLanguage: "cy-GB, en;q=0.5").language.tag == "cy")
        #expect(translations.wording(chosen: "../x", acceptLanguage: ";;,=,;q=").language.tag == "en-GB")
    }

    @Test func aPageIsWhollyInALanguageOrNotAtAll() {
        let wording = Wording(language: welsh, forms: ["Back": ["Yn ôl"], "%1 of %2": ["%1 o %2"]], unreviewed: [])
        let inner: HTML = "<b>\(say: "Back")</b>"
        let missing: Sentence = "Missing"
        #expect(("\(say: "Back") \(say: "\(inner) of \(3)")\(Sentence(verbatim: "Milbury desk"))" as HTML).isWhole(in: wording))
        #expect(!("\(say: "Back") \(say: "Missing")" as HTML).isWhole(in: wording))
        #expect(!("\(say: "\(missing) of \(3)")" as HTML).isWhole(in: wording))
        #expect(!("<nav\(attribute: "aria-label", say: "Missing")>" as HTML).isWhole(in: wording))
    }

    /// The languages that ship: every wording uses exactly the placeholders of its key, and none but English is without sentences.
    @Test func shippedLanguagesFitTheirKeys() throws {
        let content = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Content").standardized
        let translations = try Translations(content: content)
        #expect(translations.languages.map(\.tag) == ["cy", "en-GB"])
        for wording in translations.wordings.values {
            for (key, forms) in wording.forms {
                for form in forms { #expect(placeholders(form).isSubset(of: placeholders(key)), "\(wording.language.tag): \(key)") }
                #expect(forms.count == 1 || forms.count == wording.language.ownPluralCounts.count + 1)
            }
        }
        #expect(translations.wordings["cy"].map { $0.unreviewed.count == $0.forms.count } == true)
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /%([1-9])/).map { String($0.output.1) })
    }
}
