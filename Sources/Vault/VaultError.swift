// SPDX-License-Identifier: Apache-2.0

/// Why a key could not be used or a sealed thing not opened. Holds no secret and nothing about a person.
public enum VaultError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A key must be 32 bytes.
    case badKeyLength(Int)
    /// Too short to be a sealed document or a wrapped key.
    case tooShort(Int)
    /// The first byte names a format that this program doesn't know.
    case unknownFormat(UInt8)
    /// Wrong key, wrong place (kind, id, version or format), or changed bytes: nobody can tell which.
    case notAuthentic
    /// The injected randomness gave another number of bytes than asked for.
    case badRandomness
    /// scrypt refused the cost or ran out of memory.
    case badCost
    /// All places for password work and for waiting are taken.
    case busy

    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .badKeyLength(let count): "A key has \(count) bytes, it must have 32. Give the key file that `sentinel setup` wrote."
        case .tooShort(let count): "A sealed value has only \(count) bytes, so it was cut. Restore it from a backup."
        case .unknownFormat(let format): "A sealed value has format \(format), which this program doesn't know. Use the newer program."
        case .notAuthentic: "A sealed value could not be opened: wrong key, or it was moved or changed. Run `sentinel ledger verify`."
        case .badRandomness: "The source of randomness failed. Nothing was sealed; restart the server and look at `sentinel doctor`."
        case .badCost: "The password could not be hashed at this cost. Lower the cost in the configuration or give the server more memory."
        case .busy: "Too many people are signing in at this moment. Try again in a few seconds."
        }
    }
}
