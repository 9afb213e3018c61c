// SPDX-License-Identifier: Apache-2.0

/// What a record is found by.
enum BlockingPart: String, Sendable {
    case birth, year, monthDay, givenSound, familySound, givenInitial, familyInitial, nameSounds, givenName, familyName
    case postcode, postcodeArea, address, street, town, phone, phoneEnd, email, emailBeginning, identifier, identifierEnd
    case firstCategory, secondCategory, thirdCategory, sex, furtherSound
}

/// One rule: records that agree in the needed parts are compared; where too many agree, the next of the finer parts must agree as well.
struct BlockingRule: Sendable {
    let needed: [BlockingPart]
    let finer: [BlockingPart]

    init(_ needed: BlockingPart..., then finer: BlockingPart...) {
        self.needed = needed
        self.finer = finer
    }

    /// Its name in reports.
    var name: String { needed.map(\.rawValue).joined(separator: " + ") }

    /// The rules, the surest first: a pair belongs to the first that yields it. At most sixteen.
    static let standard: [BlockingRule] = [
        BlockingRule(.email, then: .givenSound, .birth),
        BlockingRule(.identifier, then: .givenSound, .birth),
        BlockingRule(.phone, then: .givenInitial, .birth),
        BlockingRule(.birth, then: .givenSound, .familySound),
        BlockingRule(.birth, then: .familySound, .sex, .postcodeArea),
        BlockingRule(.nameSounds, then: .year, .postcodeArea, .town, .monthDay, .postcode),
        BlockingRule(.familySound, then: .postcode, .givenInitial, .year),
        BlockingRule(.familySound, then: .givenInitial, .year, .town, .monthDay),
        BlockingRule(.givenSound, then: .postcode, .year),
        BlockingRule(.givenSound, then: .year, .familyInitial, .town, .monthDay),
        BlockingRule(.address, then: .givenInitial, .year),
        BlockingRule(.monthDay, then: .givenSound, .familyInitial, .postcodeArea),
        BlockingRule(.postcode, then: .year, .givenInitial),
        BlockingRule(.firstCategory, then: .secondCategory, .birth, .familySound),
        BlockingRule(.emailBeginning, then: .year, .givenInitial, .postcodeArea),
        BlockingRule(.identifierEnd, then: .year, .givenInitial),
    ]
}
