// SPDX-License-Identifier: Apache-2.0

/// The id of a request: random, so that it says nothing of how many there were. Shown to the reader, written to the log.
enum RequestIdentity {
    /// Sixteen characters of Crockford's alphabet, 80 bits, in groups that can be read out.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(random: UInt64.random(in: .min ... .max, using: &generator), UInt16.random(in: .min ... .max, using: &generator))
    }

    static func make(random high: UInt64, _ low: UInt16) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        var text: [UInt8] = []
        for index in 0..<16 {
            if index > 0 && index.isMultiple(of: 4) { text.append(UInt8(ascii: "-")) }
            let digit = index < 12 ? (high >> UInt64(index * 5)) & 31 : ((high >> 60) << 16 | UInt64(low)) >> UInt64((index - 12) * 5) & 31
            text.append(alphabet[Int(digit)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
