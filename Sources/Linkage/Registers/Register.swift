// SPDX-License-Identifier: Apache-2.0

/// A register in memory: a row of sixteen numbers a record, and the distinct values that the numbers stand for.
public struct Register: Sendable {
    /// The columns and what they are taken for.
    public internal(set) var columns: [RegisterColumn] = []
    /// What was found and mended while reading: values with faults in their encoding, NUL bytes, dates that are none.
    public internal(set) var faults: [String: Int] = [:]

    /// Rows of `RowLayout.width` numbers.
    var rows: [UInt32] = []
    /// Given names, family names and the words of further names, in one table so that they can be compared crosswise.
    var names = ValueTable()
    var further = ValueTable()
    var postcodes = ValueTable()
    var addresses = ValueTable()
    var towns = ValueTable()
    var phones = ValueTable()
    var emails = ValueTable()
    var identifiers = ValueTable()
    var categories = [ValueTable](repeating: ValueTable(), count: RowLayout.categories)
    /// Which side of a join a record is from; empty for one register.
    var sides: [UInt8] = []

    var idBytes: [UInt8] = []
    var idEnds: [UInt32] = [0]
    /// Hashes of the ids: the canonical order, which has nothing to do with the order of the file nor with what an id says.
    var idHashes: [UInt64] = []

    init() {}

    /// How many records.
    public var count: Int { idHashes.count }

    /// The id of a record.
    public func id(_ record: Int) -> String { String(decoding: idBytes[Int(idEnds[record])..<Int(idEnds[record + 1])], as: UTF8.self) }

    /// The record with an id; nil when there is none.
    public func record(withID id: String) -> Int? {
        let hash = Array(id.utf8).withUnsafeBufferPointer { KeyHash.mix(ValueTable.hash($0) &+ 0x5eed) }
        return idHashes.firstIndex(of: hash)
    }

    /// Whether any column has a role.
    func has(_ role: ColumnRole) -> Bool { columns.contains { $0.role == role } }

    mutating func addID(_ id: UnsafeBufferPointer<UInt8>) {
        idBytes.append(contentsOf: id)
        idEnds.append(UInt32(idBytes.count))
        idHashes.append(KeyHash.mix(ValueTable.hash(id) &+ 0x5eed))
    }
}
