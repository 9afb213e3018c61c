// SPDX-License-Identifier: Apache-2.0
import Linkage
import Testing

/// People who live together agree in much and are not one.
struct HouseholdGuardTests {
    private let home: [FieldValue] = [
        .familyName("Testwell"), .address("14 Otterley Road"), .postcode("QZ1 2AB"), .phone("0121 496 0123"),
    ]

    @Test func householdMatesAreNotOnePerson() throws {
        let found = try #require(
            Sample.pair(home + [.givenNames("Amira"), Sample.born(2010, 3, 14)], home + [.givenNames("Jordan"), Sample.born(1985, 11, 2)]))
        #expect(found.relation == .sameHousehold)
        #expect(found.reason == .householdMates)
    }

    @Test func householdMatesOfUnknownAgeAreNotOnePerson() throws {
        let found = try #require(Sample.pair(home + [.givenNames("Amira"), Sample.born(2010, 3, 14)], home + [.givenNames("Jordan")]))
        #expect(found.relation == .sameHousehold)
    }

    @Test func twinsAreNotOnePerson() throws {
        let found = try #require(
            Sample.pair(home + [.givenNames("Amira"), Sample.born(2010, 3, 14)], home + [.givenNames("Jordan"), Sample.born(2010, 3, 14)]))
        #expect(found.relation == .sameHousehold)
        #expect(found.reason == .twins)
    }

    @Test(arguments: [("Hassan", "Hussain"), ("Harrhy", "Mary")]) func twinsOfNamesAlikeAreNotOnePerson(_ left: String, _ right: String) {
        let found = Sample.pair(
            home + [.givenNames(left), .sex(1), Sample.born(2010, 3, 14)], home + [.givenNames(right), .sex(2), Sample.born(2010, 3, 14)])
        #expect(found?.relation == .sameHousehold)
        #expect(found?.reason == .twins)
    }

    @Test func twinsAreToldApartWithoutAnAddress() {
        let found = Sample.pair(
            [.givenNames("Amira"), .familyName("Testwell"), Sample.born(2010, 3, 14)],
            [.givenNames("Jordan"), .familyName("Testwell"), Sample.born(2010, 3, 14)])
        #expect(found?.relation != .samePerson)
    }

    @Test func fatherAndSonOfOneNameAreNotOnePerson() throws {
        let found = try #require(
            Sample.pair(
                home + [.givenNames("Jordan"), Sample.born(2010, 3, 14)], home + [.givenNames("Jordan"), Sample.born(1982, 6, 30)]))
        #expect(found.relation == .sameHousehold)
        #expect(found.reason == .generations)
    }

    @Test func theSamePersonAtHomeIsOffered() throws {
        let found = try #require(
            Sample.pair(
                home + [.givenNames("Siobhan"), Sample.born(2010, 3, 14)], home + [.givenNames("Shivaun"), Sample.born(2010, 3, 14)]))
        #expect(found.relation == .samePerson)
        #expect(found.reason == nil)
        #expect(found.probability > 0.9)
        #expect(found.contributions.contains { $0.field == .givenNames && $0.level == .variant || $0.level == .sound })
    }

    @Test func oneHouseholdIsOneStatement() throws {
        let found = try #require(
            Sample.pair(home + [.givenNames("Amira"), Sample.born(2010, 3, 14)], home + [.givenNames("Amira"), Sample.born(2010, 3, 14)]))
        let places = found.contributions.filter { [.address, .postcode, .phone].contains($0.field) }
        #expect(places.count == 3)
        #expect(places.count { $0.damping == .household } == 2)
        #expect(found.contributions.first { $0.field == .familyName }?.damping == .household)
        #expect(abs(found.weight - found.contributions.reduce(0) { $0 + $1.bits }) < 1e-9)
    }

    @Test func anIdentifierOutweighsANewName() throws {
        let number = FieldValue.identifier(scheme: "nhs", value: "999 000 0018")
        let found = try #require(
            Sample.pair(
                home + [.givenNames("Amira"), Sample.born(2010, 3, 14), number],
                [.givenNames("Robyn"), .familyName("Sampleton"), Sample.born(2010, 3, 14), number]))
        #expect(found.relation == .samePerson)
    }

    @Test func unknownIsNotDisagreement() throws {
        let known: [FieldValue] = [.givenNames("Amira"), .familyName("Testwell"), Sample.born(2010, 3, 14)]
        let bare = try #require(Sample.pair(known, known))
        let full = try #require(Sample.pair(known + home + [.sex(1), .email("demo@example.org")], known))
        #expect(full.weight == bare.weight)
        #expect(full.contributions == bare.contributions)
        #expect(Sample.pair(known, known + [.phone(""), .postcode("not known"), .address("  ")])?.weight == bare.weight)
    }

    @Test func everyTermIsListedAndSums() throws {
        let values: [FieldValue] = home + [.givenNames("Amira"), .sex(2), Sample.born(2010, 3, 14), .email("demo@example.org")]
        let found = try #require(Sample.pair(values, values))
        #expect(
            Set(found.contributions.map(\.field)) == [.givenNames, .familyName, .dateOfBirth, .sex, .postcode, .address, .phone, .email])
    }
}
