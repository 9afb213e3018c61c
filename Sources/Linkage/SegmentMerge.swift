// SPDX-License-Identifier: Apache-2.0

extension SegmentDraft {
    private static let gone = UInt32.max

    /// A draft of all living rows of several segments. No two of them hold the same id alive.
    init(merging parts: [SegmentState]) {
        self.init()
        reserve(
            rows: parts.reduce(0) { $0 + $1.liveCount }, valueBytes: parts.reduce(0) { $0 + $1.segment.layout.valueBytes },
            keys: parts.reduce(0) { $0 + $1.segment.layout.keys }, postings: parts.reduce(0) { $0 + $1.segment.layout.postings })
        mergeKeys(parts, mergeRows(parts))
    }

    /// Rows by ascending id; says for each part where its rows went.
    private mutating func mergeRows(_ parts: [SegmentState]) -> [[UInt32]] {
        var places = parts.map { [UInt32](repeating: Self.gone, count: $0.segment.rowCount) }
        var next = parts.map { $0.firstLive(from: 0) }
        while true {
            var chosen = -1
            for part in parts.indices where next[part] < parts[part].segment.rowCount {
                if chosen < 0 || parts[part].segment.id(next[part]) < parts[chosen].segment.id(next[chosen]) { chosen = part }
            }
            if chosen < 0 { return places }
            let (segment, row) = (parts[chosen].segment, next[chosen])
            places[chosen][row] = UInt32(ids.count)
            add(
                id: segment.id(row), group: segment.group(row), kind: segment.kinds[row], tag: parts[chosen].tags[row],
                values: segment.value(row))
            next[chosen] = parts[chosen].firstLive(from: row + 1)
        }
    }

    private mutating func mergeKeys(_ parts: [SegmentState], _ places: [[UInt32]]) {
        let segments = parts.map(\.segment)
        var next = [Int](repeating: 0, count: parts.count)
        while true {
            var least = UInt64.max
            var found = false
            for (part, segment) in segments.enumerated() where next[part] < segment.layout.keys {
                let key = segment.keys[next[part]]
                if !found || key < least { least = key }
                found = true
            }
            if !found { return }
            let start = postings.count
            var sources = 0
            for (part, segment) in segments.enumerated() where next[part] < segment.layout.keys && segment.keys[next[part]] == least {
                let before = postings.count
                for posting in Int(segment.keyOffsets[next[part]])..<Int(segment.keyOffsets[next[part] + 1]) {
                    let place = places[part][Int(segment.postings[posting])]
                    if place != Self.gone { postings.append(place) }
                }
                if postings.count > before { sources += 1 }
                next[part] += 1
            }
            if postings.count == start { continue }
            if sources > 1 { postings[start...].sort() }
            keys.append(least)
            keyEnds.append(UInt32(postings.count))
        }
    }
}
