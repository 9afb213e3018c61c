// SPDX-License-Identifier: Apache-2.0

/// What a log claims to be at one moment: the text of a C2SP tlog-checkpoint, without a signature.
public struct Checkpoint: Sendable, Hashable {
    /// The log's name, such as "sentinel.example.org/ledger": no spaces, no "+".
    public let origin: String
    /// Number of entries.
    public let size: Int
    /// Root over exactly those entries.
    public let root: LedgerHash

    /// An unsigned claim.
    public init(origin: String, size: Int, root: LedgerHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Three lines: origin, size in decimal, root in base64.
    public var text: String { "\(origin)\n\(size)\n\(Base64.text(of: root.bytes))\n" }

    /// Reads the text before the signatures. Nil when it is not a checkpoint; extension lines after the third are allowed.
    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last == "", !lines[0].isEmpty, lines.dropLast().dropFirst(3).allSatisfy({ !$0.isEmpty }) else {
            return nil
        }
        guard let size = Int(lines[1]), size >= 0, String(size) == lines[1] else { return nil }
        guard let bytes = Base64.bytes(of: String(lines[2])), let root = LedgerHash(bytes) else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
    }
}

/// A checkpoint whose signature was checked. Only `VerifierKey.open` makes one.
public struct VerifiedCheckpoint: Sendable, Hashable {
    /// The log's name.
    public let origin: String
    /// Number of entries signed for.
    public let size: Int
    /// Root over exactly those entries.
    public let root: LedgerHash

    init(_ checkpoint: Checkpoint) {
        origin = checkpoint.origin
        size = checkpoint.size
        root = checkpoint.root
    }
}
