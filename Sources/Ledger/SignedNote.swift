// SPDX-License-Identifier: Apache-2.0

/// C2SP signed-note: a text, an empty line, and lines `— name base64(key id ‖ signature)`.
struct SignedNote {
    struct Signature {
        let name: String
        /// Four bytes of key id, then the signature.
        let bytes: [UInt8]
    }

    /// The signed text, with its last line break.
    let text: String
    private(set) var signatures: [Signature] = []

    init?(_ note: String) {
        // The last empty line separates: a text may not hold one in our checkpoints, but the format allows it.
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last == "", let blank = lines.dropLast().lastIndex(of: ""), blank > 0 else { return nil }
        text = lines[..<blank].map { $0 + "\n" }.joined()
        for line in lines[(blank + 1)..<(lines.count - 1)] {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}", let bytes = Base64.bytes(of: String(parts[2])), bytes.count > 4 else {
                return nil
            }
            signatures.append(Signature(name: String(parts[1]), bytes: bytes))
        }
        guard !signatures.isEmpty else { return nil }
    }

    static func text(of checkpoint: Checkpoint, signature: [UInt8]) -> String {
        "\(checkpoint.text)\n\u{2014} \(checkpoint.origin) \(Base64.text(of: signature))\n"
    }
}
