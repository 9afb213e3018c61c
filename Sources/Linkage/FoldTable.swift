// SPDX-License-Identifier: Apache-2.0

/// Letters with marks and their bases: Latin-1, Latin Extended, Vietnamese, Turkish, Icelandic.
enum FoldTable {
    /// Base letters by the number of the marked one, both cases.
    static let bases: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        for (base, letters) in rows {
            for letter in letters.unicodeScalars {
                table[letter.value] = Array(base.utf8)
                for upper in letter.properties.uppercaseMapping.unicodeScalars
                where upper.value > 0x7F && !(0x300...0x36F).contains(upper.value) {
                    table[upper.value] = Array(base.utf8)
                }
            }
        }
        return table
    }()

    private static let rows: [(String, String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ḃḅḇɓ"), ("c", "çćĉċčḉ"), ("d", "ďđḋḍḏḑḓðɗ"),
        ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệəǝ"), ("f", "ḟƒ"), ("g", "ĝğġģǥǧǵḡɠ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįıǐȉȋịỉḭḯ"), ("j", "ĵǰ"), ("k", "ķĸǩḱḳḵƙ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňŉŋǹṅṇṉṋ"),
        ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợ"), ("oe", "œ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșſṡṣṥṧṩ"),
        ("ss", "ßẞ"), ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžƶẑẓẕ"), ("", "ʿʾʻʽ"),
    ]
}
