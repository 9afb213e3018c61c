// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing

@testable import Services

/// What is new to whoever looks, named queues, and what one shift leaves to the next.
struct DeskLookTests {
    @Test(arguments: TestStores.each) func newIsWhatCameSinceTheLastSitting(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let desk = test.house.desk
            let (kit, max) = (try test.actor("coordinator"), try test.actor("duty-manager"))
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            test.clock.advance(minutes: 1)
            #expect(try await desk.queue(kit, QueueFilter()).fresh == 1)
            // Looked at again in the same sitting, it is still new; in the next it is not.
            test.clock.advance(minutes: 20)
            #expect(try await desk.queue(kit, QueueFilter()).fresh == 1)
            test.clock.advance(minutes: 31)
            _ = try await test.send(MatchingReports.child("Amira", "Sampleton"))
            test.clock.advance(minutes: 1)
            var onlyNew = QueueFilter()
            onlyNew.onlyNew = true
            let page = try await desk.queue(kit, onlyNew)
            #expect(page.fresh == 1 && page.rows.map(\.subjectName) == ["Amira Sampleton"] && page.total == 1)
            #expect(try await desk.queue(kit, QueueFilter()).rows.filter(\.isNew).count == 1)
            // Another person has seen nothing of it, and nobody's look is another's.
            #expect(try await desk.queue(max, QueueFilter()).fresh == 2)
            try await desk.seen(kit, upTo: page.asOf)
            #expect(try await desk.queue(kit, QueueFilter()).fresh == 0)
            #expect(try await test.house.waiting(max).fresh == 2)
        }
    }

    @Test func whatCameWhileThePageStoodOpenStaysNew() async throws {
        try await TestHouse.with(.sqlite) { test in
            let kit = try test.actor("coordinator")
            let seen = test.clock.now
            test.clock.advance(minutes: 1)
            _ = try await test.send(MatchingReports.child("Robyn", "Testwell"))
            test.clock.advance(minutes: 1)
            try await test.house.desk.seen(kit, upTo: seen)
            #expect(try await test.house.desk.queue(kit, QueueFilter()).fresh == 1)
        }
    }

    @Test(arguments: TestStores.each) func aViewIsNamedSealedAndShared(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let desk = test.house.desk
            let (kit, max, lee) = (try test.actor("coordinator"), try test.actor("duty-manager"), try test.actor("coordinator-south"))
            var filter = QueueFilter()
            filter.part = .passed
            filter.crime = "child_sexual_exploitation"
            filter.onlyUnowned = true
            filter.order = .received
            filter.descending = true
            filter.page = 3
            try await desk.saveView(kit, name: "Mill Lane", filter, forDeskOf: nil)
            filter.crime = "typed <words>"
            try await desk.saveView(kit, name: "For all of us", filter, forDeskOf: TestHouse.otterley)
            let mine = try await desk.views(kit)
            #expect(mine.map(\.name) == ["For all of us", "Mill Lane"])
            filter.page = 0
            filter.crime = nil
            #expect(mine[0].filter == filter)
            filter.crime = "child_sexual_exploitation"
            #expect(mine[1].filter == filter)
            #expect(try await desk.views(max).map(\.name) == ["For all of us"])
            #expect(try await desk.views(lee).isEmpty)
            let rows = try await test.house.store.read { session in try session.query("SELECT * FROM saved_view") }
            #expect(!rows.flatMap(\.values).contains { $0.bytes.contains("Mill Lane".utf8) || $0.bytes.contains("typed".utf8) })
            await #expect(throws: ServiceError.notFound) { try await desk.removeView(max, mine[1].id) }
            await #expect(throws: ServiceError.notFound) { try await desk.removeView(lee, mine[0].id) }
            try await desk.removeView(max, mine[0].id)
            #expect(try await desk.views(kit).map(\.name) == ["Mill Lane"])
            await #expect(throws: ServiceError.invalid([FieldFault("name", .missing)])) {
                try await desk.saveView(kit, name: " ", filter, forDeskOf: nil)
            }
            await #expect(throws: ServiceError.invalid([FieldFault("area", .unknownCode)])) {
                try await desk.saveView(kit, name: "x", filter, forDeskOf: TestHouse.wrenfield)
            }
        }
    }

    @Test(arguments: TestStores.each) func aShiftIsHandedOverWithANameOnEitherSide(_ engine: TestStores) async throws {
        try await TestHouse.with(engine) { test in
            let desk = test.house.desk
            let (kit, max) = (try test.actor("coordinator"), try test.actor("duty-manager"))
            let (receipt, _) = try await test.handedOver()
            let open = try await test.send(MatchingReports.child("Amira", "Sampleton"))
            try await desk.take(kit, open.concern)
            try await desk.handShiftOver(kit, area: TestHouse.otterley, words: "Ring the ward about \(receipt.reference) at nine.")
            let page = try await desk.shift(max, area: TestHouse.otterley)
            #expect(page.open.map(\.owner) == ["Kit Marsh"] && page.openTotal == 1)
            #expect(
                page.handOvers.contains {
                    $0.reference == receipt.reference && $0.team == "Central CSE team" && $0.subject == "Robyn Testwell"
                })
            #expect(page.onDuty.map(\.rank) == [0, 1])
            let note = try #require(page.notes.first)
            #expect(note.words.hasPrefix("Ring the ward") && note.acceptedBy == nil)
            await #expect(throws: ServiceError.self) { try await desk.acceptShift(kit, note.id) }
            try await desk.acceptShift(max, note.id)
            #expect(try await desk.shift(kit, area: TestHouse.otterley).notes.map(\.acceptedBy) == ["Max Heath"])
            await #expect(throws: ServiceError.conflict(.answered)) { try await desk.acceptShift(max, note.id) }
            await #expect(throws: ServiceError.notFound) {
                _ = try await desk.shift(try test.actor("coordinator-south"), area: TestHouse.otterley)
            }
            let stored = try await test.house.store.read { session in try session.one("SELECT * FROM shift_hand_over") }
            #expect(!stored.values.contains { $0.bytes.contains("Ring the ward".utf8) })
            #expect(try await test.named("shift_hand_over", by: "shift_hand_over").contains(note.id.description))
            // A look at this page is not a look at the queue.
            #expect(try await test.count("SELECT COUNT(*) AS n FROM desk_look") == 0)
        }
    }
}
