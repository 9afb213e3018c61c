// SPDX-License-Identifier: Apache-2.0

/// Telephone numbers in one form: the digits of E.164 without the plus, British unless another country is written.
enum PhoneNumber {
    /// The digits with country code; nil for fewer than six digits.
    static func normalised(_ text: String) -> [UInt8]? {
        var digits: [UInt8] = []
        var international = false
        for scalar in text.unicodeScalars {
            if scalar == "+" && digits.isEmpty { international = true }
            if (0x30...0x39).contains(scalar.value) {
                digits.append(UInt8(scalar.value))
            } else if scalar == "x" || scalar == "e", digits.count >= 9 {
                break  // an extension
            }
        }
        let zero: UInt8 = 0x30
        if !international, digits.starts(with: [zero, zero]) {
            digits.removeFirst(2)
            international = true
        }
        guard digits.count >= 6, digits.count <= 16 else { return nil }
        if international {
            // "+44 (0)7700": the trunk zero is no part of it
            if digits.starts(with: [0x34, 0x34, zero]) { digits.remove(at: 2) }
            return digits
        }
        if digits[0] == zero { return [0x34, 0x34] + digits.dropFirst() }
        if digits.count == 12, digits.starts(with: [0x34, 0x34]) { return digits }
        return [0x34, 0x34] + digits
    }

    /// Whether these digits are a British mobile's.
    static func isMobile(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
        digits.count > 3 && digits[0] == 0x34 && digits[1] == 0x34 && digits[2] == 0x37
    }
}
