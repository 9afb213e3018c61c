// SPDX-License-Identifier: Apache-2.0

/// The measures of likeness exactly as DuckDB takes them, so that a model gives the same weight in Splink and here: over bytes, Winkler's
/// bonus above .7 only, and Damerau's distance in full. What the library's own models compare by (`jaroWinkler`, `editDistance`) differs
/// in these three points.
enum SplinkSimilarity {
    static func jaro(_ left: [UInt8], _ right: [UInt8]) -> Double {
        if left.isEmpty || right.isEmpty { return 0 }
        let window = max(max(left.count, right.count) / 2 - 1, 0)
        var isLeftUsed = [Bool](repeating: false, count: left.count)
        var taken: [UInt8] = []
        for (place, byte) in right.enumerated() {
            let low = max(0, place - window)
            let high = min(left.count - 1, place + window)
            if low > high { continue }
            for other in low...high where !isLeftUsed[other] && left[other] == byte {
                isLeftUsed[other] = true
                taken.append(byte)
                break
            }
        }
        if taken.isEmpty { return 0 }
        var outOfPlace = 0
        var next = 0
        for (place, byte) in left.enumerated() where isLeftUsed[place] {
            if byte != taken[next] { outOfPlace += 1 }
            next += 1
        }
        let share = Double(taken.count)
        return (share / Double(left.count) + share / Double(right.count) + (share - Double(outOfPlace / 2)) / share) / 3
    }

    static func jaroWinkler(_ left: [UInt8], _ right: [UInt8]) -> Double {
        let jaro = jaro(left, right)
        if jaro <= 0.7 { return jaro }
        let prefix = zip(left, right).prefix(4).prefix { $0 == $1 }.count
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    static func levenshtein(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var row = Array(0...right.count)
        for (place, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for column in 1...right.count {
                let above = row[column]
                row[column] = min(above + 1, row[column - 1] + 1, diagonal + (byte == right[column - 1] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }

    /// A swap is one edit even where letters were put in between (Lowrance and Wagner 1975).
    static func damerauLevenshtein(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        let width = right.count + 2
        let far = left.count + right.count
        var cells = [Int](repeating: 0, count: (left.count + 2) * width)
        cells[0] = far
        for row in 0...left.count {
            cells[(row + 1) * width] = far
            cells[(row + 1) * width + 1] = row
        }
        for column in 0...right.count {
            cells[column + 1] = far
            cells[width + column + 1] = column
        }
        var lastRow = [Int](repeating: 0, count: 256)
        for row in 1...left.count {
            var lastColumn = 0
            for column in 1...right.count {
                let (fromRow, fromColumn) = (lastRow[Int(right[column - 1])], lastColumn)
                let isSame = left[row - 1] == right[column - 1]
                if isSame { lastColumn = column }
                let at = (row + 1) * width + column + 1
                let swap = cells[fromRow * width + fromColumn] + (row - fromRow - 1) + 1 + (column - fromColumn - 1)
                cells[at] = min(cells[at - width - 1] + (isSame ? 0 : 1), cells[at - 1] + 1, cells[at - width] + 1, swap)
            }
            lastRow[Int(left[row - 1])] = row
        }
        return cells[(left.count + 1) * width + right.count + 1]
    }
}
