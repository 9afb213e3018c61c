// SPDX-License-Identifier: Apache-2.0

/// One thing in a query, and the ways in which it may be meant.
struct SearchTerm {
    enum Reading: Hashable {
        /// A word: of a name, an address, a text.
        case word([UInt8])
        /// Digits of a telephone number, without what stands before the national number.
        case digits([UInt8])
        case postcode([UInt8])
        case mark([UInt8])
        case email([UInt8])
        case handle([UInt8])
        case identifier([UInt8])
    }

    let text: String
    let readings: [Reading]

    /// The terms of a text. Parts of one number, postcode or mark that stand apart are read together.
    static func read(_ text: String) -> [SearchTerm] {
        let chunks = text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }).map(String.init)
        var terms: [SearchTerm] = []
        var index = 0
        while index < chunks.count {
            var joined = chunks[index]
            var next = index + 1
            while next < chunks.count, belongs(chunks[next], to: joined) {
                joined += " " + chunks[next]
                next += 1
            }
            terms.append(SearchTerm(text: joined, readings: readings(joined)))
            index = next
        }
        return terms
    }

    private static func isNumeric(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || "+-()./ ".contains($0) }
    }

    private static func belongs(_ next: String, to text: String) -> Bool {
        if isNumeric(text) && isNumeric(next) { return text.count(where: \.isNumber) + next.count(where: \.isNumber) <= 15 }
        guard !text.contains(" "), text.contains(where: \.isNumber), text.contains(where: \.isLetter) else { return false }
        let together = Postcode.normalised(text + next)
        if let together, together.withUnsafeBufferPointer(Postcode.isWhole), next.count == 3, next.first?.isNumber == true { return true }
        // "QQ01 QZZ"
        return text.count <= 4 && next.count == 3 && next.allSatisfy { $0.isLetter || $0 == "?" } && next.uppercased() == next
    }

    private static func readings(_ text: String) -> [Reading] {
        if let email = AccountName.email(text), text.first != "@" { return [.email(email)] }
        if text.first == "@" { return AccountName.handle(text).map { [.handle($0)] } ?? [] }
        var readings: [Reading] = []
        let folded = Fold.bytes(text, limit: 80)
        let hasDigit = text.contains(where: \.isNumber)
        if isNumeric(text) {
            let digits = national(folded.filter { (0x30...0x39).contains($0) })
            if digits.count >= 4 { readings.append(.digits(digits)) }
        }
        if hasDigit || text.contains("?") || text.contains("*") {
            if let code = Postcode.normalised(text) { readings.append(.postcode(code)) }
            if let mark = VehicleMark.normalised(text), mark.count(where: { $0 != VehicleMark.one && $0 != VehicleMark.several }) >= 3 {
                readings.append(.mark(mark))
            }
        }
        if hasDigit, let identifier = AccountName.identifier(text) { readings.append(.identifier(identifier)) }
        if let handle = AccountName.handle(text), handle.count >= 4 { readings.append(.handle(handle)) }
        if let word = PersonalName.normalised(text), word.count >= 2, !isNumeric(text) {
            for range in Fold.words(word) where range.count >= 2 { readings.append(.word(Array(word[range]))) }
        }
        return readings
    }

    /// Without the country code or the trunk zero.
    private static func national(_ digits: [UInt8]) -> [UInt8] {
        let (zero, four): (UInt8, UInt8) = (0x30, 0x34)
        if digits.starts(with: [zero, zero, four, four]) { return Array(digits.dropFirst(4)) }
        if digits.count >= 8, digits.starts(with: [four, four]) { return Array(digits.dropFirst(2)) }
        if digits.count >= 5, digits.first == zero { return Array(digits.dropFirst()) }
        return digits
    }
}
