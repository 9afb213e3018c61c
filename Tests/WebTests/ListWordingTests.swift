// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Safeguarding
import Standard
import Testing

@testable import Services
@testable import Web

@Suite("Lists: their order, their lines and their notices") struct ListWordingTests {
    private let now = TestSite.start

    private func search(_ order: SearchOrder, _ rows: [SearchRow], kind: String = "person") -> String {
        SearchScreen(
            text: "Robyn", found: SearchPage(rows: rows, total: rows.count, pageSize: 25, notSearched: []), order: order, number: 1,
            now: now, standard: { _ in DeskFixtures.standard }
        ).page().content.text()
    }

    private func row(outcome: String? = "no_further_action") -> SearchRow {
        SearchRow(
            row: DeskFixtures.row("Late and tired this term."), standard: "west-midlands/2026", settings: ["online_platform"],
            outcome: outcome, label: "Robyn Testwell", kind: "person", field: "dateOfBirth", level: "exact")
    }

    @Test func aFindIsOneSentence() {
        let text = search(.newest, [row()])
        let day = When.date(DeskFixtures.row().receivedAt).text()
        #expect(
            text.contains(
                "Otterley School, \(day): “Late and tired this term.” – decided then: No further action – found by the same date of birth.")
        )
        #expect(text.contains("aged 13") && text.contains("Online") && !text.contains("online_platform"))
        #expect(search(.newest, [row(outcome: nil)]).contains("– not decided yet –"))
    }

    @Test func theOrderOfASearchIsALink() {
        let text = search(.newest, [row(), row()])
        #expect(text.contains("<a href=\"/search?q=Robyn\" aria-current=\"true\">Newest first</a>"))
        #expect(text.contains("<a href=\"/search?q=Robyn&amp;order=oldest\">Oldest first</a>"))
        #expect(search(.best, [row(), row()]).contains("order=best\" aria-current=\"true\">Best match first</a>"))
        #expect(SearchAddress.order(FormData(fields: [])) == .newest)
    }

    @Test func theQueueIsSortedOnAPhoneToo() {
        let directory = DeskFixtures.directory
        func text(_ filter: QueueFilter) -> String {
            QueueScreen(
                queue: DeskFixtures.queue([DeskFixtures.row(), DeskFixtures.row()]), filter: filter,
                areas: Array(directory.areas.values), directory: directory, standard: DeskFixtures.standard, canTakeEscalations: false
            ).page(nil).content.text()
        }
        #expect(text(QueueFilter()).contains("<nav class=\"sorting phone\""))
        #expect(text(QueueFilter()).contains("<a href=\"/desk\" aria-current=\"true\">Due first</a>"))
        var filter = QueueFilter()
        filter.part = .decided
        #expect(text(filter).contains("<a href=\"/desk?part=decided&amp;order=received&amp;direction=down\">Newest first</a>"))
    }

    @Test func aPieceIsOneSentence() {
        let text = DeskFixtures.page(DeskFixtures.view(pieces: [DeskFixtures.piece()]))
        #expect(
            text.contains(
                "“Late and tired this term.” – decided then: No further action – matched by the same date of birth and given names (sounds the same)."
            ))
    }

    @Test func whoeverWorksForSeveralAreasChoosesADeskByLink() {
        var directory = DeskFixtures.directory
        directory.areas["milbury"] = Area(
            id: RecordID(high: 9, low: 12), code: "milbury", name: "Milbury", deskName: "Milbury desk", deskPhone: "0121 496 0200",
            deskHours: "always open", validFrom: now, validTo: nil)
        func page(_ filter: QueueFilter) -> Page {
            QueueScreen(
                queue: DeskFixtures.queue([]), filter: filter, areas: directory.areas.values.sorted { $0.code < $1.code },
                directory: directory, standard: DeskFixtures.standard, canTakeEscalations: false
            ).page(nil)
        }
        #expect(page(QueueFilter()).title.text() == "All your desks")
        #expect(page(QueueFilter()).content.text().contains("<a href=\"/desk?area=milbury\">Milbury</a>"))
        var filter = QueueFilter()
        filter.area = "milbury"
        #expect(page(filter).title.text() == "Milbury desk")
    }

    @Test func noOneDeskIsTheirsWhoWorkForARegion() {
        let none = DeskToRing(own: nil)
        #expect(none.ring.text() == "Ring the desk of the area it is about: all desks.")
        let layout = PageLayout(
            site: Site(dutyDesks: { ["Milbury desk, 0121 496 0200", "Otterley desk, 0121 496 0100"] }), signedIn: nil,
            assets: .none, language: .english)
        let text = layout.document(Page(title: "A", content: "")).text()
        #expect(text.contains("Milbury desk, <a href=\"tel:01214960200\">0121 496 0200</a>"))
        #expect(text.contains("All duty desks") && text.contains("Otterley desk"))
    }

    @Test func allNoticesCanBeReadAtOnceAndNoneSaysSo() {
        func list(_ total: Int, _ number: Int = 1) -> String {
            let rows = (0..<min(total, 20)).map {
                Services.Notice(id: RecordID(high: 1, low: UInt64($0)), kind: "reply", concern: nil, at: now)
            }
            return NoticeList(page: NoticePage(rows: rows, total: total, pageSize: 20, asOf: now), number: number, now: now).html.text()
        }
        #expect(list(0).contains("<p class=\"empty\">No new notices.") && !list(0).contains("<form"))
        #expect(list(45).contains("Mark all 45 as read") && list(45).contains("name=\"made_by\" value=\"\(now.microseconds)\""))
        #expect(list(45).contains("href=\"/?notices=2#notices\"") && list(45).contains("Showing 1 to 20 of 45"))
        #expect(!list(1).contains("Mark all"))
    }

    @Test func aReasonForNoAnswerNamesItsQuestion() throws {
        let question = try #require(DeskFixtures.standard.question(QuestionID.familyName))
        let html = QuestionField(question: question, standard: DeskFixtures.standard, audience: .police, areas: []).html(
            .absent(.notAsked), sent: nil, error: nil)
        #expect(html.text().contains("No answer? Say why<span class=\"hidden\">: Family name</span>"))
        #expect(html.text().contains("Or there is no answer:<span class=\"hidden\"> Family name</span>"))
    }

    /// Words of the house that nobody outside it knows, and spellings from elsewhere, in what people read.
    @Test func nothingThatPeopleReadIsJargon() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Web").standardized
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let banned = try Regex(
            #"\b([Cc]limbs?|out-of-hours chain|[Ll]a(y|id) back|[Cc]olor|[Cc]enter|[Bb]ehavior|[Oo]rgani[z]\w+|[Rr]ecogni[z]\w+)\b"#)
        var read = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            where !line.contains("///") && !line.contains("// ") {
                // Sentences have spaces; names of things in code have none.
                for literal in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter({ $0.offset % 2 == 1 }) {
                    guard literal.element.contains(" ") else { continue }
                    read += 1
                    #expect(literal.element.firstMatch(of: banned) == nil, "\(file.lastPathComponent): \(literal.element)")
                }
            }
        }
        #expect(read > 500)
    }
}
