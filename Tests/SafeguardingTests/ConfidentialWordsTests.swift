// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

struct ConfidentialWordsTests {
    private func words(_ answers: [String: Answer], kind: MentionKind = .place, confidential: String = "yes") -> ConfidentialWords {
        let question = kind == .place ? QuestionID.placeConfidential : QuestionID.personAddressConfidential
        return ConfidentialWords([
            Mention(kind: kind, answers: Answers(answers.merging([question: .value(confidential)]) { first, _ in first }))
        ])
    }

    private static let mark = ConfidentialWords.mark

    @Test(arguments: [
        ("at 14b Quarry Lane now", "at \(mark) now"), ("14B, QUARRY   LANE", mark), ("14b quarry", mark),
        ("by post (14b Quarry Ln)", "by post (\(mark) Ln)"),
        ("Quarry Lane", "Quarry Lane"), ("14b Quarryman Road", "14b Quarryman Road"), ("114b Quarry Lane", "114b Quarry Lane"),
        ("in Otterley", "in Otterley"), ("ZZ99 3WZ", mark), ("zz993wz!", "\(mark)!"), ("ZZ99 4WZ", "ZZ99 4WZ"), ("", ""),
    ]) func findsNumberWithStreetAndPostcode(_ text: String, _ masked: String) {
        let words = words([
            QuestionID.placeAddress: .value("Flat 14b Quarry Lane, Otterley"), QuestionID.placePostcode: .value("ZZ99 3WZ"),
        ])
        #expect(words.masked(text) == masked)
        #expect(words.standIn(text) == (text != masked))
    }

    @Test func findsTheNameOfAHouse() {
        let words = words([QuestionID.personAddress: .value("Rose Cottage, Mill Lane")], kind: .person)
        #expect(words.masked("She is at rose cottage.") == "She is at \(Self.mark).")
        #expect(words.masked("Seen in Mill Lane.") == "Seen in Mill Lane.")
    }

    @Test func whatIsNotConfidentialIsLeft() {
        let words = words([QuestionID.placeAddress: .value("14 Quarry Lane")], confidential: "no")
        #expect(words.phrases.isEmpty && words.masked("at 14 Quarry Lane") == "at 14 Quarry Lane")
    }

    @Test func aReportSaysWhetherItsWordsGiveTheAddressAway() {
        let place = Mention(
            kind: .place,
            answers: Answers([QuestionID.placeAddress: .value("14 Quarry Lane"), QuestionID.placeConfidential: .value("yes")]))
        func report(_ words: String) -> ConcernReport {
            ConcernReport(
                standard: "s", statements: [Statement(answers: Answers([QuestionID.statementText: .value(words)]))], mentions: [place])
        }
        #expect(report("She is at 14 Quarry Lane.").givesAddressAway && !report("She is safe.").givesAddressAway)
    }
}
