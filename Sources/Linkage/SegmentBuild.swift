// SPDX-License-Identifier: Apache-2.0

extension SegmentDraft {
    private struct KeyRow {
        let key: UInt64
        let row: UInt32
    }

    /// A draft of new records. Of two with one id the later holds.
    init(records: ArraySlice<IndexRecord>) {
        self.init()
        var order = Array(records.indices)
        order.sort { records[$0].id != records[$1].id ? records[$0].id < records[$1].id : $0 < $1 }
        var pairs: [KeyRow] = []
        pairs.reserveCapacity(records.count * 20)
        var deriver = IndexKeys()
        for (place, index) in order.enumerated() {
            let record = records[index]
            if place + 1 < order.count, records[order[place + 1]].id == record.id { continue }
            let encoded = ValueCodec.encode(record.values)
            let row = UInt32(ids.count)
            encoded.bytes.withUnsafeBufferPointer { bytes in
                add(id: record.id, group: record.group, kind: record.kind.rawValue, tag: record.tag, values: bytes)
                deriver.derive(bytes, words: encoded.words)
            }
            for key in deriver.keys { pairs.append(KeyRow(key: key, row: row)) }
        }
        pairs.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
        postings.reserveCapacity(pairs.count)
        for pair in pairs {
            if keys.last != pair.key {
                keys.append(pair.key)
                keyEnds.append(0)
            }
            postings.append(pair.row)
            keyEnds[keyEnds.count - 1] = UInt32(postings.count)
        }
    }
}
