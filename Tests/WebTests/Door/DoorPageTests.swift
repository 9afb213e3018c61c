// SPDX-License-Identifier: Apache-2.0
import Foundation
import Logging
import Safeguarding
import Services
import Standard
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("The public door") struct DoorPageTests {
    private static let words = "A man waits at the gate. I am afraid to go home."

    /// Walks every page of the door with a contact, and returns the texts of all of them.
    private func everyPage(_ access: AccessHouse) async throws -> [String: String] {
        let walk = DoorWalk(access)
        var pages: [String: String] = [:]
        func keep(_ name: String, _ answer: TestAnswer) {
            pages[name] = answer.text
            #expect(answer.status == 200 || answer.status == 422, "\(name): \(answer.status)")
        }
        keep("front", try await walk.get("/advice"))
        keep("first", try await walk.post("/advice", [("go", "start")]))
        keep("page 1", try await walk.get("/advice/page/1"))
        keep("danger not said", try await walk.post("/advice/page/1"))
        keep("now", try await walk.post("/advice/page/1", [("danger.now", "yes"), ("danger.words", "He is here.")]))
        var number = 2
        while number < 12, walk.here != "/advice/check" {
            keep("page \(number)", try await walk.get("/advice/page/\(number)"))
            let form = [
                ("statement.text", Self.words), ("person.subject_kind", "child"), ("person.given_names", "Robin"),
                ("must_not_find_out", "My uncle."), ("source.phone", "07700 900123"),
            ]
            keep("after \(number)", try await walk.post("/advice/page/\(number)", form))
            number += 1
        }
        #expect(walk.here == "/advice/check")
        keep("check", try await walk.get("/advice/check"))
        keep("code", try await walk.post("/advice/check"))
        let code = try #require(walk.answers.last?.text.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/)).output
        keep("code again", try await walk.post("/advice/code", [("last", "QQQQQ")]))
        keep("done", try await walk.post("/advice/code", [("last", String(code.filter { $0 != "-" }.suffix(5)))]))
        keep("back", try await walk.post("/advice", [("go", "back")]))
        keep("no code", try await walk.post("/advice/back"))
        keep("answers", try await walk.post("/advice/back", [("code", String(code))]))
        keep("nothing added", try await walk.post("/advice/answers"))
        keep("added", try await walk.post("/advice/answers", [("words", "It was him again."), ("once", "1")]))
        keep("wrong code", try await walk.post("/advice/back", [("code", "0000-0000-0000-0000-0")]))
        let other = DoorWalk(access)
        try await other.enter()
        _ = try await other.post("/advice/page/2", [("statement.text", "Words."), ("send", "yes")])
        keep("without", try await other.post("/advice/code", [("cannot", "yes")]))
        let ends = DoorEnds(house: access.house)
        pages["waiting"] = ends.waiting(DoorWait(puzzle: "00", bits: 17)).inDoor
        pages["broken"] = DoorScreens(house: access.house).broken(typed: true).inDoor
        return pages
    }

    @Test func readsForAChildOfNine() async throws {
        try await AccessHouse.with { access in
            let pages = try await everyPage(access)
            let whole = ReadingAge(html: pages.sorted { $0.key < $1.key }.map(\.value))
            print(
                "reading age of the door: \((whole.years * 100).rounded() / 100) over \(whole.words) words in \(whole.sentences) sentences")
            #expect(whole.words > 1_000)
            #expect(whole.years <= 9)
            for (name, page) in pages {
                let age = ReadingAge(html: [page])
                #expect(age.years <= 9, "\(name): \((age.years * 100).rounded() / 100) over \(age.words) words")
            }
        }
    }

    @Test(arguments: [("cat", 1), ("people", 2), ("danger", 2), ("phone", 1), ("named", 1), ("needed", 2), ("advice", 2), ("someone", 2)])
    func syllablesAreCounted(_ word: String, _ count: Int) { #expect(ReadingAge.syllables(word) == count, "\(word)") }

    @Test func theMeasureTellsHardFromEasy() {
        let hard = ReadingAge(
            "Information provided anonymously may be disclosed to statutory safeguarding organisations where proportionate.")
        #expect(hard.years > 18)
        #expect(ReadingAge("You can tell us. We will help you. It is not your fault.").years < 7)
    }

    @Test func everyPageIsNeutralAndHasAWayOut() async throws {
        try await AccessHouse.with { access in
            for (name, page) in try await everyPage(access) {
                let title = try #require(page.firstMatch(of: /<title>([^<]*)<\/title>/)).output.1
                #expect(title == "Advice and support" || title == "Error: Advice and support", "\(name)")
                #expect(page.contains("href=\"/leave\" data-exit>Leave this page"), "\(name)")
                #expect(!page.contains("Sentinel"), "\(name)")
                #expect(page.contains("tel:999") && page.contains("tel:08001111"), "\(name)")
                #expect(page.contains("page.svg") && !page.contains("icon.svg"), "\(name)")
            }
        }
    }

    @Test func historyHoldsNothingOfTheReaders() async throws {
        try await AccessHouse.with { access in
            let walk = DoorWalk(access)
            try await walk.enter()
            _ = try await walk.post("/advice/page/1", [("danger.now", "yes")])
            _ = try await walk.post("/advice/page/2", [("statement.text", Self.words), ("send", "yes")])
            let key = try #require(walk.cookies["form"])
            #expect(key.hasPrefix("snt_"))
            let neutral = /\/advice(\/(first|now|check|next|code|done|back|answers|page\/[0-9]{1,2}))?(\?(again=1|more=yes))?/
            for address in walk.addresses { #expect(address.wholeMatch(of: neutral) != nil, "\(address)") }
            for answer in walk.answers {
                #expect(!answer.text.contains(key))
                #expect(answer["Location"]?.contains(key) != true)
                #expect(answer["Cache-Control"] == "no-store")
            }
        }
    }

    @Test func leavingTakesEverythingAndShowsTheNeutralPage() async throws {
        try await AccessHouse.with { access in
            let walk = DoorWalk(access)
            try await walk.enter()
            _ = try await walk.post("/advice/page/2", [("statement.text", Self.words)])
            _ = try await walk.post("/advice/back", [("code", "0000-0000-0000-0000-0")])
            #expect(walk.cookies.keys.sorted() == ["form", "read"])
            #expect(try await walk.get("/advice/page/2").text.contains("A man waits"))
            let left = try await walk.leave()
            #expect(left.status == 303 && left["Clear-Site-Data"] == "\"cache\", \"cookies\", \"storage\"")
            #expect(walk.cookies.isEmpty)
            for address in [
                "/advice/first", "/advice/page/2", "/advice/now", "/advice/check", "/advice/next", "/advice/code", "/advice/done",
                "/advice/back", "/advice/answers",
            ] {
                let again = try await walk.get(address)
                #expect(walk.here == "/advice", "\(address)")
                #expect(again.text.contains("<h1>Advice and support</h1>") && !again.text.contains("A man waits"), "\(address)")
            }
        }
    }

    @Test func whatIsNeededIsMarkedAndNothingElse() async throws {
        try await AccessHouse.with { access in
            let pages = try await everyPage(access)
            for (name, wanted) in ["page 1": 1, "page 2": 1, "page 3": 0, "page 4": 0, "code": 1, "back": 1, "answers": 1] {
                let page = try #require(pages[name])
                #expect(page.components(separatedBy: "(needed)").count - 1 == wanted, "\(name)")
            }
            // Said first, before a contact is asked for.
            let source = try #require(pages.values.first { $0.contains("name=\"source.phone\"") })
            let said = try #require(source.range(of: "to save a life, or if the law says it must"))
            let asked = try #require(source.range(of: "name=\"source.phone\""))
            #expect(said.lowerBound < asked.lowerBound)
        }
    }

    @Test func noAddressBrowserOrReferrerIsKept() async throws {
        try await AccessHouse.with { access in
            let pages = try await everyPage(access)
            for (name, page) in pages { #expect(!page.contains("CANARY") && !page.contains("203.0.113"), "\(name)") }
            for (table, rows) in try await access.store() {
                #expect(!rows.contains("CANARY") && !rows.contains("203.0.113"), "\(table)")
            }
            let entries = try await access.house.store.read { session in
                try session.query("SELECT body FROM ledger_entry").map { String(decoding: try $0.blob("body"), as: UTF8.self) }
            }
            for entry in entries { #expect(!entry.contains("CANARY") && !entry.contains("203.0.113")) }
        }
    }

    /// The words that were typed come back, and whom to ring stands there, with the store broken.
    @Test func theEmergencyTextNeedsNoStore() async throws {
        try await AccessHouse.with { access in
            let walk = DoorWalk(access)
            try await walk.enter()
            _ = try await walk.post("/advice/page/2", [("statement.text", Self.words)])
            let fresh = DoorWalk(access)
            try await fresh.enter()
            await access.house.store.engine.close()
            for address in ["/advice", "/advice/first", "/advice/page/1", "/advice/now"] {
                let page = try await fresh.get(address)
                #expect(page.status == 200 && page.text.contains("tel:999") && page.text.contains("tel:08001111"), "\(address)")
            }
            #expect(try await fresh.get("/advice/now").text.contains("0121 496 0010"))
            let kept = try await fresh.post("/advice/page/2", [("statement.text", Self.words)])
            #expect(kept.status == 503 && kept.text.contains("NOT SENT") && kept.text.contains(Self.words))
            for address in ["/advice/page/2", "/advice/check", "/advice/code"] {
                let page = try await walk.get(address)
                #expect(page.status == 503 && page.text.contains("tel:999") && page.text.contains("0121 496 0010"), "\(address)")
                #expect(page.text.contains("<title>Advice and support</title>"), "\(address)")
            }
        }
    }

    @Test func aClosedDeskSaysItsHoursAndWhatHappensMeanwhile() async throws {
        try await AccessHouse.with { access in
            let open = try #require(access.house.doorDesk(ofArea: TestHouse.otterley))
            #expect(open.isStaffed && DoorDesks.hours(open).text().contains("Someone is at the desk now"))
            let closed = try #require(access.house.doorDesk(ofArea: TestHouse.wrenfield))
            let words = DoorDesks.hours(closed).text()
            #expect(!closed.isStaffed && words.contains("No one is at the desk right now"))
            #expect(words.contains("It is open: day and night") && words.contains("we ask the next person on our list"))
        }
    }

    @Test func wrongWithdrawnAndExpiredReceiptsLookTheSame() async throws {
        try await AccessHouse.with { access in
            func code() async throws -> (DoorWalk, String) {
                let walk = DoorWalk(access)
                try await walk.enter()
                let page = try await walk.post("/advice/page/2", [("statement.text", "Words."), ("send", "yes")])
                let found = try #require(page.text.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/))
                return (walk, String(found.output))
            }
            let (walk, withdrawn) = try await code()
            _ = try await walk.post("/advice/code", [("cannot", "yes")])
            let (_, expired) = try await code()
            try await access.house.store.writeWithoutEntry { session in try session.execute("UPDATE door_receipt SET expires_at = 1") }
            let (_, good) = try await code()
            var answers: [TestAnswer] = []
            for typed in [withdrawn, expired, "0000-0000-0000-0000-0", "ABCD"] {
                let visitor = DoorWalk(access)
                _ = try await visitor.post("/advice", [("go", "back")])
                answers.append(try await visitor.post("/advice/back", [("code", typed)]))
            }
            #expect(Set(answers.map(\.status)) == [200])
            #expect(Set(answers.map(\.text)).count == 1)
            let visitor = DoorWalk(access)
            _ = try await visitor.post("/advice", [("go", "back")])
            #expect(try await visitor.post("/advice/back", [("code", good)]).text.contains("Our answer"))
        }
    }

    /// The first pages can be read in Welsh, and say that no speaker has checked it; a page that has not all of it is in English.
    @Test func theFirstPagesAreWhollyInWelshAndTheOthersInEnglish() async throws {
        let content = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Content").standardized
        let wording = try #require(try Translations(content: content).wordings["cy"])
        try await AccessHouse.with { access in
            let screens = DoorScreens(house: access.house)
            let next = DoorAddresses.page.url("2")
            for (name, page) in [("front", DoorScreens.front), ("first", screens.first), ("now", screens.now(next: next))] {
                let document = page.document(wording)
                #expect(document.isWhole(in: wording), "\(name)")
                let text = document.text(Rendering(wording: wording, forgeryToken: nil))
                #expect(text.contains("<html lang=\"cy\"") && text.contains("No speaker of Welsh has checked these words yet"), "\(name)")
                #expect(text.contains("tel:999") && text.contains("tel:08001111") && text.contains("Gadael y dudalen hon"), "\(name)")
            }
            for desk in [TestHouse.otterley, TestHouse.wrenfield].compactMap({ access.house.doorDesk(ofArea: $0) }) {
                #expect(DoorDesks.hours(desk).isWhole(in: wording), "staffed: \(desk.isStaffed)")
            }
            #expect(!DoorEnds(house: access.house).back(errors: []).document(wording).isWhole(in: wording))
            // Chosen on the front, by a cookie that leaving wipes with the rest.
            let walk = DoorWalk(access)
            _ = try await walk.post("/advice", [("go", "cy")])
            #expect(walk.cookies == ["language": "cy"] && walk.here == "/advice")
            #expect(try await walk.post("/advice", [("go", "xx")]).status == 200 && walk.cookies["language"] == "cy")
        }
    }

    /// The standard alone says what the public is asked: the form is short, and every page of it can be left empty but two.
    @Test func theFormIsShort() throws {
        let house = DoorFlow(standard: try TestStandards.version("2026"), report: ConcernReport(standard: "west-midlands/2026"))
        #expect((4...8).contains(house.steps.count), "\(house.steps.map(\.page.id))")
        #expect(house.steps.first?.page.id == "danger" && house.steps.dropFirst().first?.page.id == "words")
        #expect(house.steps.map(\.page.id).last == "source")
        #expect(house.steps.reduce(0) { $0 + house.questions($1).count } <= 24)
        let older = DoorFlow(standard: try TestStandards.version("2014"), report: ConcernReport(standard: "west-midlands/2014"))
        #expect(older.steps.map(\.page.id) == house.steps.map(\.page.id))
    }
}

extension Page {
    /// The page as it is laid out in a language that nobody has checked yet.
    fileprivate func document(_ wording: Wording) -> HTML {
        PageLayout(site: Site(isFictional: true), signedIn: nil, assets: .none, language: wording.language, isUnreviewed: true).document(
            self)
    }

    /// The page as the door lays it out.
    fileprivate var inDoor: String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let assets = try? StaticFiles(folder: root.appending(path: "Public"))
        return PageLayout(site: Site(), signedIn: nil, assets: assets ?? .none, language: .english).document(self).text()
    }
}
