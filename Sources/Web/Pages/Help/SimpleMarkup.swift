// SPDX-License-Identifier: Apache-2.0

/// The few marks that help texts use: `## ` headings, `- ` and `1. ` lists, paragraphs, `**strong**`, `` `code` `` and `[words](/address)`.
/// Everything else is text and is escaped; a link leads to a page of ours or nowhere.
enum SimpleMarkup {
    private enum Block {
        case heading(String)
        case paragraph([String])
        case list([String], isNumbered: Bool)
    }

    /// The text as it is shown.
    static func html(_ lines: [String]) -> HTML {
        blocks(lines).map { block -> HTML in
            switch block {
            case .heading(let text): "<h2>\(inline(text))</h2>\n"
            case .paragraph(let lines): "<p>\(inline(lines.joined(separator: " ")))</p>\n"
            case .list(let items, true): "<ol>\(items.map { "<li>\(inline($0))</li>" as HTML })</ol>\n"
            case .list(let items, false): "<ul>\(items.map { "<li>\(inline($0))</li>" as HTML })</ul>\n"
            }
        }.joined()
    }

    private static func blocks(_ lines: [String]) -> [Block] {
        var blocks: [Block] = []
        var isOpen = false
        for line in lines {
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("<!--") {
                isOpen = false
            } else if line.hasPrefix("## ") {
                blocks.append(.heading(String(line.dropFirst(3))))
                isOpen = false
            } else if let (text, isNumbered) = item(line) {
                if isOpen, case .list(let items, isNumbered)? = blocks.last {
                    blocks[blocks.count - 1] = .list(items + [text], isNumbered: isNumbered)
                } else {
                    blocks.append(.list([text], isNumbered: isNumbered))
                }
                isOpen = true
            } else if isOpen, let last = blocks.last {
                blocks[blocks.count - 1] = continued(last, line)
            } else {
                blocks.append(.paragraph([line]))
                isOpen = true
            }
        }
        return blocks
    }

    private static func continued(_ block: Block, _ line: String) -> Block {
        let text = String(line.drop { $0 == " " })
        switch block {
        case .heading: return .paragraph([text])
        case .paragraph(let lines): return .paragraph(lines + [text])
        case .list(let items, let isNumbered):
            return .list(items.dropLast() + [(items.last ?? "") + " " + text], isNumbered: isNumbered)
        }
    }

    private static func item(_ line: String) -> (text: String, isNumbered: Bool)? {
        if line.hasPrefix("- ") { return (String(line.dropFirst(2)), false) }
        let number = line.prefix { $0.isNumber }
        guard !number.isEmpty, line.dropFirst(number.count).hasPrefix(". ") else { return nil }
        return (String(line.dropFirst(number.count + 2)), true)
    }

    /// Marks within a line.
    static func inline(_ text: String) -> HTML {
        var html = HTML()
        var rest = text[...]
        while let start = rest.firstIndex(where: { "*`[".contains($0) }) {
            html.append("\(ringing: String(rest[..<start]))")
            rest = rest[start...]
            if let (piece, end) = strong(rest) ?? code(rest) ?? link(rest) {
                html.append(piece)
                rest = rest[end...]
            } else {
                html.append(text: String(rest.removeFirst()))
            }
        }
        html.append("\(ringing: String(rest))")
        return html
    }

    private static func strong(_ text: Substring) -> (HTML, Substring.Index)? {
        guard text.hasPrefix("**"), let end = text.dropFirst(2).firstRange(of: "**") else { return nil }
        return ("<strong>\(text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound])</strong>", end.upperBound)
    }

    private static func code(_ text: Substring) -> (HTML, Substring.Index)? {
        guard text.hasPrefix("`"), let end = text.dropFirst().firstIndex(of: "`") else { return nil }
        return ("<code>\(text[text.index(after: text.startIndex)..<end])</code>", text.index(after: end))
    }

    private static func link(_ text: Substring) -> (HTML, Substring.Index)? {
        guard text.hasPrefix("["), let middle = text.firstRange(of: "]("), let end = text[middle.upperBound...].firstIndex(of: ")"),
            let url = SiteURL(returning: String(text[middle.upperBound..<end]))
        else { return nil }
        return ("<a href=\"\(url)\">\(text[text.index(after: text.startIndex)..<middle.lowerBound])</a>", text.index(after: end))
    }
}
