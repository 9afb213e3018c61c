// SPDX-License-Identifier: Apache-2.0

/// Whether a registration mark as reported is the whole of it. The person's word decides; where they said nothing, its form does: a part
/// that is taken for a whole mark is never laid beside the vehicle it belongs to, a whole one taken for a part still is.
public enum RegistrationMark {
    /// The code of the list `mark_read` for a mark of which all was read.
    public static let whole = "whole"
    /// The code for a mark of which only a part was read.
    public static let part = "part"

    /// The signs by which people write what they could not read.
    private static let unread: Set<Character> = ["?", "*", "_", "…"]

    /// Whether the mark is whole. `said` is the answer to `vehicle.mark_read`, if there is one.
    public static func isWhole(_ mark: String, said: String?) -> Bool {
        // What could not be read is written into the mark itself: nothing else can say more.
        if marksWhatIsUnread(mark) || said == part { return false }
        return said == whole || looksWhole(mark)
    }

    /// Whether the person wrote signs for what they could not read.
    public static func marksWhatIsUnread(_ mark: String) -> Bool { mark.contains("..") || mark.contains(where: unread.contains) }

    /// Whether the mark has the form of a whole one of the United Kingdom: seven characters, the most there are (AA00 AAA, since 2001); or
    /// an older or Northern Irish style that could not be a piece of that.
    static func looksWhole(_ mark: String) -> Bool {
        let characters = mark.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        if characters.count >= 7 { return true }
        let form = String(characters.map { $0.isLetter ? "A" : "0" })
        return olderStyles.contains(form) && !"AA00AAA".contains(form) && !characters.hasPrefix("0")
    }

    /// A1 AAA to A999 AAA (1983 to 2001), AAA 1A to AAA 999A (1963 to 1982), and the styles without a year, letters or figures first.
    private static let olderStyles: Set<String> = {
        func run(_ sign: String, _ count: Int) -> String { String(repeating: sign, count: count) }
        var forms: Set<String> = []
        for figures in 1...4 {
            if figures < 4 { forms.formUnion(["A" + run("0", figures) + "AAA", "AAA" + run("0", figures) + "A"]) }
            for letters in 1...3 { forms.formUnion([run("A", letters) + run("0", figures), run("0", figures) + run("A", letters)]) }
        }
        return forms
    }()
}
