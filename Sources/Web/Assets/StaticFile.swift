// SPDX-License-Identifier: Apache-2.0

/// One file of `Public/`, held in memory.
struct StaticFile: Sendable {
    let bytes: [UInt8]
    /// The media type.
    let type: String
    /// A hash of the content, as an entity tag.
    let tag: String

    init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        type = Self.type(of: name)
        tag = ContentHash.text(bytes)
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "woff2": "font/woff2"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}

/// A hash that tells two versions of a file apart. Not for secrets: nobody gains by making two of our own files collide.
enum ContentHash {
    /// Sixteen hexadecimal digits, FNV-1a of 64 bits.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Hexadecimal.text((0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64(56 - $0 * 8)) })
    }
}
