// SPDX-License-Identifier: Apache-2.0

/// The hashes under which records are found. They stand in the index (and in its sealed files) only: never an identifier, never keyed.
enum KeyHash {
    /// A hash of bytes: FNV-1a with a finaliser, so that keys spread evenly over 64 bits.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return mix(hash)
    }

    /// A hash of an array.
    static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer(of) }

    /// The finaliser (MurmurHash3's).
    static func mix(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ (hash >> 33)
    }

    /// A key: a class and one or two parts.
    static func key(_ kind: KeyClass, _ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
        mix(mix(first &+ UInt64(kind.rawValue) &* 0x9e37_79b9_7f4a_7c15) ^ (second &* 0xd6e8_feb8_6659_fd93))
    }

    /// A key of two parts whose order says nothing.
    static func pair(_ kind: KeyClass, _ left: UInt64, _ right: UInt64) -> UInt64 {
        left < right ? key(kind, left, right) : key(kind, right, left)
    }
}

/// The classes of keys.
enum KeyClass: UInt8 {
    case nameToken = 1, nameSound, soundPair, soundYear, soundInitial, birthDate
    case phone, phonePart, email, identifier, handle, handleStem, mark, markPart, partialMark
    case postcode, outward, numberAndWord, addressWord, word
}
