// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// Which spellings are one name and which are not.
struct NamePairsTests {
    static func level(_ left: String, _ right: String) -> Level {
        let letters = Fold.bytes(left)
        let word = PreparedWord(NameWord(field: .givenNames, start: 0, count: letters.count), letters, .standard)
        return Fold.bytes(right).withUnsafeBufferPointer { word.level($0) }
    }

    static let agreeing: [(String, String)] = [
        ("Siobhan", "Shivaun"), ("Siobhán", "Siobhan"), ("Niamh", "Neve"), ("Aoife", "Eefa"), ("Caoimhe", "Keeva"), ("Sean", "Shaun"),
        ("Mohammed", "Mohd"), ("Mohammed", "Muhammad"), ("Muhammad", "Mohamed"), ("Hussain", "Hussein"), ("Yusuf", "Youssef"),
        ("Khalid", "Khaled"), ("Aisha", "Ayesha"), ("Zainab", "Zeinab"), ("Qureshi", "Koreshi"), ("Chowdhury", "Choudhry"),
        ("Robyn", "Robin"), ("Testwell", "Testwel"), ("Robert", "Bob"), ("Elizabeth", "Beth"), ("Samantha", "Sam"), ("Stephen", "Steven"),
        ("Catherine", "Kathryn"), ("Geoffrey", "Jeffrey"), ("Philip", "Filip"), ("Leigh", "Lee"), ("O'Brien", "OBrien"), ("Zoë", "Zoe"),
        ("Kowalski", "Kowalska"), ("Wiśniewski", "Vishnevski"), ("Oleksandr", "Alexander"), ("Dmytro", "Dmitri"), ("Łukasz", "Lukasz"),
        ("Xu", "Hsu"), ("Zhang", "Cheung"), ("Nguyễn", "Nguyen"), ("Abdirahman", "Cabdiraxmaan"), ("Chukwuemeka", "Chukuemeka"),
        ("Demosthorpe", "Demosthrope"), ("Sampleton", "Sampelton"), ("Macdonald", "Mcdonald"), ("İbrahim", "Ibraheem"),
        ("Strauß", "Strauss"),
    ]

    @Test(arguments: agreeing) func agree(_ left: String, _ right: String) {
        #expect(NameComparison.rank(Self.level(left, right)) >= 3)
        #expect(NameComparison.rank(Self.level(right, left)) >= 3)
    }

    static let differing: [(String, String)] = [
        ("Amira", "Jordan"), ("Layla", "Lily"), ("Aisha", "Amina"), ("Mohammed", "Mahdi"), ("Testwell", "Sampleton"), ("Anna", "Nina"),
        ("Daniel", "Denise"), ("Sarah", "Susan"), ("Khan", "Kane"), ("Wei", "Li"), ("Jack", "Jacqueline"), ("Hassan", "Hussain"),
        ("Ali", "Amy"), ("Kaur", "Kerr"), ("Marcus", "Maria"), ("Tom", "Tim"), ("Bilal", "Bella"),
    ]

    @Test(arguments: differing) func differ(_ left: String, _ right: String) {
        #expect(NameComparison.rank(Self.level(left, right)) < 3)
        #expect(NameComparison.rank(Self.level(right, left)) < 3)
    }

    static let sounding: [(String, String)] = [
        ("siobhan", "shivaun"), ("mohammed", "mohd"), ("mohammed", "muhammad"), ("robyn", "robin"), ("testwell", "testwel"),
        ("singh", "sing"),
        ("brown", "braun"), ("knight", "night"), ("wright", "rite"), ("christine", "kristin"), ("pham", "fam"), ("quraishi", "kureshi"),
    ]

    @Test(arguments: sounding) func soundAlike(_ left: String, _ right: String) {
        #expect(Sound(Array(left.utf8)) == Sound(Array(right.utf8)))
    }

    @Test func namesInAnyOrderAndRunTogetherMeet() {
        let known: [FieldValue] = [.givenNames("Amira"), .familyName("Testwell"), Sample.born(2010, 3, 14)]
        let asked: [[FieldValue]] = [
            [.givenNames("Testwell"), .familyName("Amira"), Sample.born(2010, 3, 14)],
            [.alias("Amira Testwell"), Sample.born(2010, 3, 14)],
            [.givenNames("Amiratestwell"), Sample.born(2010, 3, 14)],
            [.givenNames("Amira"), .familyName("Test-Well"), Sample.born(2010, 3, 14)],
            [.givenNames("Mary Amira"), .familyName("Testwell"), Sample.born(2010, 3, 14)],
            [.givenNames("Amira"), .familyName("Sampleton-Testwell"), Sample.born(2010, 3, 14)],
        ]
        for values in asked {
            #expect(Sample.pair(known, values)?.relation == .samePerson, "\(values)")
            #expect(Sample.pair(values, known)?.relation == .samePerson, "\(values)")
        }
    }
}
