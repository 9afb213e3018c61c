// SPDX-License-Identifier: Apache-2.0

import Crypto

/// How much work an answer shows: the leading zero bits of the SHA-256 digest of a text.
public enum DigestWork {
    /// The leading zero bits; each more costs twice as many tries.
    public static func zeroBits(of text: String) -> Int {
        var bits = 0
        for byte in SHA256.hash(data: Array(text.utf8)) {
            if byte == 0 { bits += 8 } else { return bits + byte.leadingZeroBitCount }
        }
        return bits
    }
}
