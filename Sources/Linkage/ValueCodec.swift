// SPDX-License-Identifier: Apache-2.0

/// One value inside the bytes of a record: its field and where its bytes stand.
struct Item: Sendable {
    let field: Field
    let start: Int
    let count: Int
}

/// A record's values as bytes: for each value field, length, normalised payload; sorted, so that equal content has equal bytes.
enum ValueCodec {
    /// Normalises and encodes values. Values that say nothing leave nothing.
    static func encode(_ values: [FieldValue]) -> (bytes: [UInt8], words: [UInt64]) {
        var items: [[UInt8]] = []
        var words: [UInt64] = []
        for value in values {
            if case .freeWords(let text) = value {
                words += FreeWords.hashes(text)
            } else if let payload = payload(value), payload.count <= 255 {
                items.append([value.field.rawValue, UInt8(payload.count)] + payload)
            }
        }
        items.sort { $0.lexicographicallyPrecedes($1) }
        var bytes: [UInt8] = []
        var last: [UInt8] = []
        for item in items where item != last {
            bytes += item
            last = item
        }
        return (bytes, words)
    }

    private static func payload(_ value: FieldValue) -> [UInt8]? {
        switch value {
        case .givenNames(let text), .familyName(let text), .alias(let text): PersonalName.normalised(text)
        case .dateOfBirth(let date): [UInt8(date.year >> 8), UInt8(date.year & 255), UInt8(date.month ?? 0), UInt8(date.day ?? 0)]
        case .age(let range, let year): birthYears(range, year)
        case .address(let text): StreetAddress.normalised(text)
        case .postcode(let text): Postcode.normalised(text)
        case .phone(let text): PhoneNumber.normalised(text)
        case .email(let text): AccountName.email(text)
        case .identifier(let scheme, let value):
            AccountName.identifier(value).map { parted(Fold.bytes(scheme, limit: 40), $0) }
        case .vehicleMark(let text): VehicleMark.normalised(text)
        case .handle(let platform, let name):
            AccountName.handle(name).map { parted(Fold.bytes(platform ?? "", limit: 40), $0) }
        case .sex(let code): code == 0 ? nil : [code]
        case .freeWords: nil
        }
    }

    /// Somebody aged 14 in 2026 was born in 2011 or 2012.
    private static func birthYears(_ ages: ClosedRange<Int>, _ year: Int) -> [UInt8]? {
        guard (1...9999).contains(year), (0...130).contains(ages.lowerBound), (0...130).contains(ages.upperBound) else { return nil }
        let first = max(1, year - ages.upperBound - 1)
        let last = max(1, year - ages.lowerBound)
        return [UInt8(first >> 8), UInt8(first & 255), UInt8(last >> 8), UInt8(last & 255)]
    }

    private static func parted(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] { [UInt8(first.count)] + first + second }

    /// Reads the items of encoded bytes; stops at what does not fit, so that bad bytes can do no harm.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>, into items: inout [Item]) {
        items.removeAll(keepingCapacity: true)
        var at = 0
        while at + 2 <= bytes.count {
            let count = Int(bytes[at + 1])
            guard let field = Field(rawValue: bytes[at]), at + 2 + count <= bytes.count else { return }
            if count >= minimum(field) { items.append(Item(field: field, start: at + 2, count: count)) }
            at += 2 + count
        }
    }

    private static func minimum(_ field: Field) -> Int {
        switch field {
        case .dateOfBirth, .age: 4
        default: 1
        }
    }
}
