// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// Notices: page by page, and all at once.
struct NoticesTests {
    private func give(_ count: Int, to account: RecordID, _ test: TestHouse) async throws {
        let (house, at) = (test.house, test.clock.now)
        try await house.store.writeWithoutEntry { session in
            for _ in 0..<count {
                try NoticeRow.insert(house.store.newID(), kind: .reply, concern: nil, account: account, at: at, session)
            }
        }
    }

    @Test(arguments: TestStores.each) func everyNoticeIsReachedPageByPage(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let officer = try test.actor("officer")
            #expect(try await test.house.notices.mine(officer).total == 0)
            try await give(45, to: officer.account, test)
            var ids: Set<RecordID> = []
            for (page, rows) in [20, 20, 5, 0].enumerated() {
                let found = try await test.house.notices.mine(officer, page: page)
                #expect(found.total == 45 && found.rows.count == rows)
                ids.formUnion(found.rows.map(\.id))
            }
            #expect(ids.count == 45)
        }
    }

    @Test(arguments: TestStores.each) func allAreReadAtOnceButNotWhatCameLaterOrIsAnothers(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let (officer, teacher) = (try test.actor("officer"), try test.actor("teacher"))
            try await give(30, to: officer.account, test)
            try await give(2, to: teacher.account, test)
            let listed = try await test.house.notices.mine(officer)
            test.clock.advance(seconds: 5)
            try await give(1, to: officer.account, test)
            try await test.house.notices.markAllRead(officer, madeBy: listed.asOf)
            #expect(try await test.house.notices.mine(officer).total == 1)
            #expect(try await test.house.notices.mine(teacher).total == 2)
        }
    }
}
