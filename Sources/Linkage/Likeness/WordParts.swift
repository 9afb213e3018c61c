// SPDX-License-Identifier: Apache-2.0

/// Names of several words beside others: run together, in another order, or one of several.
enum WordParts {
    /// What can be said before the spelling as a whole is looked at; nil when nothing.
    static func relation(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> WordRelation? {
        let first = left.split(separator: 0x20)
        let second = right.split(separator: 0x20)
        if joinedAgree(left, right) { return .variant }
        var shared = 0
        for word in first where word.count >= 2 && second.contains(where: { $0.elementsEqual(word) }) { shared += 1 }
        if shared > 0 { return shared == first.count && shared == second.count ? .variant : .part }
        for word in first where word.count >= 4 {
            for other in second where other.count >= 4 {
                if editDistance(.init(rebasing: word), .init(rebasing: other), bound: 1) <= 1 { return .part }
            }
        }
        return nil
    }

    private static func joinedAgree(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        for byte in left where byte != 0x20 {
            while place < right.count, right[place] == 0x20 { place += 1 }
            guard place < right.count, right[place] == byte else { return false }
            place += 1
        }
        while place < right.count, right[place] == 0x20 { place += 1 }
        return place == right.count
    }
}
