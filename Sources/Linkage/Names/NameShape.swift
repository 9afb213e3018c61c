// SPDX-License-Identifier: Apache-2.0

/// A name taken apart: its words, and for each the core that remains without Mac and Ó, al- and Abd, van and de.
struct NameShape {
    struct Word {
        let letters: [UInt8]
        /// Without what stands before it; the same as `letters` when nothing does.
        let core: [UInt8]
        let prefix: Prefix
    }

    enum Prefix { case none, mac, o, servant, article }

    private(set) var words: [Word] = []
    /// Whether two names are joined by a hyphen.
    let isHyphenated: Bool

    private static func set(_ text: String) -> Set<[UInt8]> { Set(text.split(separator: " ").map { Array($0.utf8) }) }

    private static let titles = set("mr mrs ms miss mx dr prof master sir lady lord rev jr sr junior senior")
    private static let macs = set("mac mc nic nig mhic vic")
    private static let os = set("o ni ui ua")
    private static let servants = set("abd abdul abdel abdal abdur abdus abdu abdi abdou abdir cabdi cabdul")
    private static let articles = set("al el ul ur ud us ad ar as ash az an at ed ech es et")
    private static let links = set(
        "bin ibn ben bint ould wuld ap ab ferch van von der den de la le du da di dos das del della ter ten af av zu")

    init(_ text: String) {
        isHyphenated = text.contains("-")
        // O'Brien: the apostrophe parts, before folding drops it
        var marked = ""
        for letter in text {
            let isMark = letter == "'" || letter == "\u{2019}"
            if isMark, marked.last == "O" || marked.last == "o", marked.dropLast().last.map({ $0 == " " }) ?? true {
                marked.append(" ")
            } else {
                marked.append(letter)
            }
        }
        let bytes = Fold.bytes(marked, limit: 200)
        let all = Fold.words(bytes).prefix(10).map { Array(bytes[$0]) }
        let kept = all.count > 1 ? all.filter { !Self.titles.contains($0) } : all
        var place = 0
        while place < kept.count {
            place += take(kept, at: place)
        }
    }

    /// Takes the word at a place with what belongs to it; how many words it took.
    private mutating func take(_ all: [[UInt8]], at place: Int) -> Int {
        let word = all[place]
        guard place + 1 < all.count else {
            add(word)
            return 1
        }
        let next = all[place + 1]
        if Self.macs.contains(word) {
            words.append(Word(letters: Array("mac".utf8) + next, core: next, prefix: .mac))
            return 2
        }
        if Self.os.contains(word) {
            words.append(Word(letters: [0x6F] + next, core: Self.unlenited(next), prefix: .o))
            return 2
        }
        if Self.servants.contains(word) {
            let skip = Self.articles.contains(next) && place + 2 < all.count ? 2 : 1
            words.append(Word(letters: Array("abdul".utf8) + all[place + skip], core: all[place + skip], prefix: .servant))
            return skip + 1
        }
        if Self.articles.contains(word) {
            words.append(Word(letters: word + next, core: next, prefix: .article))
            return 2
        }
        if Self.links.contains(word), place > 0 || word.count <= 3 && word != Array("ben".utf8) { return 1 }
        add(word)
        return 1
    }

    private mutating func add(_ word: [UInt8]) {
        for (text, prefix, least) in [("mac", Prefix.mac, 7), ("mc", .mac, 5)] where word.count >= least && word.starts(with: text.utf8) {
            words.append(Word(letters: word, core: Array(word.dropFirst(text.utf8.count)), prefix: prefix))
            return
        }
        if let core = Self.servantCore(word) {
            words.append(Word(letters: word, core: core, prefix: .servant))
        } else {
            words.append(Word(letters: word, core: word, prefix: .none))
        }
    }

    /// "abdirahman", "abdurrahman", "cabdiraxmaan": rahman, rahman, raxmaan. Nil for words that are not of this kind.
    static func servantCore(_ word: [UInt8]) -> [UInt8]? {
        var rest = word[...]
        if rest.first == 0x63 { rest = rest.dropFirst() }
        guard rest.starts(with: "abd".utf8) else { return nil }
        rest = rest.dropFirst(3)
        if let vowel = rest.first, Phones.isVowel(vowel) { rest = rest.dropFirst() }
        if rest.first == 0x6C, rest.dropFirst().first != 0x6C {
            rest = rest.dropFirst()
        } else if rest.count > 1, rest.first == rest.dropFirst().first {
            rest = rest.dropFirst()
        }
        return rest.count >= 4 ? Array(rest) : nil
    }

    /// Irish names of women soften what follows: Ní Bhriain is Briain.
    private static func unlenited(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 4, word[1] == 0x68, "bcdfgmpst".utf8.contains(word[0]) else { return word }
        return [word[0]] + word[2...]
    }

    /// All words run together.
    var joined: [UInt8] { words.flatMap(\.letters) }
}
