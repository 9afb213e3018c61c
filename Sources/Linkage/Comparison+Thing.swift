// SPDX-License-Identifier: Apache-2.0

extension Comparison {
    /// Fields whose value is one holder's own.
    static let own: [Field] = [.phone, .email, .identifier, .handle, .vehicleMark]

    /// Compares by the things that both records name: a number, an account, a mark; and by place unless both are people.
    /// That two records differ in one of several numbers says nothing; that they differ in what makes the thing does.
    mutating func compareThings(_ bytes: UnsafeBufferPointer<UInt8>, kind: RecordKind) {
        begin(bytes)
        let sameKind = kind == query.kind
        for field in Self.own {
            guard let found = best(field, bytes, rank: Self.rank, { ValueComparison.level(field, $0, $1) }) else { continue }
            if found.level == .differs {
                if sameKind && kind != .person { add(.thing, field, .differs) }
            } else if kind == .person && query.kind == .person && found.level != .exact {
                continue  // between people only the very same thing is worth saying
            } else {
                addThing(field, found, bytes)
            }
        }
        if kind != .person || query.kind != .person { comparePlaces(bytes, sameKind: sameKind) }
    }

    private mutating func addThing(_ field: Field, _ found: (level: Level, item: Int), _ bytes: UnsafeBufferPointer<UInt8>) {
        var bits = weights.bits(.thing, field, found.level)
        if field == .vehicleMark, found.level == .partial { bits = limits.bitsPerCharacter * Double(charactersRead(found.item, bytes)) }
        let (extra, damping) = hub(found.item, bits)
        lines.append(Contribution(field: field, level: found.level, bits: bits + extra, damping: damping))
    }

    private func charactersRead(_ item: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        query.bytes.withUnsafeBufferPointer { own in
            let left = own.part(query.items[item])
            return items.filter { $0.field == .vehicleMark }.compactMap { other in
                let right = bytes.part(other)
                return ValueComparison.fit(left, right, (VehicleMark.isWhole(left), VehicleMark.isWhole(right)))
            }.max() ?? 0
        }
    }

    private mutating func comparePlaces(_ bytes: UnsafeBufferPointer<UInt8>, sameKind: Bool) {
        if let found = best(.address, bytes, rank: PlaceComparison.rank, PlaceComparison.addresses), found.level != .differs || sameKind {
            let bits = weights.bits(.thing, .address, found.level)
            let (extra, damping) = hub(found.item, bits)
            add(.thing, .address, found.level, extra: extra, damping: damping)
        }
        if let found = best(.postcode, bytes, rank: PlaceComparison.rank, PlaceComparison.postcodes), found.level != .differs || sameKind {
            add(.thing, .postcode, found.level)
        }
    }
}
