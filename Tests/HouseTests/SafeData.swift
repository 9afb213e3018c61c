// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What may stand in the repository as the phone, address or identifier of anybody: only values that reach nobody (DOMAIN 10.1).
enum SafeData {
    /// A kind of identifier: how it looks when it could be real, and whether a found one is kept for fiction.
    struct Kind: Sendable {
        let name: String
        let pattern: Pattern
        let safe: @Sendable (String) -> Bool
    }

    static let kinds: [Kind] = [
        Kind(name: "phone number", pattern: phone, safe: isSafePhone),
        Kind(name: "e-mail address", pattern: email, safe: isSafeEmail),
        Kind(name: "postcode", pattern: postcode, safe: { !postcodeAreas.contains(String($0.prefix { $0.isLetter })) }),
        Kind(name: "National Insurance number", pattern: nationalInsurance, safe: { _ in false }),
        Kind(name: "NHS number", pattern: Pattern(#"(?<![\d.)-])\d{3}[ -]\d{3}[ -]\d{4}(?![\d.-])"#), safe: { $0.hasPrefix("999") }),
        Kind(name: "vehicle mark", pattern: vehicleMark, safe: { _ in false }),
    ]

    /// The findings of one file.
    static func findings(_ file: HouseFile) -> [Finding] {
        kinds.flatMap { kind in
            kind.pattern.matches(in: file.text).filter { !kind.safe($0.text.trimmingCharacters(in: ["\"", "'"])) }
                .map { Finding(path: file.path, line: $0.line, what: "\(kind.name) outside the ranges kept for fiction") }
        }
    }

    static let email = Pattern(#"(?<![\w.+-])[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}\b"#)

    /// A real one never begins with Q.
    static let nationalInsurance = Pattern(#"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"#)

    /// Too long for 999, 101 and Childline's 0800 1111, the only public numbers that pages name.
    static let phone = Pattern(
        #"(?<![\w.+/#%-])(?:\+44 ?(?:\(0\) ?)?\d{2,4}|0\d{2,4})(?:[ -]\d{3,4}[ -]?\d{3,4}|\d{6,7})(?![\w-])"#)

    /// Ofcom's numbers for drama (DOMAIN 10.1): prefix, the rest is free; 1,000 numbers each.
    static let dramaPrefixes =
        ["113", "114", "115", "116", "117", "118", "121", "131", "141", "151", "161"].map { "0\($0)4960" } + [
            "07700900", "01914980", "02079460", "02920180", "02896496", "01632960", "08081570", "09098790", "03069990",
        ]

    @Sendable static func isSafePhone(_ text: String) -> Bool {
        var digits = text.filter(\.isASCII).filter(\.isNumber)
        if text.hasPrefix("+44") { digits = "0" + digits.dropFirst(2).drop { $0 == "0" } }
        let alphabet = digits == "0123456789" || Set(digits).count == 1
        return alphabet || dramaPrefixes.contains { digits.hasPrefix($0) } || !(10...11).contains(digits.count)
    }

    @Sendable static func isSafeEmail(_ text: String) -> Bool {
        let domain = text.drop { $0 != "@" }.dropFirst().lowercased()
        return ["example.org", "example.com", "example.net"].contains { domain == $0 || domain.hasSuffix("." + $0) }
            || [".example", ".invalid", ".test", ".localhost"].contains { domain.hasSuffix($0) }
    }

    static let postcode = Pattern(
        #"(?<![\w#-])(?:[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}|(?<=["'])[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}(?=["']))(?![\w-])"#)

    /// The postcode areas in use; ZZ, QZ and XX are not among them.
    static let postcodeAreas = Set(
        """
        AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU HA HD HG HP
        HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA
        SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// A mark of the present system that could be on a road: no I, Q or Z among its area letters, an age identifier ever issued.
    static let vehicleMark = Pattern(
        #"(?<![\w#-])(?:[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|6\d|7\d) [A-HJ-PR-Z]{3}|"#
            + #"(?<=["'])[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|6\d|7\d)[A-HJ-PR-Z]{3}(?=["']))(?![\w-])"#
    )
}
