// SPDX-License-Identifier: Apache-2.0

extension Sentence {
    /// Appends the sentence in the reader's language as HTML; text is escaped.
    func append(to output: inout [UInt8], _ rendering: Rendering) {
        forEachPart(in: rendering.wording) { part in
            switch part {
            case .literal(let text): HTMLEscaping.append(text, to: &output)
            case .argument(.text(let text)): HTMLEscaping.append(text, to: &output)
            case .argument(.html(let html)): output.append(contentsOf: html.rendered(rendering))
            case .argument(.sentence(let sentence)): sentence.append(to: &output, rendering)
            }
        }
    }

    /// The sentence as plain text, for a JSON answer or a subject line. Mark-up of an argument is left out, its text is kept.
    func text(in wording: Wording = .english) -> String {
        var output = ""
        forEachPart(in: wording) { part in
            switch part {
            case .literal(let text): output += text
            case .argument(.text(let text)): output += text
            case .argument(.html(let html)): output += html.withoutMarkup(in: wording)
            case .argument(.sentence(let sentence)): output += sentence.text(in: wording)
            }
        }
        return output
    }

    private enum Part {
        case literal(String)
        case argument(Argument)
    }

    /// Walks the wording of this sentence. A placeholder without an argument is left as it stands: a mistake in a language file must not
    /// take a page down, and a test finds it.
    private func forEachPart(in wording: Wording, _ body: (Part) -> Void) {
        let pattern = wording.pattern(for: self)
        guard pattern.utf8.contains(UInt8(ascii: "%")) else { return body(.literal(pattern)) }
        var rest = pattern[...]
        while let percent = rest.utf8.firstIndex(of: UInt8(ascii: "%")) {
            if percent > rest.startIndex { body(.literal(String(rest[..<percent]))) }
            let next = rest.utf8.index(after: percent)
            let digits = rest[next...].prefix { $0.isASCII && $0.isNumber }
            if let number = Int(digits), number >= 1, number <= arguments.count {
                body(.argument(arguments[number - 1]))
                rest = rest[digits.endIndex...]
            } else {
                body(.literal("%"))
                let isEscaped = next < rest.endIndex && rest.utf8[next] == UInt8(ascii: "%")
                rest = rest[(isEscaped ? rest.utf8.index(after: next) : next)...]
            }
        }
        if !rest.isEmpty { body(.literal(String(rest))) }
    }
}

extension HTML {
    /// The text between the tags, for places that can't show mark-up. Only used on HTML of our own making.
    func withoutMarkup(in wording: Wording) -> String {
        var isTag = false
        var kept: [UInt8] = []
        for byte in rendered(Rendering(wording: wording, forgeryToken: nil)) {
            if byte == UInt8(ascii: "<") {
                isTag = true
            } else if byte == UInt8(ascii: ">") {
                isTag = false
            } else if !isTag {
                kept.append(byte)
            }
        }
        var text = String(decoding: kept, as: UTF8.self)
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"), ("&amp;", "&")] {
            text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }
}
