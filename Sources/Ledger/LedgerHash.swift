// SPDX-License-Identifier: Apache-2.0

/// A SHA-256 value, kept in four words so that a million of them need no heap.
public struct LedgerHash: Sendable, Hashable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Bytes of a SHA-256 value.
    public static let length = 32

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: some Sequence<UInt8>) {
        var words: [UInt64] = []
        var word: UInt64 = 0
        var count = 0
        for byte in bytes {
            if count == Self.length { return nil }
            word = word << 8 | UInt64(byte)
            count += 1
            if count.isMultiple(of: 8) { words.append(word) }
        }
        guard count == Self.length else { return nil }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// Nil unless there are exactly 64 lower-case hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hex.bytes(of: hex) else { return nil }
        self.init(bytes)
    }

    /// Reads the 32 bytes of a digest without a copy on the heap.
    init(digest: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> UInt64 { UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
        words = (word(0), word(1), word(2), word(3))
    }

    /// The 32 bytes, for a BLOB column.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
            write(to: UnsafeMutableRawBufferPointer(buffer))
            count = Self.length
        }
    }

    /// 64 lower-case hexadecimal digits, for an entry's body.
    public var hex: String { Hex.text(of: bytes) }

    func write(to buffer: UnsafeMutableRawBufferPointer) {
        buffer.storeBytes(of: words.0.bigEndian, toByteOffset: 0, as: UInt64.self)
        buffer.storeBytes(of: words.1.bigEndian, toByteOffset: 8, as: UInt64.self)
        buffer.storeBytes(of: words.2.bigEndian, toByteOffset: 16, as: UInt64.self)
        buffer.storeBytes(of: words.3.bigEndian, toByteOffset: 24, as: UInt64.self)
    }

    /// Equal when all 32 bytes are.
    public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    /// A hash is uniform already: one word is enough for a table in memory.
    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
