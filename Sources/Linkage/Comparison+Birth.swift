// SPDX-License-Identifier: Apache-2.0

extension Comparison {
    /// Adds what dates of birth, ages and sex say.
    mutating func compareBirth(_ bytes: UnsafeBufferPointer<UInt8>) {
        let dates = best(.dateOfBirth, bytes, rank: DateComparison.rank) { left, right in
            DateComparison.level(DateComparison.Date(left), DateComparison.Date(right))
        }
        if let level = dates?.level {
            add(.person, .dateOfBirth, level)
            findings.birthDateAgrees = level == .exact
            findings.birthAgrees = DateComparison.rank(level) >= 4
            findings.birthDiffers = level == .differs
            findings.birthGap = level == .differs ? yearsBetween(bytes)?.gap ?? 0 : 0
        } else if let (level, width, gap) = yearsBetween(bytes), let level {
            // a wide band fits many
            let extra = level == .ageFits ? -min(binaryLogarithm(Double(max(2, width)) / 2), 2.7) : 0
            add(.person, .age, level, extra: extra)
            findings.birthAgrees = level == .ageFits && width <= 4
            findings.birthDiffers = level == .differs
            findings.birthGap = gap
        }
        let sex = best(.sex, bytes, rank: { $0 == .exact ? 1 : 0 }) { ValueComparison.level(.sex, $0, $1) }
        if let level = sex?.level {
            add(.person, .sex, level)
            findings.sexDiffers = level == .differs
        }
    }

    /// The years of birth on both sides: how they fit, how many years both bands span, how far they lie apart. Nil if unknown on a side.
    private func yearsBetween(_ bytes: UnsafeBufferPointer<UInt8>) -> (level: Level?, width: Int, gap: Int)? {
        var best: (level: Level?, width: Int, gap: Int)?
        query.bytes.withUnsafeBufferPointer { own in
            for item in query.items where item.field == .dateOfBirth || item.field == .age {
                let left = DateComparison.years(item.field, own.part(item))
                for other in items where other.field == .dateOfBirth || other.field == .age {
                    let right = DateComparison.years(other.field, bytes.part(other))
                    let gap = max(0, left.lowerBound - right.upperBound, right.lowerBound - left.upperBound)
                    if best.map({ gap < $0.gap }) ?? true {
                        best = (DateComparison.level(left, right), max(left.count, right.count), gap)
                    }
                }
            }
        }
        return best
    }
}
