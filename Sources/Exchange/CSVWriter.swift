// SPDX-License-Identifier: Apache-2.0

/// Writes comma-separated files (RFC 4180) that a spreadsheet opens as text and never as a formula (SECURITY row 19).
public enum CSVWriter {
    /// The file: UTF-8 with a byte order mark, because spreadsheets take other files for their own code page.
    public static func bytes(_ rows: [[String]]) -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + Array(rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    /// A cell. What begins as a formula does gets an apostrophe, which spreadsheets take for "this is text".
    static func cell(_ text: String) -> String {
        let guarded = beginsAFormula(text) ? "'" + text : text
        let isPlain = !guarded.utf8.contains {
            [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0)
        }
        return isPlain ? guarded : "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// What was written by `cell`, as it was before: a file that was taken out can be brought in again.
    static func unguarded(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "'") && beginsAFormula(String(text.dropFirst())) ? String(text.dropFirst()) : text
    }

    /// Apostrophes are doubled in front of what would begin a formula without them, so that nothing changes on the way out and in again.
    private static func beginsAFormula(_ text: String) -> Bool {
        let rest = text.drop { $0 == "'" }
        guard let first = rest.unicodeScalars.first else { return false }
        return ["=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains(first)
    }
}
