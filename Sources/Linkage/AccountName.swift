// SPDX-License-Identifier: Apache-2.0

/// Names of accounts, e-mail addresses and identifiers in one form.
enum AccountName {
    /// An account: lower case, no "@", no dots, dashes, underscores or spaces (people drop them when they write one down).
    static func handle(_ text: String) -> [UInt8]? {
        let out = Fold.bytes(text, limit: 120).filter { $0 != Fold.space }
        return out.count >= 2 ? out : nil
    }

    /// The account without the digits at its end; nil if fewer than four letters are left or nothing was cut.
    static func stemCount(_ handle: UnsafeBufferPointer<UInt8>) -> Int? {
        var count = handle.count
        while count > 0, (0x30...0x39).contains(handle[count - 1]) { count -= 1 }
        return count >= 4 ? count : nil
    }

    /// An e-mail address: lower case, trimmed; nil without an "@".
    static func email(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        for scalar in text.unicodeScalars where scalar.value > 0x20 {
            if (0x41...0x5A).contains(scalar.value) {
                out.append(UInt8(scalar.value) | 0x20)
            } else {
                out.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
            }
        }
        return out.count <= 120 && out.contains(0x40) && out.first != 0x40 ? out : nil
    }

    /// An identifier: its letters and digits in lower case; nil for fewer than three.
    static func identifier(_ text: String) -> [UInt8]? {
        let out = Fold.bytes(text, limit: 64).filter { $0 != Fold.space }
        return out.count >= 3 ? out : nil
    }
}
