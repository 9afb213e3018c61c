// SPDX-License-Identifier: Apache-2.0

/// One record to be known by the index: the smallest thing that is matched, shown and removed alone.
public struct IndexRecord: Hashable, Sendable {
    /// Its own id; an `upsert` with the same id replaces the record.
    public var id: RecordKey
    /// What it belongs to (a report, a file): records of one group are not offered to each other.
    public var group: RecordKey
    /// What it describes.
    public var kind: RecordKind
    /// Opaque to the index; handed to the caller's filter, so that nothing is shown, counted or weighed that may not be seen.
    public var tag: UInt32
    /// What is known. Everything may be absent.
    public var values: [FieldValue]

    /// A record from its parts.
    public init(id: RecordKey, group: RecordKey, kind: RecordKind, tag: UInt32, values: [FieldValue]) {
        self.id = id
        self.group = group
        self.kind = kind
        self.tag = tag
        self.values = values
    }
}
