// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Vault

/// What the saved segments were true of: how far the feed was read, in which store, with which model, and which tag stands for which concern.
///
/// It is written before the segments: tags are only ever added, so an older set of segments still finds its own.
struct IndexHead: Sendable, Hashable {
    /// Entries of the ledger's sequence that were applied.
    var position: Int
    /// The leaf hash of the last of them: another store, or an older copy of this one, has another.
    var leaf: [UInt8]
    /// The model's name and version.
    var model: String
    /// The concerns in the order of their tags.
    var concerns: [RecordID]

    static let fileName = "head"
    private static let format: UInt8 = 1
    private static let context = SealContext(kind: "match-index", id: "head", version: 1, format: 1)

    func write(_ store: FolderSegmentStore, _ key: SubKey, random: Randomness) throws {
        var bytes: [UInt8] = [Self.format]
        bytes.reserveCapacity(64 + concerns.count * 16)
        Self.append(UInt64(position), &bytes)
        for part in [leaf, Array(model.utf8)] {
            Self.append(UInt64(part.count), &bytes)
            bytes += part
        }
        for concern in concerns {
            Self.append(concern.high, &bytes)
            Self.append(concern.low, &bytes)
        }
        try store.write(Self.fileName, try key.seal(bytes, context: Self.context, randomness: random))
    }

    /// The head as saved; nil where there is none, or none that can be read: then the index is made again.
    static func read(_ store: FolderSegmentStore, _ key: SubKey) -> IndexHead? {
        guard let sealed = try? store.read(fileName), let bytes = try? key.open(sealed, context: context) else { return nil }
        var rest = bytes[...]
        guard rest.popFirst() == format, let position = number(&rest), let leaf = part(&rest), let model = part(&rest) else { return nil }
        var concerns: [RecordID] = []
        concerns.reserveCapacity(rest.count / 16)
        while let high = number(&rest), let low = number(&rest) { concerns.append(RecordID(high: high, low: low)) }
        return IndexHead(
            position: Int(position & 0x7fff_ffff_ffff_ffff), leaf: leaf, model: String(decoding: model, as: UTF8.self), concerns: concerns)
    }

    private static func append(_ value: UInt64, _ bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
        guard bytes.count >= 8 else { return nil }
        defer { bytes.removeFirst(8) }
        return bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func part(_ bytes: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard let count = number(&bytes), count <= bytes.count else { return nil }
        defer { bytes.removeFirst(Int(count)) }
        return Array(bytes.prefix(Int(count)))
    }
}
