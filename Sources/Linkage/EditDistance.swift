// SPDX-License-Identifier: Apache-2.0

/// Damerau-Levenshtein distance (optimal string alignment: a swap of neighbours is one edit) up to a bound; `bound + 1` when it
/// is more. Strings over 64 bytes are taken to be further apart than the bound unless they are equal.
func editDistance(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, bound: Int) -> Int {
    let rows = left.count
    let columns = right.count
    if rows == columns, left.elementsEqual(right) { return 0 }
    if abs(rows - columns) > bound || rows > 64 || columns > 64 { return bound + 1 }
    if rows == 0 || columns == 0 { return max(rows, columns) }
    let width = columns + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { cells in
        for column in 0..<width { cells[column] = column }
        for row in 1...rows {
            // three rows in turn: this, the one before, the one before that
            let this = row % 3 * width
            let previous = (row + 2) % 3 * width
            let beforeThat = (row + 1) % 3 * width
            cells[this] = row
            var best = row
            for column in 1...columns {
                let same = left[row - 1] == right[column - 1]
                var cost = min(cells[previous + column] + 1, cells[this + column - 1] + 1, cells[previous + column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, cells[beforeThat + column - 2] + 1)
                }
                cells[this + column] = cost
                best = min(best, cost)
            }
            if best > bound { return bound + 1 }
        }
        return min(cells[rows % 3 * width + columns], bound + 1)
    }
}
