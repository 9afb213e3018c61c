// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard
import Storage
import TestSupport
import Testing

@testable import Web

/// The ledger as an auditor asks for it: by reference, in words, and never an untrue "nothing".
@Suite struct LedgerPageTests {
    private func ask(_ access: AccessHouse, _ query: String) async throws -> TestAnswer {
        let route = try #require(Routes.all.first { $0.name == "GET /ledger" })
        return try await access.ask(.auditor, route, RouteCall(query: query))
    }

    @Test func aConcernAndACaseAreFoundByTheirReference() async throws {
        try await AccessHouse.with { access in
            let file = try await RouteScenes(access: access).file()
            let reference = try await access.house.store.read { session in
                try session.one("SELECT reference FROM concern WHERE id = $1", [.text(file.concern.description)]).text("reference")
            }
            let concern = try await ask(access, "?object=\(reference.lowercased())")
            #expect(
                concern.status == 200 && concern.text.contains("the decision on a concern") && concern.text.contains(">\(reference)</a>"))
            let found = try await ask(access, "?object=\(file.reference)")
            #expect(found.status == 200 && found.text.contains("accepted a hand-over") && found.text.contains(">\(file.reference)</a>"))
            #expect(!found.text.contains("hand_over"))
            // The outcome in the standard's words, and the role that allowed the decision.
            let decided = try await ask(access, "?act=decide")
            let label = access.house.standard.label("hand_over", in: .outcome)
            #expect(decided.text.contains("outcome: \(label)") && decided.text.contains("as: Desk and local co-ordinator"))
        }
    }

    @Test func aFilterThatCannotBeReadSaysNothingOfWhatFits() async throws {
        try await AccessHouse.with { access in
            for query in ["?object=7KQM-2XWD-X", "?object=Robyn", "?actor=Nobodysuch", "?from.day=1"] {
                let answer = try await ask(access, query)
                #expect(answer.status == 422, "\(query)")
                #expect(!answer.text.contains("No entry fits") && !answer.text.contains("<table"), "\(query)")
            }
            #expect(try await ask(access, "?object=Robyn").text.contains("Of what: no concern or case has this reference"))
        }
    }

    @Test func whoeverIsShutOutFindsNoneOfItsReferences() async throws {
        try await AccessHouse.with { access in
            let receipt = try await RouteScenes(access: access).concern()
            let auditor = try access.account(.auditor)
            try await access.house.store.writeWithoutEntry { session in
                try session.execute(
                    "INSERT INTO shut_out (concern_id, account_id, state, set_by, set_at, salt) VALUES ($1, $2, 'set', 'software', 0, $3)",
                    [.text(receipt.concern.description), .text(auditor.description), .blob([1])])
            }
            let answer = try await ask(access, "?object=\(receipt.reference)")
            #expect(answer.status == 422)
            let all = try await ask(access, "")
            #expect(all.status == 200 && !all.text.contains(receipt.reference))
        }
    }

    @Test func everyCodeThatIsWrittenHasAWord() async throws {
        try await AccessHouse.with { access in
            _ = try await RouteScenes(access: access).file()
            let auditor = try access.actor(.auditor)
            var before: Int64?
            repeat {
                let page = try await access.house.ledgerDesk.entries(auditor, LedgerFilter(before: before))
                for line in page.lines {
                    #expect(LedgerPurposes.words(line.purpose).key != "%1", "\(line.purpose)")
                    for name in line.codes.keys where !name.hasPrefix("gate.") {
                        #expect(LedgerPurposes.fact(name).key != "%1", "\(name)")
                    }
                }
                before = page.next
            } while before != nil
        }
    }
}
