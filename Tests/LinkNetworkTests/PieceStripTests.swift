// SPDX-License-Identifier: Apache-2.0
import LinkNetwork
import Testing

@Suite("The strip of pieces") struct PieceStripTests {
    private typealias Piece = PieceStrip.Piece
    private let measures = PieceStrip.Measures()

    @Test func aLaneAnAgencyByItsFirstPieceAndTheOneThatAsksLast() {
        let strip = PieceStrip([
            Piece(lane: "Police", time: 900, asks: true), Piece(lane: "School", time: 300), Piece(lane: "Housing", time: 100),
            Piece(lane: "School", time: 50), Piece(lane: "Police", time: 10),
        ])
        #expect(strip.lanes.map(\.name) == ["School", "Housing", "Police"])
        #expect(zip(strip.lanes, strip.lanes.dropFirst()).allSatisfy { $1.y - $0.y == measures.lane })
        #expect(strip.marks.allSatisfy { mark in strip.lanes.contains { $0.y == mark.y } })
    }

    @Test func timeGoesFromLeftToRight() {
        let strip = PieceStrip([Piece(lane: "A", time: 0), Piece(lane: "B", time: 500), Piece(lane: "C", time: 1_000, asks: true)])
        #expect(strip.marks.map(\.x) == strip.marks.map(\.x).sorted())
        // Equal times are equally far apart, but for the rounding to whole places.
        #expect(abs(2 * strip.marks[1].x - strip.marks[0].x - strip.marks[2].x) <= 1)
        #expect(strip.x(of: 500) == strip.marks[1].x)
        #expect(strip.marks.allSatisfy { $0.x > measures.from && $0.x < measures.width })
    }

    @Test func whatHasNoTimeStandsAtTheBeginning() {
        let strip = PieceStrip([Piece(lane: "A", time: nil), Piece(lane: "B", time: 5, asks: true), Piece(lane: "C", time: 1)])
        #expect(strip.marks[0].x <= strip.marks[2].x)
        #expect(strip.lanes.map(\.name) == ["C", "A", "B"])
    }

    @Test func onePieceAloneStandsInTheMiddle() {
        let strip = PieceStrip([Piece(lane: "A", time: 7, asks: true)])
        #expect(strip.arcs.isEmpty && strip.marks.count == 1)
        #expect(strip.marks[0].x > measures.from && strip.marks[0].x < measures.width - measures.end)
    }

    @Test func nothingIsDrawnOfNothing() {
        let strip = PieceStrip([])
        #expect(strip.lanes.isEmpty && strip.marks.isEmpty && strip.arcs.isEmpty && strip.height > 0)
    }

    @Test(arguments: [2, 9, 30]) func marksOfALaneStandApart(count: Int) {
        let strip = PieceStrip((0..<count).map { Piece(lane: "A", time: $0 == 0 ? 0 : 1_000, asks: $0 == 0) })
        let places = strip.marks.map(\.x).sorted()
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= measures.apart })
        #expect(places.last.map { $0 <= measures.width } == true)
    }

    @Test func aWordStandsOnlyWhereThereIsRoom() {
        let strip = PieceStrip([
            Piece(lane: "A", time: 0), Piece(lane: "A", time: 10), Piece(lane: "A", time: 1_000), Piece(lane: "B", time: 5, asks: true),
        ])
        #expect(strip.marks.map(\.hasRoom) == [false, true, true, true])
    }

    @Test func aLineLeadsFromEachPieceToTheOneThatAsks() {
        let strip = PieceStrip([Piece(lane: "A", time: 0), Piece(lane: "B", time: 5, asks: true), Piece(lane: "B", time: 1)])
        #expect(strip.arcs.map(\.piece) == [0, 2])
        for arc in strip.arcs {
            #expect(Array(arc.points.prefix(2)) == [strip.marks[arc.piece].x, strip.marks[arc.piece].y])
            #expect(Array(arc.points.suffix(2)) == [strip.marks[1].x, strip.marks[1].y])
        }
        // In one lane the line bends round what lies between.
        #expect(strip.arcs[1].points[3] > strip.arcs[1].points[1])
    }

    @Test func timesAtTheEndsOfTheScaleDoNotOverflow() {
        let strip = PieceStrip([Piece(lane: "A", time: 0), Piece(lane: "B", time: .max / 2, asks: true)])
        #expect(strip.x(of: .max) == strip.marks[1].x && strip.x(of: .min) == strip.marks[0].x)
    }
}
