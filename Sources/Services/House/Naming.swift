// SPDX-License-Identifier: Apache-2.0

/// Whether somebody is named in words that software cannot read otherwise.
enum Naming {
    /// Whether the whole of a name stands in a text: each of its words, one beside the other, in either order.
    static func stands(_ name: String, in text: String) -> Bool {
        let name = words(name)
        guard name.count > 1 else { return false }
        let text = words(text)
        return [name, Array(name.reversed())].contains { sought in
            text.indices.contains { start in
                start + sought.count <= text.count && Array(text[start..<(start + sought.count)]) == sought
            }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" && $0 != "-" }.map { AccountIndex.folded(name: String($0)) }
            .filter { !$0.isEmpty }
    }
}
