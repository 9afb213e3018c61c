// SPDX-License-Identifier: Apache-2.0

/// The parts of keys of every unit.
struct BlockingKeys: Sendable {
    let register: PreparedRegister

    /// A number for a part of a row; 0 when it is not known.
    func part(_ part: BlockingPart, _ row: UnsafePointer<UInt32>) -> UInt32 {
        switch part {
        case .birth: return row[RowLayout.birth] & 0xFFFF == 0 ? 0 : row[RowLayout.birth]
        case .year: return row[RowLayout.birth] >> 16
        case .monthDay:
            let days = row[RowLayout.birth] & 0xFFFF
            return days == 0x0101 ? 0 : days
        case .givenSound: return sound(row[RowLayout.given])
        case .familySound: return sound(row[RowLayout.family])
        case .givenInitial: return initial(row[RowLayout.given])
        case .familyInitial: return initial(row[RowLayout.family])
        case .nameSounds:
            let sounds = (sound(row[RowLayout.given]), sound(row[RowLayout.family]))
            if sounds.0 == 0 || sounds.1 == 0 { return 0 }
            return Self.joined(min(sounds.0, sounds.1), max(sounds.0, sounds.1))
        case .givenName: return row[RowLayout.given]
        case .familyName: return row[RowLayout.family]
        case .furtherSound: return row[RowLayout.further] == 0 ? 0 : sound(register.furtherWords.words(row[RowLayout.further]).first ?? 0)
        case .postcode: return row[RowLayout.postcode]
        case .postcodeArea: return row[RowLayout.postcode] == 0 ? 0 : register.postcodes.beginning(row[RowLayout.postcode])
        case .address: return row[RowLayout.address]
        case .street: return row[RowLayout.address] == 0 ? 0 : register.addresses.street(row[RowLayout.address])
        case .town: return row[RowLayout.town]
        case .phone: return row[RowLayout.phone]
        case .phoneEnd: return row[RowLayout.phone] == 0 ? 0 : register.phones.ending(row[RowLayout.phone])
        case .email: return row[RowLayout.email]
        case .emailBeginning: return row[RowLayout.email] == 0 ? 0 : register.emails.beginning(row[RowLayout.email])
        case .identifier: return row[RowLayout.identifier]
        case .identifierEnd: return row[RowLayout.identifier] == 0 ? 0 : register.identifiers.ending(row[RowLayout.identifier])
        case .firstCategory: return row[RowLayout.category]
        case .secondCategory: return row[RowLayout.category + 1]
        case .thirdCategory: return row[RowLayout.category + 2]
        case .sex: return row[RowLayout.sex]
        }
    }

    private func sound(_ name: UInt32) -> UInt32 {
        name == 0 ? 0 : UInt32(truncatingIfNeeded: KeyHash.mix(register.names.sound(name) &+ 1)) | 1
    }

    private func initial(_ name: UInt32) -> UInt32 {
        name == 0 ? 0 : UInt32(truncatingIfNeeded: KeyHash.mix(register.names.firstSound(name) &+ 1)) | 1
    }

    /// A key of what was so far and one part more; the highest bit is set, so that it is never the mark of a record without key.
    static func joined(_ key: UInt32, _ part: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: KeyHash.mix(UInt64(key) << 32 | UInt64(part))) | 1 << 31
    }
}
