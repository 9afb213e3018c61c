// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import TestSupport
import Testing
import Vault

@testable import Services

@Suite("The line at the door") struct DoorLineTests {
    private func id(_ number: Int) -> RecordID { RecordID(high: 9, low: UInt64(number)) }

    /// Takes all that wait, one after the other.
    private func order(_ line: DoorLine) -> [RecordID] {
        var order: [RecordID] = []
        while let next = line.next() {
            order.append(next)
            line.leave(next)
        }
        return order
    }

    @Test func oneWhoSendsThousandsHoldsUpOnlyThemselves() {
        let line = DoorLine()
        for number in 0..<5_000 { _ = line.enter(id(number), from: "flood", hasWorked: false) }
        _ = line.enter(id(9_999), from: "child", hasWorked: false)
        let order = order(line)
        #expect(order.count == 5_001)
        #expect((order.firstIndex(of: id(9_999)) ?? .max) <= 1)
    }

    @Test func aThousandSourcesCostAtMostOneTurnEach() {
        let line = DoorLine()
        for number in 0..<10_000 { _ = line.enter(id(number), from: "f\(number % 1_000)", hasWorked: false) }
        _ = line.enter(id(99_999), from: "child", hasWorked: false)
        #expect((order(line).firstIndex(of: id(99_999)) ?? .max) <= 1_000)
    }

    @Test func workIsLetInSoonerAndStarvesNobody() {
        let line = DoorLine()
        for number in 0..<10_000 { _ = line.enter(id(number), from: "f\(number % 1_000)", hasWorked: false) }
        // Enters as all do, then has worked.
        _ = line.enter(id(99_999), from: "f1", hasWorked: false)
        #expect(!line.hasWorked(id(99_999)))
        _ = line.enter(id(99_999), from: "f1", hasWorked: true)
        #expect(line.hasWorked(id(99_999)))
        for number in 20_000..<20_100 { _ = line.enter(id(number), from: "w", hasWorked: true) }
        let order = order(line)
        #expect(order.first == id(99_999))
        #expect(Set(order).count == order.count && order.count == 10_101)
        // Every fourth is one who has not worked, as long as there are both.
        let others = order.prefix(100).filter { $0.description < id(20_000).description }.count
        #expect(others >= 24)
    }

    @Test func nobodyIsLetInTwiceAndThereIsRoomForOneCommit() {
        let line = DoorLine()
        #expect(line.passesAtOnce(id(1)) && !line.passesAtOnce(id(1)))
        for number in 2...DoorLine.most { #expect(line.passesAtOnce(id(number))) }
        #expect(!line.passesAtOnce(id(500)))
        #expect(!line.enter(id(500), from: "a", hasWorked: false) && line.next() == nil)
        #expect(!line.enter(id(1), from: "a", hasWorked: false))
        line.leave(id(1))
        #expect(!line.passesAtOnce(id(501)))
        #expect(line.next() == id(500) && line.next() == nil)
    }

    @Test func workIsCheckedAndHoldsForOneDraft() async throws {
        try await TestHouse.with(.sqlite) { test in
            let work = DoorWork(test.house.store.keys)
            let puzzle = work.puzzle(for: id(1))
            #expect(puzzle != work.puzzle(for: id(2)) && puzzle.count == 24)
            var answer = 0
            while DigestWork.zeroBits(of: "\(puzzle):\(answer)") < DoorWork.bits { answer += 1 }
            #expect(work.accepts(String(answer), for: id(1)))
            #expect(!work.accepts(String(answer), for: id(2)) && !work.accepts(nil, for: id(1)) && !work.accepts("x", for: id(1)))
            #expect(!work.accepts(String(repeating: "1", count: 10_000), for: id(1)))
        }
    }
}
