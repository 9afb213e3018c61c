// SPDX-License-Identifier: Apache-2.0

/// Likeness of two short strings of bytes, 0 to 1, with a bonus for a common beginning (Winkler 1990). Looks at 64 bytes at most.
func jaroWinkler(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Double {
    let leftCount = min(left.count, 64)
    let rightCount = min(right.count, 64)
    if leftCount == 0 || rightCount == 0 { return leftCount == rightCount ? 1 : 0 }
    let window = max(max(leftCount, rightCount) / 2 - 1, 0)
    var leftUsed: UInt64 = 0
    var rightUsed: UInt64 = 0
    var matches = 0
    for index in 0..<leftCount {
        let low = max(0, index - window)
        let high = min(rightCount - 1, index + window)
        var other = low
        while other <= high {
            if rightUsed & (1 << UInt64(other)) == 0, left[index] == right[other] {
                leftUsed |= 1 << UInt64(index)
                rightUsed |= 1 << UInt64(other)
                matches += 1
                break
            }
            other += 1
        }
    }
    if matches == 0 { return 0 }
    var outOfPlace = 0
    var rest = rightUsed
    var remaining = leftUsed
    while remaining != 0 {
        if left[remaining.trailingZeroBitCount] != right[rest.trailingZeroBitCount] { outOfPlace += 1 }
        remaining &= remaining - 1
        rest &= rest - 1
    }
    let share = Double(matches)
    let jaro = (share / Double(leftCount) + share / Double(rightCount) + (share - Double(outOfPlace / 2)) / share) / 3
    var prefix = 0
    while prefix < min(4, leftCount, rightCount), left[prefix] == right[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
}
