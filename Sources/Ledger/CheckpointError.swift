// SPDX-License-Identifier: Apache-2.0

/// Why a checkpoint was not signed or not accepted. None of these mends itself: a person must look.
public enum CheckpointError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The origin is empty, or holds a space, a line break or a "+".
    case badOrigin
    /// The key isn't 32 bytes or not an Ed25519 key.
    case badKey
    /// The text is not a signed note of a checkpoint.
    case notANote
    /// The note is of another log.
    case wrongOrigin
    /// No line of the note is a valid signature by this key.
    case badSignature
    /// The log has fewer entries than the last checkpoint signed.
    case wouldShrink(from: Int, to: Int)
    /// There are fewer or more bodies than entries since the last checkpoint.
    case wrongCount(expected: Int, found: Int)
    /// A stored body doesn't hash to its stored leaf: the number is its sequence number.
    case bodyChanged(seq: Int)
    /// The stored nodes no longer give the root that was signed last time.
    case notConsistent(with: Int)
    /// The bodies and the stored nodes give different roots.
    case nodesChanged(size: Int)

    /// What is wrong and what to do next.
    public var description: String {
        let next = "Nothing was signed. Run `sentinel ledger verify` on a copy with a checkpoint kept outside, and call the auditor."
        return switch self {
        case .badOrigin: "A log's name must not be empty nor hold spaces, line breaks or '+'. Give one like 'sentinel.example.org/ledger'."
        case .badKey:
            "This is not an Ed25519 key of 32 bytes. Look for a line 'name+8 hex digits+base64', as `sentinel ledger key` prints it."
        case .notANote:
            "This is not a checkpoint note. It should have a name, a size, a root, an empty line and a line beginning with '\u{2014}'."
        case .wrongOrigin: "This checkpoint is of another log. Give the checkpoint kept for this one."
        case .badSignature:
            "This checkpoint isn't signed by the given key. Give the public key that was in force, or treat the note as forged."
        case .wouldShrink(let old, let new): "The log has \(new) entries, but \(old) were signed for. \(next)"
        case .wrongCount(let expected, let found):
            "There should be \(expected) entries since the last checkpoint; \(found) were found. \(next)"
        case .bodyChanged(let seq): "Entry \(seq) doesn't match its leaf hash. \(next)"
        case .notConsistent(let size): "The stored tree doesn't extend the checkpoint at \(size). \(next)"
        case .nodesChanged(let size): "The stored tree of \(size) entries doesn't match the entries. \(next)"
        }
    }
}
