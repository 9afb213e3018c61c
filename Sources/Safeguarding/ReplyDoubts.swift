// SPDX-License-Identifier: Apache-2.0
public import Standard

/// Whether a written reply looks as if it said what no reply says: whether anyone is known, what was found, or who acted. The phrases are the
/// standard's. It is a prompt to read once more, and the person decides (DESIGN rule 4).
public enum ReplyDoubts {
    /// The codes of the list `reply_doubt` that the words bring to mind, in the list's order.
    public static func of(_ words: String, _ standard: Standard) -> [Code] {
        let text = " " + spaced(words) + " "
        return standard.list(.replyDoubt).codes.filter { doubt in
            (doubt.text("words") ?? "").split(separator: ",").contains { phrase in
                let phrase = spaced(String(phrase))
                return !phrase.isEmpty && text.contains(" " + phrase + " ")
            }
        }
    }

    /// Lower-case words with one space between them.
    private static func spaced(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
