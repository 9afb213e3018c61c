// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// What a decision counts as unanswered is what the queue counts as known: nothing that is not to be told of.
struct MatchingCountsTests {
    @Test(arguments: TestStores.each) func unansweredMatchesAgreeWithThePiecesCounted(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let earlier = try await test.send(MatchingReports.child("Robyn", "Testwell", with: [MatchingReports.phone("07700 900123")]))
            let later = try await test.send(MatchingReports.child("R", "Other", with: [MatchingReports.phone("07700900123")]))
            try await HouseWork(test.house).catchUp()
            let desk = try test.actor("coordinator")
            let directory = test.house.directory.snapshot
            func counted() async throws -> (pieces: Int, unanswered: Int) {
                try await test.house.store.read { session in
                    let unmatched = UnansweredMatches(later.concern, ToldSQL(desk, directory, first: 2, now: test.clock.now))
                    return (
                        try PieceLink.counts([later.concern], for: desk, directory, now: test.clock.now, session)[later.concern] ?? 0,
                        Int(try session.integer(unmatched.sql, unmatched.arguments))
                    )
                }
            }
            func agree(_ expected: Int, _ why: String) async throws {
                let found = try await counted()
                #expect(found.pieces == expected && found.unanswered == expected, "\(why)")
            }
            try await agree(1, "both may be told of")
            for hidden in ["share_rule = 'none'", "restricted = 1"] {
                let told = "share_rule = 'summary', restricted = 0"
                for (change, expected) in [(hidden, 0), (told, 1)] {
                    try await test.change("UPDATE concern SET \(change) WHERE id = $1", [.text(earlier.concern.description)])
                    try await agree(expected, change)
                }
            }
        }
    }

    /// Both concerns' words, each in the words of the standard under which it was made.
    @Test func labelsStandInTheWordsOfEachRecordsOwnStandard() async throws {
        try await TestHouse.with(.sqlite) { test in
            func account(_ platform: String, _ handle: String) -> Mention {
                Mention(
                    kind: .account,
                    answers: Answers([QuestionID.accountPlatform: .value(platform), QuestionID.accountHandle: .value(handle)]))
            }
            func accounts(_ platform: String) -> [Mention] { [account(platform, "demo_moonbeam_3"), account("snapchat", "demo_nimbus_9")] }
            var old = MatchingReports.child("Robyn", "Testwell", with: accounts("twitter"))
            old.standard = "west-midlands/2014"
            _ = try await test.send(old)
            test.clock.advance(days: 1)
            let later = try await test.send(MatchingReports.child("Sidra", "Southward", with: accounts("x_twitter")))
            try await HouseWork(test.house).catchUp()
            let desk = try test.actor("coordinator")
            let match = try #require(try await test.house.matching.pieces(desk, of: later.concern).pieces.first?.matches.first)
            #expect(match.label == "Snapchat, demo_nimbus_9" && match.otherLabel == match.label)
            let found = try await test.house.searching.find(desk, "demo_moonbeam_3", purpose: "test").rows.map(\.label)
            #expect(found == ["X, formerly Twitter, demo_moonbeam_3", "Twitter, demo_moonbeam_3"])
        }
    }
}
