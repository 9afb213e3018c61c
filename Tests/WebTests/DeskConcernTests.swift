// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Safeguarding
import Standard
import Testing

@testable import Services
@testable import Web

@Suite("A concern on its page") struct DeskConcernTests {
    private func page(_ view: ConcernView, answer: MatchNotice? = nil) -> String { DeskFixtures.page(view, answer: answer) }

    @Test func theSurnameComesFirst() {
        let view = DeskFixtures.view(mentions: [
            DeskFixtures.person([
                "person.given_names": .value("Robyn"), "person.family_name": .value("Testwell"), "person.sex": .value("female"),
            ])
        ])
        #expect(DeskFixtures.reader(view).heading.text() == "Testwell, Robyn · female, 13")
    }

    @Test(arguments: ["not_known", "not_asked", "refused", "not_applicable"]) func theFourWaysOfNotAnsweringStayFour(_ code: String) {
        let text = page(DeskFixtures.view(mentions: [DeskFixtures.person(["person.family_name": .absent(Absence(code))])]))
        #expect(text.contains("<i>\(DeskFixtures.standard.label(code, in: .absence))</i>"))
    }

    @Test func gapsAreCountedNamedAndNeverZero() {
        let child = DeskFixtures.person(["person.given_names": .value("Robyn")])
        let gaps = [
            FormGap(question: "person.age", record: child.record), FormGap(question: "danger.now", record: nil),
            FormGap(question: "person.sex", record: child.record),
        ]
        let text = page(DeskFixtures.view(mentions: [child], gaps: gaps))
        #expect(text.contains("3 questions that are always asked have no answer."))
        #expect(text.contains("<li>Is anyone in danger now?</li>") && text.contains("(Robyn)</li>"))
        #expect(!page(DeskFixtures.view()).contains("always asked"))
    }

    @Test func whoRefusedAndWhyStandsAtTheHead() throws {
        let text = page(DeskFixtures.view(row: DeskFixtures.row(status: .returned, urgency: "urgent", refusals: [DeskFixtures.refusal])))
        let head = try #require(text.range(of: "Lee Sample, Central team, refused it"))
        #expect(text.contains(": Another area should lead. “She lives in Milbury.”"))
        #expect(head.lowerBound < (try #require(text.range(of: "What was reported"))).lowerBound)
        #expect(!text.contains("The report does not say why."))
    }

    @Test func ofAHouseholdItIsAskedWhetherItIsTheSame() {
        let standard = DeskFixtures.standard
        func text(_ answer: String?, _ relation: Relation) -> String {
            let piece = DeskFixtures.piece(matches: [DeskFixtures.match(answer: answer, relation: relation)])
            return page(DeskFixtures.view(pieces: [piece], allowed: [.readConcern, .answerMatch]))
        }
        #expect(text(nil, .sameHousehold).contains("Not the same household") && !text(nil, .sameHousehold).contains(">Not the same<"))
        #expect(text("same", .sameHousehold).contains("The same household · Dana Brightwell"))
        #expect(!text(nil, .samePerson).contains("same household<"))
        #expect(standard.label("cant_tell", in: .matchAnswer) == "Can't tell" && text(nil, .sameHousehold).contains("Can&#39;t tell"))
    }

    @Test func whatWasAnsweredIsSaidBesideTheMatch() {
        let match = DeskFixtures.match(answer: "same")
        let place = MatchNotice.place(match.record, match.otherRecord)
        let answer = MatchNotice(place: place, notice: Notice("Your answer is kept."))
        let view = DeskFixtures.view(pieces: [DeskFixtures.piece(matches: [match])])
        #expect(page(view, answer: answer).contains("id=\"\(place)\"><div class=\"notice good\" role=\"status\"><p>Your answer is kept."))
        let elsewhere = MatchNotice(place: "match-x", notice: Notice("Your answer is kept."))
        #expect(!page(view, answer: elsewhere).contains("Your answer is kept."))
        let url = MatchNotice.url(DeskAddresses.concern.url("7KQM2X"), match.record, match.otherRecord)
        #expect(url.description == "/concerns/7KQM2X?match=\(place)#\(place)")
    }

    @Test func whereNothingIsNamedNothingWasSearched() {
        let text = page(DeskFixtures.view(row: DeskFixtures.row(pieces: 0, isSearchable: false)))
        #expect(text.contains("Too little to search by") && !text.contains("Nothing was found"))
        #expect(page(DeskFixtures.view()).contains("Nothing was found in what was searched."))
    }

    @Test func aReportOfAnotherAgencyIsCalledSo() {
        #expect(page(DeskFixtures.view(pieces: [DeskFixtures.piece()])).contains("1 report by another agency may be about the same."))
        let own = DeskFixtures.piece(agency: "Otterley School")
        let both = page(DeskFixtures.view(pieces: [own, DeskFixtures.piece()]))
        #expect(both.contains("2 other reports may be about the same. They come from 2 agencies.") && !both.contains("class=\"agency\""))
    }

    @Test func aLimitNamesBothItsPeriodsAndHowTheyRun() {
        let text = page(DeskFixtures.view())
        #expect(text.contains("danger now: good practice 1 hour, at the latest 2 hours, day and night"))
        #expect(text.contains("at the latest 1 working day, working time"))
    }

    @Test func signsStandInTheirSectionsAndAreNotSummed() {
        let text = page(DeskFixtures.view(answers: Answers(["signs": .values(["afraid_to_go_home", "told_of_harm"])])))
        #expect(text.contains("Harm may be happening now") && text.contains("Afraid to go home") && text.contains("never added up"))
    }

    @Test func unsafeUntilSomebodyHasFoundOut() {
        #expect(page(DeskFixtures.view()).contains("treat every contact with the home as unsafe"))
        let said = DeskFixtures.view(
            answers: Answers(["must_not_find_out": .value("the step-father"), "safe_contact.channel": .values(["through_professional"])]))
        #expect(page(said).contains("the step-father") && !page(said).contains("treat every contact"))
    }

    @Test func whoReportedIsKeptApart() {
        #expect(page(DeskFixtures.view()).contains("kept apart from the report"))
        let shown = DeskFixtures.view(source: Answers(["source.name": .value("Pat Example")]), allowed: [.readConcern, .readSource])
        #expect(page(shown).contains("Pat Example"))
    }

    @Test func aPieceSaysAgencyDateWordsOutcomeAndWhy() {
        let text = page(DeskFixtures.view(pieces: [DeskFixtures.piece()], allowed: [.readConcern, .answerMatch]))
        for words in [
            "Milbury Health, ", "Late and tired this term.", "No further action", "date of birth: the same", "+9.1", "−2.4",
            "counts for less",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.contains("value=\"same\"") && text.contains("value=\"not_same\"") && text.contains("value=\"cant_tell\""))
    }

    @Test func whatMayOnlyBeSaidToExistSaysWhomToAskAndNothingElse() {
        let piece = DeskFixtures.piece(.exists, matches: [DeskFixtures.match(other: nil)])
        let text = page(DeskFixtures.view(pieces: [piece]))
        #expect(text.contains("Milbury Health knows something") && text.contains("0121 496 0200") && text.contains("<rect class=\"mark\""))
        #expect(!text.contains("AB12CD") && !text.contains("Late and tired") && !text.contains("No further action"))
    }

    @Test func anAnswerCanBeTakenBackByWhoeverMayAnswer() {
        let answered = DeskFixtures.piece(matches: [DeskFixtures.match(answer: "same")])
        #expect(page(DeskFixtures.view(pieces: [answered], allowed: [.readConcern, .answerMatch])).contains(">Undo<"))
        let read = page(DeskFixtures.view(pieces: [answered]))
        #expect(read.contains("The same · Dana Brightwell") && !read.contains(">Undo<"))
    }

    @Test func aLineIsFullOnlyWhereAPersonSaidSo() {
        func lines(_ answer: String?) -> String {
            page(DeskFixtures.view(pieces: [DeskFixtures.piece(matches: [DeskFixtures.match(answer: answer)])]))
        }
        #expect(lines("same").contains("class=\"link\""))
        #expect(lines(nil).contains("class=\"link unsure\"") && lines("cant_tell").contains("class=\"link unsure\""))
        #expect(!lines("not_same").contains("<path class=\"link"))
    }

    @Test func anUnverifiedLimitSaysSo() {
        let text = page(DeskFixtures.view())
        #expect(text.contains("Where these limits come from: not all are verified") && text.contains(">Unverified<"))
        #expect(!page(DeskFixtures.view(row: DeskFixtures.row(status: .closed, clock: nil))).contains("Where these limits come from"))
    }

    @Test func whatWasNotSearchedIsSaid() {
        #expect(page(DeskFixtures.view(notSearched: ["index_loading"])).contains("Not everything was searched"))
    }

    @Test func onlyWhatAPersonMayDoIsOffered() {
        let reading = page(DeskFixtures.view())
        for action in ["/take\"", "/decide\"", "/replies\"", "/restrict\"", "/matches\""] { #expect(!reading.contains(action)) }
        #expect(reading.contains("It is decided by Otterley desk, <a href=\"tel:01214960100\">0121 496 0100</a>"))
        let desk = page(DeskFixtures.view(allowed: [.readConcern, .takeConcern, .decideConcern, .replyToReporter]))
        for action in ["/take\"", "/decide\"", "/replies\""] { #expect(desk.contains(action)) }
    }

    @Test func aConcernOfMineCanBeLaidBackAndRestrictedAndAnothersTakenOver() {
        let mine = page(DeskFixtures.view(row: DeskFixtures.row(owner: "Dana Brightwell"), allowed: [.readConcern, .takeConcern]))
        #expect(mine.contains("Put back") && mine.contains("/restrict\""))
        let others = page(DeskFixtures.view(row: DeskFixtures.row(owner: "J. Patel"), allowed: [.readConcern, .takeConcern]))
        #expect(others.contains("Take over from J. Patel") && !others.contains("/restrict\""))
    }

    @Test func aShutOutWaitsForAReason() {
        let one = ShutOutView(
            account: RecordID(high: 9, low: 8), name: "Sam Example", state: "set", at: DeskFixtures.now, reviewedBy: nil, reason: nil)
        let text = page(DeskFixtures.view(allowed: [.readConcern, .reviewShutOut], shutOuts: [one]))
        #expect(text.contains("Keep shut out") && text.contains("Let in again") && text.contains("reason-\(one.account)"))
    }

    @Test(arguments: HostileText.scripts) func nothingTypedBreaksThePage(_ typed: String) {
        let view = DeskFixtures.view(
            answers: Answers(["must_not_find_out": .value(typed), "signs": .values([typed])]),
            statements: [Statement(answers: Answers(["statement.text": .value(typed)]))],
            mentions: [DeskFixtures.person(["person.family_name": .value(typed), "person.address": .value(typed)])],
            source: Answers(["source.name": .value(typed)]),
            pieces: [DeskFixtures.piece(matches: [DeskFixtures.match(label: typed, other: typed)], sentence: typed)],
            allowed: Set(Safeguarding.Action.allCases))
        let text = page(view)
        #expect(
            !text.contains("<script>alert") && !text.contains("<img src=x") && !text.contains("<iframe")
                && !text.contains("\" onmouseover=\"alert"))
    }
}
