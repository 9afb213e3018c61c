// SPDX-License-Identifier: Apache-2.0

/// Comparing postcodes and addresses, as encoded.
enum PlaceComparison {
    static func postcodes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Level {
        if left.elementsEqual(right) { return Postcode.isWhole(left) ? .exact : .district }
        let outward = Postcode.outwardCount(left)
        guard outward == Postcode.outwardCount(right), left.part(0, outward).elementsEqual(right.part(0, outward)) else { return .differs }
        let whole = Postcode.isWhole(left) && Postcode.isWhole(right)
        return whole && left[outward] == right[outward] ? .sector : .district
    }

    /// Addresses by the share of their words, and their numbers.
    static func addresses(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Level {
        if left.elementsEqual(right) { return .exact }
        var shared = 0
        var telling = 0
        var numbers = (left: 0, right: 0, shared: 0)
        var counts = (left: 0, right: 0)
        eachWord(right) { word in
            counts.right += 1
            if StreetAddress.isNumber(word) { numbers.right += 1 }
        }
        eachWord(left) { word in
            counts.left += 1
            let isNumber = StreetAddress.isNumber(word)
            if isNumber { numbers.left += 1 }
            if contains(right, word) {
                shared += 1
                if isNumber {
                    numbers.shared += 1
                } else if !StreetAddress.common.contains(KeyHash.of(word)) {
                    telling += 1
                }
            }
        }
        // another number is another house, however alike the rest
        if telling == 0 || numbers.left > 0 && numbers.right > 0 && numbers.shared == 0 { return .differs }
        let overlap = Double(shared) / Double(counts.left + counts.right - shared)
        if overlap == 1 { return .exact }
        let numbersAgree = numbers.left == numbers.right && numbers.shared == numbers.left
        // one is the other with a town or a flat added
        let contained = shared == min(counts.left, counts.right) && shared >= 3
        if numbersAgree && numbers.shared > 0 && (overlap >= 0.5 || contained) { return .mostWords }
        if overlap >= 0.6 && numbersAgree { return .mostWords }
        return overlap >= 0.3 ? .someWords : .differs
    }

    static func eachWord(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == Fold.space {
            if index > start { body(bytes.part(start, index - start)) }
            start = index + 1
        }
    }

    private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var found = false
        eachWord(bytes) { if $0.count == word.count && $0.elementsEqual(word) { found = true } }
        return found
    }

    /// Better first.
    static func rank(_ level: Level) -> Int {
        switch level {
        case .exact: 4
        case .mostWords, .sector: 3
        case .someWords, .district: 2
        default: 1
        }
    }
}
