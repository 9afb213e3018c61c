// SPDX-License-Identifier: Apache-2.0

/// The levels of places: postcode, address and town in one number, because two records that agree in one usually agree in all.
enum PlaceLevel {
    static let postcodes = 6
    static let addresses = 7
    static let towns = 4
    static let count = postcodes * addresses * towns

    static func joined(postcode: Int, address: Int, town: Int) -> Int { (postcode * addresses + address) * towns + town }

    static func postcode(_ level: Int) -> Int { level / (addresses * towns) }
    static func address(_ level: Int) -> Int { level / towns % addresses }
    static func town(_ level: Int) -> Int { level % towns }

    /// Which of the three are known: levels are shared out among those of one such set only.
    static func group(_ level: Int) -> Int {
        (postcode(level) > 0 ? 4 : 0) + (address(level) > 0 ? 2 : 0) + (town(level) > 0 ? 1 : 0)
    }
}
