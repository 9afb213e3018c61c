// SPDX-License-Identifier: Apache-2.0

/// Base64 without padding (RFC 4648 §4 and §5), strict: one value has one text.
enum Base64Text {
    enum Alphabet {
        case standard
        case urlSafe

        var characters: [UInt8] {
            Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8) + Array((self == .standard ? "+/" : "-_").utf8)
        }
    }

    static func text(of bytes: [UInt8], alphabet: Alphabet) -> String {
        let characters = alphabet.characters
        return String(decoding: BitGroups.regroup(bytes, from: 8, to: 6).map { characters[Int($0)] }, as: UTF8.self)
    }

    static func bytes(of text: String, alphabet: Alphabet) -> [UInt8]? {
        let characters = alphabet.characters
        var groups: [UInt8] = []
        for character in text.utf8 {
            guard let value = characters.firstIndex(of: character) else { return nil }
            groups.append(UInt8(value))
        }
        return BitGroups.bytes(of: groups, width: 6)
    }
}
