// SPDX-License-Identifier: Apache-2.0

/// Why a stored body is not an entry. Never holds the body.
public enum LedgerEntryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not the canonical form: byte offset where reading stopped.
    case notCanonical(offset: Int)
    /// Written by a version of Sentinel that this one doesn't know.
    case unknownVersion(Int64)

    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .notCanonical(let offset):
            "The entry is not in the canonical form at byte \(offset). Run `sentinel ledger verify` and compare with a backup."
        case .unknownVersion(let version):
            "The entry has version \(version), this program knows up to \(Ledger.entryVersion). Use the newer program."
        }
    }
}

extension LedgerEntry {
    /// Reads a stored body. Strict: accepts exactly the bytes that `canonicalBytes()` would write.
    public init(canonicalBytes bytes: [UInt8]) throws(LedgerEntryError) {
        var reader = CanonicalReader(bytes)
        try reader.expect("{\"act\":")
        let act = try reader.string()
        try reader.expect(",\"actor\":")
        let actor = try reader.string()
        try reader.expect(",\"agency\":")
        let agency = try reader.string()
        try reader.expect(",\"at\":")
        let at = try reader.integer()
        try reader.expect(",\"codes\":{")
        let codes = try reader.members()
        try reader.expect("},\"objects\":[")
        var objects: [ObjectRef] = []
        while reader.peek != UInt8(ascii: "]") {
            if !objects.isEmpty { try reader.expect(",") }
            objects.append(try reader.object())
        }
        try reader.expect("],\"outcome\":")
        let outcome = try reader.string()
        try reader.expect(",\"purpose\":")
        let purpose = try reader.string()
        try reader.expect(",\"role\":")
        let role = try reader.string()
        try reader.expect(",\"v\":")
        let version = try reader.integer()
        guard version == Ledger.entryVersion else { throw .unknownVersion(version) }
        try reader.expect("}")
        try reader.end()
        self.init(
            act: Act(rawValue: act), at: at, actor: actor, agency: agency, role: role, purpose: purpose, outcome: outcome, objects: objects,
            codes: codes)
        // Escapes have several spellings and keys could come twice: only the one form that we write is an entry.
        guard canonicalBytes() == bytes else { throw .notCanonical(offset: 0) }
    }
}

extension CanonicalReader {
    fileprivate mutating func object() throws(LedgerEntryError) -> ObjectRef {
        try expect("{\"")
        var digest: LedgerHash?
        if peek == UInt8(ascii: "d") {
            try expect("digest\":")
            digest = LedgerHash(hex: try string())
            if digest == nil { throw .notCanonical(offset: offset) }
            try expect(",\"")
        }
        try expect("id\":")
        let id = try string()
        try expect(",\"kind\":")
        let kind = try string()
        try expect("}")
        return ObjectRef(kind: kind, id: id, digest: digest)
    }
}
