// SPDX-License-Identifier: Apache-2.0

/// Base32 of RFC 4648 §6, in which authenticator apps take their secret.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(of bytes: [UInt8], padded: Bool = false) -> String {
        let symbols = BitGroups.regroup(bytes, from: 8, to: 5).map { alphabet[Int($0)] }
        let padding = padded ? (8 - symbols.count % 8) % 8 : 0
        return String(decoding: symbols + [UInt8](repeating: UInt8(ascii: "="), count: padding), as: UTF8.self)
    }

    /// Reads either case, with or without padding, spaces passed over. Nil for anything else.
    static func bytes(of text: String) -> [UInt8]? {
        var groups: [UInt8] = []
        for character in text.uppercased().utf8 where character != UInt8(ascii: "=") && character != UInt8(ascii: " ") {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            groups.append(UInt8(value))
        }
        return BitGroups.bytes(ofFiveBitGroups: groups)
    }
}
