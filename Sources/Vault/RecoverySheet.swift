// SPDX-License-Identifier: Apache-2.0

/// Why the text of a recovery sheet is not a key. Says where to look, never what was typed.
public enum RecoverySheetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A character that no sheet holds.
    case badCharacter
    /// Characters are missing or too many.
    case wrongLength(found: Int)
    /// The check character of these lines (from 1) doesn't fit.
    case wrongLines([Int])

    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .badCharacter: "There is a character that the sheet can't hold. It has digits and letters, without I, L, O and U."
        case .wrongLength(let found):
            "The sheet has \(RecoverySheet.length) characters, \(found) were typed. Look for a missing or doubled group."
        case .wrongLines(let lines): "Read line \(lines.map { String($0) }.joined(separator: ", ")) again: a character in it is wrong."
        }
    }
}

/// The master key on paper: four lines of fourteen characters, each with a check of its own, so that a slip is found line
/// by line.
public enum RecoverySheet {
    static let lines = 4
    static let symbolsPerLine = 13
    /// Characters without hyphens and line breaks.
    static let length = lines * (symbolsPerLine + 1)

    /// Four lines such as `0123-4567-89AB-CD`.
    public static func text(of key: MasterKey) -> String {
        let symbols = Crockford.symbols(of: key.bytes)
        return (0..<lines).map { line in
            let data = symbols[(line * symbolsPerLine)..<((line + 1) * symbolsPerLine)]
            return Crockford.grouped(Crockford.text(ofSymbols: data + [Crockford.check(data, salt: salt(line))]))
        }.joined(separator: "\n")
    }

    /// Reads the sheet back, forgiving o for 0, i and l for 1, case, spaces, hyphens and line breaks.
    public static func key(reading text: String) throws(RecoverySheetError) -> MasterKey {
        guard let symbols = Crockford.symbols(reading: text) else { throw .badCharacter }
        guard symbols.count == length else { throw .wrongLength(found: symbols.count) }
        var data: [UInt8] = []
        var wrong: [Int] = []
        for line in 0..<lines {
            let part = Array(symbols[(line * (symbolsPerLine + 1))..<((line + 1) * (symbolsPerLine + 1))])
            guard let unchecked = Crockford.unchecked(part, salt: salt(line)) else {
                wrong.append(line + 1)
                continue
            }
            data += unchecked
        }
        guard wrong.isEmpty else { throw .wrongLines(wrong) }
        guard let bytes = Crockford.bytes(ofSymbols: data), let key = try? MasterKey(bytes: bytes) else { throw .wrongLines([lines]) }
        return key
    }

    /// A different salt on each line: exchanged lines are found too.
    private static func salt(_ line: Int) -> UInt8 { UInt8(line + 1) }
}

extension Crockford {
    /// Groups of four with hyphens between.
    static func grouped(_ text: String) -> String {
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: 4).map { String(characters[$0..<min($0 + 4, characters.count)]) }.joined(
            separator: "-")
    }
}
