// SPDX-License-Identifier: Apache-2.0

/// Telephone numbers in what a page says, as links: on a phone nobody has to copy a number. Numbers are found as they are written, in
/// whatever language, so that no sentence needs a word of mark-up for it.
enum Telephone {
    /// Figures of a number that is not one of `short`, as numbers are written in the United Kingdom; Childline's is the shortest.
    private static let length = 8...15
    /// Numbers of three figures that everybody knows: emergency, and police where it is none.
    private static let short: Set<String> = ["999", "101"]
    /// What makes figures beside it something other than a telephone number: a date, a reference, a time.
    private static let joining = Set("-./:,#&_".utf8)

    /// A link that rings and looks like a button.
    static func button(_ label: Sentence, _ number: String) -> HTML {
        "<a class=\"button danger\"\(attribute: "href", "tel:\(number.filter(\.isNumber))")>\(label)</a>"
    }

    /// Appends a sentence as HTML, with links. What stands in a tag or in a link already is left alone.
    static func append(_ sentence: Sentence, to output: inout [UInt8], _ rendering: Rendering) {
        var html: [UInt8] = []
        sentence.append(to: &html, rendering)
        var index = 0
        var isLink = false
        while index < html.count {
            if html[index] == UInt8(ascii: "<") {
                let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
                let tag = html[index...end]
                if tag.starts(with: "<a ".utf8) { isLink = true } else if tag.starts(with: "</a".utf8) { isLink = false }
                output.append(contentsOf: tag)
                index = end + 1
            } else if !isLink, let end = endOfNumber(in: html, from: index) {
                let digits = String(decoding: html[index..<end].filter { isDigit($0) || $0 == UInt8(ascii: "+") }, as: UTF8.self)
                output.append(contentsOf: "<a href=\"tel:\(digits)\">".utf8)
                output.append(contentsOf: html[index..<end])
                output.append(contentsOf: "</a>".utf8)
                index = end
            } else {
                output.append(html[index])
                index += 1
            }
        }
    }

    /// Where the number that begins here ends; nil where none does.
    private static func endOfNumber(in html: [UInt8], from start: Int) -> Int? {
        let first = html[start]
        guard isDigit(first) || first == UInt8(ascii: "+"), start == 0 || !isPartOfWord(html[start - 1]) else { return nil }
        var end = start + 1
        while end < html.count {
            // One space or hyphen between groups of figures.
            let isGap = html[end] == UInt8(ascii: " ") || html[end] == UInt8(ascii: "-")
            guard isDigit(html[end]) || (isGap && end + 1 < html.count && isDigit(html[end + 1])) else { break }
            end += 1
        }
        let written = String(decoding: html[start..<end], as: UTF8.self)
        let isLong = (first == UInt8(ascii: "0") || first == UInt8(ascii: "+")) && length.contains(written.filter(\.isNumber).count)
        return (isLong || short.contains(written)) && !isPartOfWord(after: end, in: html) ? end : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || joining.contains(byte) || byte >= 0x80
    }

    /// A full stop or comma may follow a number; one with more behind it makes it part of something longer.
    private static func isPartOfWord(after end: Int, in html: [UInt8]) -> Bool {
        guard end < html.count else { return false }
        let isEnd = html[end] == UInt8(ascii: ".") || html[end] == UInt8(ascii: ",") || html[end] == UInt8(ascii: ":")
        if isEnd { return end + 1 < html.count && isDigit(html[end + 1]) }
        // "&" begins an entity such as a closing bracket's or quotation mark's.
        return html[end] != UInt8(ascii: "&") && html[end] < 0x80 && isPartOfWord(html[end])
    }
}
