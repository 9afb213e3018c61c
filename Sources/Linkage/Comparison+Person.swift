// SPDX-License-Identifier: Apache-2.0

extension Comparison {
    /// Compares the query with another person: fills lines and findings.
    mutating func comparePeople(_ bytes: UnsafeBufferPointer<UInt8>) {
        begin(bytes)
        compareNames(bytes)
        compareBirth(bytes)
        var household: [Int] = []
        if let found = best(.postcode, bytes, rank: PlaceComparison.rank, PlaceComparison.postcodes) {
            add(.person, .postcode, found.level)
            household.append(lines.count - 1)
            findings.placeAgrees = found.level == .exact
        }
        if let found = best(.address, bytes, rank: PlaceComparison.rank, PlaceComparison.addresses) {
            addOwn(.address, found)
            household.append(lines.count - 1)
            findings.placeAgrees = findings.placeAgrees || PlaceComparison.rank(found.level) >= 3
        }
        for field in [Field.phone, .email, .identifier, .handle, .vehicleMark] {
            guard let found = best(field, bytes, rank: Self.rank, { ValueComparison.level(field, $0, $1) }) else { continue }
            addOwn(field, found)
            if found.level == .exact { ownValue(field, found.item, &household) }
        }
        dampHousehold(household)
    }

    static func rank(_ level: Level) -> Int {
        switch level {
        case .exact: 4
        case .close, .oneDigitOff: 3
        case .stem, .partial: 2
        default: 1
        }
    }

    private mutating func addOwn(_ field: Field, _ found: (level: Level, item: Int)) {
        let bits = weights.bits(.person, field, found.level)
        let (extra, damping) = Self.rank(found.level) >= 2 || field == .address && bits > 0 ? hub(found.item, bits) : (0, nil)
        add(.person, field, found.level, extra: extra, damping: damping)
    }

    private mutating func ownValue(_ field: Field, _ item: Int, _ household: inout [Int]) {
        switch field {
        case .phone:
            let isMobile = query.bytes.withUnsafeBufferPointer { PhoneNumber.isMobile($0.part(query.items[item])) }
            if !isMobile { household.append(lines.count - 1) }
            findings.placeAgrees = findings.placeAgrees || !isMobile
        case .identifier: findings.ownValueAgrees = true
        case .email, .handle: findings.ownValueAgrees = findings.ownValueAgrees || lines[lines.count - 1].damping == nil
        default: break
        }
    }

    /// One household, one statement: the strongest of postcode, address and landline counts whole, the others and the family name in part.
    /// Measured on comparable engines: nearly all false matches are people of one household, whose fields agree together.
    private mutating func dampHousehold(_ places: [Int]) {
        let agreeing = places.filter { lines[$0].bits > 0 }.sorted {
            lines[$0].bits != lines[$1].bits ? lines[$0].bits > lines[$1].bits : $0 < $1
        }
        for place in agreeing.dropFirst() { damp(place) }
        guard findings.placeAgrees, let family = lines.firstIndex(where: { $0.field == .familyName && $0.bits > 0 }) else { return }
        damp(family)
    }

    private mutating func damp(_ place: Int) {
        let line = lines[place]
        lines[place] = Contribution(
            field: line.field, level: line.level, bits: line.bits * limits.householdShare, damping: line.damping ?? .household,
            crossed: line.crossed)
    }
}
