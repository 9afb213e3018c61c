// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

struct NormalisingTests {
    private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    @Test(arguments: [
        ("07700 900123", "447700900123"), ("+44 7700 900123", "447700900123"), ("0044 (0)7700 900123", "447700900123"),
        ("+44 (0)121 496 0123", "441214960123"), ("447700900123", "447700900123"), ("(0121) 496-0123", "441214960123"),
        ("+999 123 4567", "9991234567"),
    ]) func phones(_ written: String, _ normalised: String) { #expect(text(PhoneNumber.normalised(written)) == normalised) }

    @Test(arguments: ["", "none", "12345", "not known 0"]) func noPhone(_ written: String) {
        #expect(PhoneNumber.normalised(written) == nil)
    }

    @Test(arguments: [("qq01 qzz", "qq01qzz"), ("QQ0? ?ZZ", "qq0??zz"), ("QQ01...", "qq01*"), ("QQ*ZZ", "qq*zz")])
    func marks(_ written: String, _ normalised: String) { #expect(text(VehicleMark.normalised(written)) == normalised) }

    @Test(arguments: [("QZ1 2AB", "qz12ab"), ("qz12ab", "qz12ab"), ("QZ1", "qz1")])
    func postcodes(_ written: String, _ normalised: String) { #expect(text(Postcode.normalised(written)) == normalised) }

    @Test(arguments: ["ZZ99 3VZ", "not known", "12", "Milbury"]) func noPostcode(_ written: String) {
        #expect(Postcode.normalised(written) == nil)
    }

    @Test(arguments: [
        ("Mr. José  O’Demo", "jose odemo"), ("AL-HASSAN", "alhassan"), ("Van der Test", "vandertest"), ("Ud Din", "uddin"), ("Dr", "dr"),
        ("Łukasz Ström", "lukasz strom"), ("Mc Test", "mctest"),
    ]) func names(_ written: String, _ normalised: String) { #expect(text(PersonalName.normalised(written)) == normalised) }

    @Test func handlesDropWhatPeopleDrop() {
        #expect(text(AccountName.handle("@Demo_Jay.Dee-07")) == "demojaydee07")
        #expect(text(AccountName.email(" Demo.Jay@Example.ORG ")) == "demo.jay@example.org")
    }

    @Test func addressesAreWrittenOut() {
        #expect(text(StreetAddress.normalised("Flat 2, 14 Otterley Rd.")) == "flat 2 14 otterley road")
        #expect(text(StreetAddress.normalised("St Test's House")) == "st tests house")
    }

    @Test func otherScriptsAreKept() {
        #expect(text(PersonalName.normalised("Тест")) == "тест")
        #expect(Sound(Array("тест".utf8)) != Sound(Array("проба".utf8)))
    }

    @Test(arguments: [
        ("14 Otterley Road", "14 Otterley Rd, Milbury", Level.mostWords), ("14 Otterley Road", "14 otterley rd", .exact),
        ("14 Otterley Road", "16 Otterley Road", .differs), ("Milbury Bus Station", "Bus Station, Milbury", .exact),
        ("14 Otterley Road", "14 Larkmere Road", .differs),
    ]) func addressLevels(_ left: String, _ right: String, _ level: Level) {
        let found = (StreetAddress.normalised(left) ?? []).withUnsafeBufferPointer { one in
            (StreetAddress.normalised(right) ?? []).withUnsafeBufferPointer { PlaceComparison.addresses(one, $0) }
        }
        #expect(found == level)
    }

    @Test func distances() {
        func distance(_ left: String, _ right: String) -> Int {
            Array(left.utf8).withUnsafeBufferPointer { one in Array(right.utf8).withUnsafeBufferPointer { editDistance(one, $0, bound: 2) }
            }
        }
        #expect(distance("testwell", "testwell") == 0)
        #expect(distance("testwell", "tsetwell") == 1)
        #expect(distance("testwell", "testwel") == 1)
        #expect(distance("testwell", "tastwal") == 3)
        #expect(distance("ab", "abcd") == 2)
        #expect(distance("", "abcd") == 3)
    }

    @Test func jaroWinklerKnownValues() {
        func likeness(_ left: String, _ right: String) -> Double {
            Array(left.utf8).withUnsafeBufferPointer { one in Array(right.utf8).withUnsafeBufferPointer { jaroWinkler(one, $0) } }
        }
        #expect(abs(likeness("martha", "marhta") - 0.9611) < 0.0001)
        #expect(abs(likeness("dwayne", "duane") - 0.84) < 0.0001)
        #expect(abs(likeness("dixon", "dicksonx") - 0.8133) < 0.0001)
        #expect(likeness("abc", "xyz") == 0)
    }

    @Test func logarithmsAndProbabilities() {
        #expect(abs(binaryLogarithm(10) - 3.321928094887362) < 1e-9)
        #expect(binaryLogarithm(8) == 3)
        #expect(abs(probability(ofBits: 0) - 0.5) < 1e-12)
        #expect(abs(probability(ofBits: 3.321928094887362) - 10.0 / 11) < 1e-9)
        #expect(probability(ofBits: -2) == 0.2)
    }
}
