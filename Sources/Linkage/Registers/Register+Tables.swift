// SPDX-License-Identifier: Apache-2.0

extension Register {
    /// Gives back what only reading needs.
    mutating func closeTables() {
        further.close()
        postcodes.close()
        addresses.close()
        towns.close()
        phones.close()
        emails.close()
        identifiers.close()
        for place in categories.indices { categories[place].close() }
    }

    /// How many records hold each number at a place of their rows; as many as `values` + 1.
    func counts(at place: Int, values: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: values + 1)
        for record in 0..<count {
            let value = Int(rows[record * RowLayout.width + place])
            if value <= values { counts[value] += 1 }
        }
        counts[0] = 0
        return counts
    }
}
