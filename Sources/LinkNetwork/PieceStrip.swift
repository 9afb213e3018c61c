// SPDX-License-Identifier: Apache-2.0

/// The strip of pieces: one lane an agency, time from left to right, each piece a mark, a line from each to the piece that asks. Only the
/// places of things: whoever draws it chooses lines and words. Knows nothing of what a piece is about.
public struct PieceStrip: Sendable, Hashable {
    /// Something to be placed.
    public struct Piece: Sendable, Hashable {
        /// The name of its lane.
        public let lane: String
        /// When, on any even scale; nil where that may not be said.
        public let time: Int64?
        /// Whether it is the piece that asks.
        public let asks: Bool

        /// A piece of a lane at a time.
        public init(lane: String, time: Int64?, asks: Bool = false) {
            self.lane = lane
            self.time = time
            self.asks = asks
        }
    }

    /// A lane and its height.
    public struct Lane: Sendable, Hashable {
        /// The name.
        public let name: String
        /// Its line, from the top.
        public let y: Int
    }

    /// A placed piece.
    public struct Mark: Sendable, Hashable {
        /// Which piece, by its place in what was given.
        public let piece: Int
        /// The middle.
        public let x: Int
        /// The middle.
        public let y: Int
        /// Whether a word above it stands clear of its neighbours.
        public let hasRoom: Bool
    }

    /// A line from a piece to the piece that asks: a cubic curve.
    public struct Arc: Sendable, Hashable {
        /// Which piece it begins at.
        public let piece: Int
        /// Begin, first and second handle, end: x and y of each.
        public let points: [Int]
    }

    /// The measures of the picture.
    public struct Measures: Sendable, Hashable {
        /// The whole width.
        public var width = 1120
        /// Where time begins; the names of lanes stand before it.
        public var from = 205
        /// The room after the last mark.
        public var end = 60
        /// From one lane to the next.
        public var lane = 38
        /// The height of the first lane.
        public var top = 32
        /// The least distance of two marks in a lane.
        public var apart = 26
        /// The width that a word above a mark takes.
        public var word = 150
        /// The room below the last lane.
        public var foot = 36

        /// The usual measures.
        public init() {}
    }

    /// From the top: by their first piece, the one that asks last.
    public let lanes: [Lane]
    /// In the order of the pieces.
    public let marks: [Mark]
    /// One for each piece but the one that asks; none where nothing asks.
    public let arcs: [Arc]
    /// The whole height.
    public let height: Int
    private let measures: Measures
    private let span: (from: Int64, to: Int64)?

    /// Places the pieces.
    public init(_ pieces: [Piece], _ measures: Measures = Measures()) {
        self.measures = measures
        let times = pieces.compactMap(\.time)
        let span: (from: Int64, to: Int64)? = times.min().flatMap { first in times.max().map { (first, $0) } }
        self.span = span
        let lanes = Self.lanes(pieces, measures)
        self.lanes = lanes
        height = measures.top + max(0, lanes.count - 1) * measures.lane + measures.foot
        let heights = Dictionary(lanes.map { ($0.name, $0.y) }, uniquingKeysWith: { first, _ in first })
        let wanted = pieces.map { Self.x(of: $0.time, span, measures) }
        let placed = Self.spread(pieces, wanted, measures)
        let marks = pieces.indices.map { index in
            let crowded = pieces.indices.contains { other in
                other != index && pieces[other].lane == pieces[index].lane && placed[other] > placed[index] - 8
                    && placed[other] < placed[index] + measures.word
            }
            return Mark(piece: index, x: placed[index], y: heights[pieces[index].lane] ?? measures.top, hasRoom: !crowded)
        }
        self.marks = marks
        arcs = Self.arcs(pieces, marks)
    }

    /// Where a time lies; the middle where all times are one.
    public func x(of time: Int64) -> Int { Self.x(of: time, span, measures) }

    /// Two strips are the same when everything stands at the same place.
    public static func == (left: Self, right: Self) -> Bool {
        left.lanes == right.lanes && left.marks == right.marks && left.arcs == right.arcs && left.height == right.height
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(lanes)
        hasher.combine(marks)
        hasher.combine(arcs)
    }
}

extension PieceStrip {
    private static func lanes(_ pieces: [Piece], _ measures: Measures) -> [Lane] {
        let asking = pieces.first { $0.asks }?.lane
        var first: [String: Int64] = [:]
        var names: [String] = []
        for piece in pieces {
            if first[piece.lane] == nil { names.append(piece.lane) }
            first[piece.lane] = min(first[piece.lane] ?? .max, piece.time ?? .max)
        }
        let ordered = names.enumerated().sorted { left, right in
            if (left.element == asking) != (right.element == asking) { return right.element == asking }
            return (first[left.element] ?? .max, left.offset) < (first[right.element] ?? .max, right.offset)
        }
        return ordered.enumerated().map { Lane(name: $0.element.element, y: measures.top + $0.offset * measures.lane) }
    }

    /// What has no time that may be said stands at the beginning.
    private static func x(of time: Int64?, _ span: (from: Int64, to: Int64)?, _ measures: Measures) -> Int {
        let left = measures.from + measures.apart
        let right = max(left, measures.width - measures.end)
        guard let span, let time else { return left }
        guard span.to > span.from else { return (left + right) / 2 }
        let part = (Double(max(span.from, min(span.to, time))) - Double(span.from)) / (Double(span.to) - Double(span.from))
        return left + Int((part * Double(right - left)).rounded())
    }

    /// Moves marks of one lane apart, to the right as far as there is room, then to the left.
    private static func spread(_ pieces: [Piece], _ wanted: [Int], _ measures: Measures) -> [Int] {
        var placed = wanted
        let right = measures.width - measures.apart
        for lane in Set(pieces.map(\.lane)) {
            let order = pieces.indices.filter { pieces[$0].lane == lane }.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
            var least = Int.min
            for index in order {
                placed[index] = max(placed[index], least)
                least = placed[index] + measures.apart
            }
            var most = right
            for index in order.reversed() {
                placed[index] = min(placed[index], most)
                most = placed[index] - measures.apart
            }
        }
        return placed
    }

    private static func arcs(_ pieces: [Piece], _ marks: [Mark]) -> [Arc] {
        guard let end = pieces.firstIndex(where: \.asks).map({ marks[$0] }) else { return [] }
        return marks.filter { !pieces[$0.piece].asks }.map { mark in
            let middle = (mark.x + end.x) / 2
            // In one lane the line goes below the marks between the two.
            let bend = mark.y == end.y ? 18 : 0
            return Arc(piece: mark.piece, points: [mark.x, mark.y, middle, mark.y + bend, middle, end.y + bend, end.x, end.y])
        }
    }
}
