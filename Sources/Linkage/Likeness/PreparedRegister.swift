// SPDX-License-Identifier: Apache-2.0

/// A register laid out for comparing: its different rows, and for each column what two values are compared by.
final class PreparedRegister: Sendable {
    /// The rows that differ from each other, `RowLayout.width` numbers each.
    let rows: [UInt32]
    let units: Units
    let names: WordBook
    let towns: WordBook
    let categories: [WordBook]
    let givenBins: [UInt8]
    let familyBins: [UInt8]
    let wordBins: [UInt8]
    let furtherWords: WordLists
    let births: BirthCounts
    let postcodes: PackedCodes
    let phones: PackedCodes
    let identifiers: PackedCodes
    let emails: EmailBook
    let addresses: AddressBook
    let townCounts: [UInt32]
    let categoryCounts: [[UInt32]]
    /// How many records know each column, by place in the row.
    let known: [Int]
    let recordCount: Int

    var count: Int { units.count }

    init(_ register: Register) {
        recordCount = register.count
        units = Units(register)
        rows = units.rows
        var names = register.names
        furtherWords = WordLists(register.further, names: &names)
        self.names = WordBook(names, variants: .standard)
        towns = WordBook(register.towns, variants: nil)
        categories = register.categories.map { WordBook($0, variants: nil) }
        let given = register.counts(at: RowLayout.given, values: names.count)
        let family = register.counts(at: RowLayout.family, values: names.count)
        known = (0..<RowLayout.width).map { place in
            var known = 0
            for record in 0..<register.count where register.rows[record * RowLayout.width + place] != 0 { known += 1 }
            return known
        }
        let knownGiven = known[RowLayout.given]
        let knownFamily = known[RowLayout.family]
        givenBins = given.map { Rarity.bin($0, of: knownGiven) }
        familyBins = family.map { Rarity.bin($0, of: knownFamily) }
        let words = furtherWords.counts(register, names: names.count)
        let knownFurther = known[RowLayout.further]
        wordBins = words.map { Rarity.bin($0, of: knownFurther) }
        births = BirthCounts(register)
        postcodes = PackedCodes(register.postcodes)
        phones = PackedCodes(register.phones)
        identifiers = PackedCodes(register.identifiers)
        emails = EmailBook(register.emails)
        addresses = AddressBook(register.addresses)
        townCounts = register.towns.counts
        categoryCounts = register.categories.map(\.counts)
    }

    /// How many units hold each number at a place of their rows.
    func unitCounts(at place: Int, values: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: values + 1)
        for unit in 0..<count { counts[Int(rows[unit * RowLayout.width + place])] += 1 }
        counts[0] = 0
        return counts
    }
}
