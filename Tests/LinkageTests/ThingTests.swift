// SPDX-License-Identifier: Apache-2.0
import Linkage
import Testing

/// Phones, vehicles, accounts and places that stand in several records.
struct ThingTests {
    private func found(_ kind: RecordKind, _ known: FieldValue..., asked: FieldValue..., askedKind: RecordKind? = nil) -> Candidate? {
        let index = MatchIndex()
        index.upsert([IndexRecord(id: Sample.key(1), group: Sample.key(11), kind: kind, tag: 0, values: known)], position: 1)
        return Sample.candidates(
            index, IndexRecord(id: Sample.key(2), group: Sample.key(12), kind: askedKind ?? kind, tag: 0, values: asked)
        ).first
    }

    @Test func onePhoneWrittenInTwoWays() throws {
        let candidate = try #require(found(.phone, .phone("+44 7700 900123"), asked: .phone("07700 900123")))
        #expect(candidate.relation == .sameThing)
        #expect(candidate.probability > 0.99)
        #expect(found(.phone, .phone("07700 900123"), asked: .phone("07700 900999")) == nil)
    }

    @Test func aPhoneOfAPersonMeetsThePhoneItself() throws {
        let candidate = try #require(
            found(.person, .givenNames("Amira"), .phone("07700 900123"), asked: .phone("07700900123"), askedKind: .phone))
        #expect(candidate.relation == .sameThing)
    }

    @Test func partOfAMarkFitsTheWhole() throws {
        let part = try #require(found(.vehicle, .vehicleMark("QQ01 QZZ"), asked: .vehicleMark("QQ0? QZ?")))
        #expect(part.contributions.first?.level == .partial)
        let other = try #require(found(.vehicle, .vehicleMark("QQ01 ..."), asked: .vehicleMark("QQ01 QZZ")))
        #expect(other.contributions.first?.level == .partial)
        let lookalike = try #require(found(.vehicle, .vehicleMark("QQ01 QZZ"), asked: .vehicleMark("QQO1 QZZ")))
        #expect(lookalike.contributions.first?.level == .close)
        #expect(found(.vehicle, .vehicleMark("QQ01 QZZ"), asked: .vehicleMark("QQ00 ZQI")) == nil)
    }

    @Test func anAccountWithAndWithoutItsPlatform() throws {
        let candidate = try #require(
            found(.account, .handle(platform: "demogram", name: "@demo_jay.07"), asked: .handle(platform: nil, name: "DemoJay07")))
        #expect(candidate.relation == .sameThing)
        #expect(
            found(.account, .handle(platform: "demogram", name: "demo_jay"), asked: .handle(platform: "demogram", name: "demo_kim")) == nil)
    }

    @Test func aPlaceIsFoundByNumberAndStreetOrByName() throws {
        #expect(found(.place, .address("14 Otterley Rd, Milbury"), asked: .address("14 Otterley Road"))?.relation == .sameThing)
        #expect(found(.place, .address("Milbury Bus Station"), asked: .address("Bus Station Milbury"))?.relation == .sameThing)
        #expect(found(.place, .address("14 Otterley Road"), asked: .address("16 Otterley Road")) == nil)
    }

    @Test func aHubIsDampedAndSaidSo() throws {
        let index = MatchIndex()
        index.upsert((1...60).map { Sample.record($0, kind: .phone, .phone("0121 496 0123")) }, position: 1)
        let candidate = try #require(Sample.candidates(index, Sample.record(99, kind: .phone, .phone("0121 496 0123"))).first)
        #expect(candidate.contributions.first?.damping == .hub(records: 60))
        let alone = try #require(found(.phone, .phone("0121 496 0123"), asked: .phone("0121 496 0123")))
        #expect(alone.contributions.first?.damping == nil)
        #expect(candidate.weight < alone.weight)
    }

    @Test func aRareNameWeighsMoreThanACommonOne() throws {
        let index = MatchIndex()
        var records = (1...400).map {
            Sample.record($0, .givenNames("Jordan"), .familyName("Sampleton"), Sample.born(1950 + $0 % 70, 2, 3))
        }
        records.append(Sample.record(500, .givenNames("Amira"), .familyName("Testwell"), Sample.born(2010, 3, 14)))
        index.upsert(records, position: 1)
        let rare = try #require(
            Sample.candidates(index, Sample.record(501, .givenNames("Amira"), .familyName("Testwell"), Sample.born(2010, 3, 14))).first)
        let common = try #require(
            Sample.candidates(index, Sample.record(502, .givenNames("Jordan"), .familyName("Sampleton"), Sample.born(1951, 2, 3))).first)
        #expect(rare.weight > common.weight + 4)
    }
}
