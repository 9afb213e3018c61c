// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Testing

@testable import Services
@testable import Web

@Suite("The brief") struct DeskBriefTests {
    private func brief(_ view: ConcernView, isFictional: Bool = true) -> BriefDocument {
        BriefDocument(
            reader: DeskFixtures.reader(view), marked: "Made for Dana Brightwell, co-ordinator, Otterley Council.", isFictional: isFictional
        )
    }

    private func text(_ document: BriefDocument) -> String { String(decoding: document.document, as: UTF8.self) }

    @Test func itSaysWhoMadeItOnEveryPageAndThatNobodyHasAskedWhoMustNotKnow() {
        let page = text(brief(DeskFixtures.view()))
        #expect(page.components(separatedBy: "Made for Dana Brightwell").count == 3)
        #expect(page.contains("Nobody has asked who must not find out") && page.contains("FICTIONAL REGION"))
        #expect(!text(brief(DeskFixtures.view(), isFictional: false)).contains("FICTIONAL"))
    }

    @Test func piecesStandInTheOrderInWhichTheyHappened() throws {
        let page = text(brief(DeskFixtures.view(pieces: [DeskFixtures.piece()])))
        let piece = try #require(page.range(of: "Late and tired this term.")), own = try #require(page.range(of: "This report."))
        #expect(piece.lowerBound < own.lowerBound && page.contains("Decided then: No further action."))
    }

    @Test func whatMayOnlyBeSaidToExistIsNotTold() {
        let page = text(brief(DeskFixtures.view(pieces: [DeskFixtures.piece(.exists)])))
        #expect(page.contains("Milbury Health knows something that is not shown here") && page.contains("Ask Milbury desk"))
        #expect(!page.contains("Late and tired"))
    }

    @Test func whoeverIsOfConcernIsNamedFirstAsOneWhoMustNotKnow() throws {
        let suspect = DeskFixtures.person(["given_names": .value("Col")], role: .suspect)
        let page = text(brief(DeskFixtures.view(mentions: [suspect])))
        let warned = try #require(page.range(of: "Persons of concern:")), told = try #require(page.range(of: "What happened when"))
        #expect(warned.lowerBound < told.lowerBound)
    }

    @Test func aMatchWithoutAnAnswerIsAGap() {
        #expect(text(brief(DeskFixtures.view(pieces: [DeskFixtures.piece()]))).contains("1 match has no answer yet"))
        let answered = DeskFixtures.piece(matches: [DeskFixtures.match(answer: "same")])
        #expect(!text(brief(DeskFixtures.view(pieces: [answered]))).contains("has no answer yet"))
    }

    @Test func muchIsCutAndSaidToBeCut() {
        let long = String(repeating: "Seen again by the bridge. ", count: 40)
        let pieces = (0..<60).map { _ in DeskFixtures.piece(sentence: long) }
        let page = text(brief(DeskFixtures.view(pieces: pieces)))
        #expect(page.contains("47 earlier entries are left out here") && page.contains("And 49 more: see the concern."))
        #expect(page.utf8.count < 20_000)
    }

    @Test(arguments: HostileText.scripts) func nothingTypedBecomesMarkUp(_ typed: String) {
        let piece = DeskFixtures.piece(sentence: typed, agency: typed)
        let page = text(brief(DeskFixtures.view(row: DeskFixtures.row(typed, name: typed), pieces: [piece])))
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<svg onload"))
    }

    @Test func thePageSaysHowToPrintWhereNothingMakesAFile() {
        #expect(PDFPrinter(python: "/nonexistent/python", program: "/nonexistent/print.py") == nil)
        let without = BriefPages.ways("7KQM2X", hasPrinter: false).text(), with = BriefPages.ways("7KQM2X", hasPrinter: true).text()
        #expect(
            without.contains("Print in your browser") && without.contains("was not told of a program") && !without.contains("brief-pdf"))
        #expect(with.contains("/concerns/7KQM2X/brief-pdf") && with.contains("disclosure"))
    }
}

@Suite("Making a file") struct PDFPrinterTests {
    /// A child that plays the program's part.
    private func printer(_ program: String, seconds: Double = 10) throws -> (PDFPrinter, URL) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("print-\(UUID().uuidString).py")
        try Data(program.utf8).write(to: file)
        var printer = try #require(PDFPrinter(python: "/usr/bin/python3", program: file.path))
        printer.seconds = seconds
        return (printer, file)
    }

    private func made(_ program: String, _ document: [UInt8] = [1, 2, 3], seconds: Double = 10) async throws -> [UInt8]? {
        let (printer, file) = try printer(program, seconds: seconds)
        defer { try? FileManager.default.removeItem(at: file) }
        return try? await printer.pdf(document)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"))) func bytesGoThroughPipesAndNothingIsHandedOn()
        async throws
    {
        let large = [UInt8](repeating: 65, count: 400_000)
        let echo = "import sys,os\nd=sys.stdin.buffer.read()\nsys.stdout.buffer.write(b'%PDF-'+d+repr(sorted(os.environ)).encode())"
        let answer = try #require(try await made(echo, large))
        #expect(answer.count > large.count && String(decoding: answer.suffix(60), as: UTF8.self).contains("'HOME'"))
        #expect(!String(decoding: answer.suffix(200), as: UTF8.self).contains("PATH"))
        // Whatever goes wrong is no file.
        #expect(try await made("import sys\nsys.exit(3)") == nil)
        #expect(try await made("print('no PDF')") == nil)
        #expect(try await made("import sys\nsys.stdout.write('%PDF-')\nsys.exit(1)") == nil)
        // A child that reads nothing does not end us with it, and one that does not end is ended.
        #expect(try await made("import os\nos.close(0)", large) == nil)
        #expect(try await made("import time\ntime.sleep(60)", seconds: 0.2) == nil)
        #expect(try await made("import sys\nwhile True: sys.stdout.buffer.write(b'%PDF-'+b'x'*65536)") == nil)
    }
}
