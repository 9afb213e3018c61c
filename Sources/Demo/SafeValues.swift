// SPDX-License-Identifier: Apache-2.0

/// Numbers and addresses that can never reach a real person (RULE 10.1). Everything of these kinds in the region is made here.
enum SafeValues {
    /// Ofcom's ranges for drama, a thousand numbers each: what stands before the last three digits. Mobile numbers come first.
    static let phoneRanges: [String] =
        ["07700 900", "01632 960", "0191 498 0", "020 7946 0", "029 2018 0", "028 9649 6"]
        + ["113", "114", "115", "116", "117", "118", "131", "141", "151", "161"].map { "0\($0) 496 0" }
    /// The range for desks, teams and staff.
    static let staffRange = "0121 496 0"
    /// Of the mobile range, the numbers from here on are kept for what is planted.
    private static let firstPlanted = 900

    /// The phone number of a number; nil where there are no more, so that nobody shares one by accident.
    static func phone(_ number: Int) -> String? {
        if number < firstPlanted { return phoneRanges[0] + digits(number, 3) }
        let rest = number - firstPlanted
        let range = 1 + rest / 1000
        return range < phoneRanges.count ? phoneRanges[range] + digits(rest % 1000, 3) : nil
    }

    /// A number kept for what is planted, 0 to 99.
    static func plantedPhone(_ number: Int) -> String { phoneRanges[0] + digits(firstPlanted + number % 100, 3) }

    /// The number of a desk or of a member of staff.
    static func staffPhone(_ number: Int) -> String { staffRange + digits(number % 1000, 3) }

    /// An NHS number of the test range 999 000 0000 to 999 999 9999, with its check digit (modulus 11).
    static func nhsNumber(_ number: Int) -> String {
        // One in eleven has no check digit; the next one has.
        for candidate in (number % 999_990)...(number % 999_990 + 8) {
            let body = "999" + digits(candidate, 6)
            let sum = zip(body.utf8, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
            let check = (11 - sum % 11) % 11
            guard check < 10 else { continue }
            let all = body + String(check)
            return "\(all.prefix(3)) \(all.dropFirst(3).prefix(3)) \(all.suffix(4))"
        }
        return "999 000 0018"
    }

    /// A registration mark: a memory tag that begins with Q and an age identifier that is never issued.
    static func mark(_ number: Int) -> String {
        let letters = Array("ABCDEFGHJKLMNOPRSTUVWXY")
        // 7919 has no divisor in common with 2 × 23⁴: as many different marks as there are, and neighbours lie far apart.
        var rest = number * 7919 % 559_682
        func letter() -> Character {
            defer { rest /= letters.count }
            return letters[rest % letters.count]
        }
        let tail = String([letter(), letter(), letter()])
        let tag = letter()
        return "Q\(tag)0\(rest % 2) \(tail)"
    }

    /// A postcode of an area that does not exist; `area` 1 to 7.
    static func postcode(area: Int, street: Int, house: Int) -> String {
        let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
        let first = letters[street % letters.count], second = letters[(house / 8 + street * 7) % letters.count]
        return "QZ\(area)\(street / letters.count) \(1 + street % 9)\(first)\(second)"
    }

    /// The name of an online account.
    static func handle(_ word: String, _ number: Int) -> String { "demo_\(word)_\(number)" }

    /// An e-mail address.
    static func email(_ name: String) -> String { name + "@example.org" }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
