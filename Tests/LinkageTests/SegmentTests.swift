// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

struct SegmentTests {
    private func segment(_ people: Int = 20) -> Segment {
        SegmentDraft(records: Population(people: people, seed: 7).records[...]).segment()
    }

    @Test func aSegmentComesBackFromItsBytes() throws {
        let segment = segment()
        let back = try Segment(checking: segment.bytes, name: "test")
        #expect(back.bytes == segment.bytes)
        #expect(back.rowCount == segment.rowCount)
        for row in 0..<segment.rowCount { #expect(back.row(of: segment.id(row)) == row) }
        for place in 0..<segment.layout.keys { #expect(!back.rows(ofKey: segment.keys[place]).isEmpty) }
        #expect(back.rows(ofKey: 12345).isEmpty)
    }

    @Test func aCutSegmentIsAnErrorAndNeverACrash() {
        let bytes = segment().bytes
        for end in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: IndexError.self) { try Segment(checking: Array(bytes[..<end]), name: "test") }
        }
    }

    @Test func aGarbledSegmentIsAnErrorAndNeverACrash() {
        let bytes = segment(10).bytes
        for place in stride(from: 0, to: bytes.count, by: 61) {
            var garbled = bytes
            garbled[place] ^= 0x41
            #expect(throws: IndexError.self) { try Segment(checking: garbled, name: "test") }
        }
    }

    /// A right sum over wrong columns: made with a purpose, or by a fault of ours.
    @Test func aSegmentWithARightSumAndWrongColumnsIsAnError() {
        let bytes = segment(10).bytes
        let layout = SegmentDraft(records: Population(people: 10, seed: 7).records[...]).segment().layout
        for column in [SegmentLayout.Column.idHigh, .groupOf, .groupOffsets, .groupRows, .valueOffsets, .keyOffsets, .postings, .keys] {
            var wrong = bytes
            let start = layout.offsets[column.rawValue]
            for place in start + 4..<min(start + 8, bytes.count) { wrong[place] = 0xFE }
            let sum = wrong.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<($0.count - 8)])) }
            withUnsafeBytes(of: sum) { raw in wrong.replaceSubrange(wrong.count - 8..<wrong.count, with: raw) }
            #expect(throws: IndexError.self, "\(column)") { try Segment(checking: wrong, name: "test") }
        }
    }

    @Test func anotherVersionIsNamed() {
        var bytes = segment(3).bytes
        bytes[8] = 9
        #expect(throws: IndexError.unreadableVersion(name: "test", version: 9)) { try Segment(checking: bytes, name: "test") }
    }

    @Test func badValueBytesAreReadWithoutHarm() {
        var dice = Dice(3)
        var items: [Item] = []
        for _ in 0..<2_000 {
            let bytes = (0..<dice.below(60)).map { _ in UInt8(dice.below(20)) }
            bytes.withUnsafeBufferPointer { buffer in
                ValueCodec.parse(buffer, into: &items)
                var keys = IndexKeys()
                keys.derive(buffer, words: [])
                #expect(items.allSatisfy { $0.start + $0.count <= bytes.count })
            }
        }
    }

    @Test func mergingKeepsWhatLives() {
        let records = Population(people: 60, seed: 9).records
        let whole = SegmentDraft(records: records[...]).segment()
        let states = stride(from: 0, to: records.count, by: 17).enumerated().map { number, start in
            let draft = SegmentDraft(records: records[start..<min(start + 17, records.count)])
            return SegmentState(segment: draft.segment(), number: UInt64(number), tags: draft.tags)
        }
        #expect(SegmentDraft(merging: states).segment().bytes == whole.bytes)
    }
}
