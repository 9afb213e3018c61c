// SPDX-License-Identifier: Apache-2.0

/// Roughly how a name sounds, read by the spelling rules of one language: a letter a sound. Upper case stands for sounds that Latin
/// letters write as two: S sh, C ch, Z as in John or measure, X as in loch, T as in Thomas or three.
struct Phones: Hashable {
    let sounds: [UInt8]

    /// Spelling rules, the longest first; `vowel` and others are general rules that come after them.
    struct Spelling {
        let rules: [(from: [UInt8], to: [UInt8], only: Place)]

        enum Place { case anywhere, start, notAtStart, end, beforeSoftVowel }

        /// "sz=S ^x=z cz=C w=v e$= c~=s": ^ at the start, + not at the start, $ at the end, ~ before e, i or y.
        init(_ text: String) {
            rules = (text + " " + Self.common).split(separator: " ").compactMap { rule in
                let sides = rule.split(separator: "=", omittingEmptySubsequences: false)
                guard sides.count == 2 else { return nil }
                var from = Array(sides[0].utf8)
                var place = Place.anywhere
                switch from.last {
                case UInt8(ascii: "$"): place = .end
                case UInt8(ascii: "~"): place = .beforeSoftVowel
                default: break
                }
                if place != .anywhere { from.removeLast() }
                if from.first == UInt8(ascii: "^") { place = .start }
                if from.first == UInt8(ascii: "+") { place = .notAtStart }
                if place == .start || place == .notAtStart { from.removeFirst() }
                return (from, Array(sides[1].utf8), place)
            }
        }

        private static let common = """
            ph=f th=T sh=S ch=C kh=X gh=g zh=Z dh=d bh=b ck=k qu=k q=k x=ks ah$=a eh$=e oh$=o \
            ee=i ea=i oo=u ou=u au=o aw=o ow=o ai=e ay=e ei=e ey=e ie=i ya=ya yo=yo yu=yu ye=ye \
            c~=s c=k g~=Z j=Z
            """
    }

    /// How languages spell; the first is English as a reader takes it.
    static let spellings: [Spelling] = [
        Spelling("^kn=n ^wr=r gh$= igh=i eigh=e mb$=m tch=C dge=Z ^gn=n e$= ^gi=gi ^ge=ge"),
        // Irish and Gaelic
        Spelling("bh=v mh=v +dh= +gh= fh= th=h ^sh=h ch=X aoi=i ao=i eoi=o io=i si=Si se=Se is$=iS c=k g=g idh$=i adh$=a ea=a ai=a"),
        // Polish
        Spelling("szcz=S sz=S cz=C rz=Z ch=X dz=z ci=Ci si=Si zi=Zi w=v c=s j=y ski$=ski ska$=ski cka$=ski cki$=ski ou=ou"),
        // Somali
        Spelling("x=h c= kh=X dh=d q=k aa=a ii=i uu=u oo=o ee=e g=g j=Z"),
        // Turkish
        Spelling("c=Z j=Z y=y g=g ii=i"),
        // French
        Spelling("ch=S dj=Z ou=u eau=o oi=wa gu=g gn=n ill=y e$= es$= x$= tch=C ^hou=u"),
        // German, Dutch, Scandinavian
        Spelling("sch=S tsch=C w=v z=s j=y ch=X v=f ei=e g=g ij=i"),
        // Italian, Romanian
        Spelling("ch=k gh=g sci=Si sce=Se ci=Ci ce=Ce gi=Zi ge=Ze z=s gli=li gn=n ia=ia"),
        // Spanish, Portuguese
        Spelling("j=h ll=y lh=l nh=n z=s ^x=S x=S v=b ch=C g~=h gu=g qu=k ao$=on"),
        // Slavic names in Latin letters
        Spelling("shch=S kh=h zh=Z ts=s ya=ia yu=iu iy$=i ii$=i yy$=i ij$=i ey$=ei w=v g=g j=y ova$=ov eva$=ev aya$=i off$=ov h=g"),
        // Chinese
        Spelling("zh=Z x=S hs=S q=C c=s ts=s j=Z ch=Z k=g t=d p=b"),
        // Welsh
        Spelling("ff=F f=v F=f dd=T ll=l w=u ch=X si=Si c=k g=g y=i u=i"),
    ]

    init(_ word: [UInt8], _ spelling: Spelling) {
        var out: [UInt8] = []
        var place = 0
        while place < word.count {
            var matched = false
            for rule in spelling.rules where Self.fits(rule, word, place) {
                out += rule.to
                place += rule.from.count
                matched = true
                break
            }
            if matched { continue }
            out.append(word[place])
            place += 1
        }
        var sounds: [UInt8] = []
        for (index, sound) in out.enumerated() where sounds.last != sound {
            // y is a vowel but before one
            let next = index + 1 < out.count ? out[index + 1] : 0
            sounds.append(sound == UInt8(ascii: "y") && !Self.isVowel(next) ? UInt8(ascii: "i") : sound)
        }
        self.sounds = sounds
    }

    private static func fits(_ rule: (from: [UInt8], to: [UInt8], only: Spelling.Place), _ word: [UInt8], _ place: Int) -> Bool {
        let end = place + rule.from.count
        guard end <= word.count, word[place..<end].elementsEqual(rule.from) else { return false }
        switch rule.only {
        case .anywhere: return true
        case .start: return place == 0
        case .notAtStart: return place > 0
        case .end: return end == word.count && place > 1
        case .beforeSoftVowel: return end < word.count && [0x65, 0x69, 0x79].contains(word[end])
        }
    }

    static func isVowel(_ sound: UInt8) -> Bool {
        switch UnicodeScalar(sound) {
        case "a", "e", "i", "o", "u": true
        default: false
        }
    }

    /// The readings of a word, each once.
    static func readings(of word: [UInt8]) -> [Phones] {
        var out: [Phones] = []
        for spelling in spellings {
            let reading = Phones(word, spelling)
            if !out.contains(reading) { out.append(reading) }
        }
        return out
    }
}
