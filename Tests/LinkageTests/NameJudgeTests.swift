// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// Names that stand alone: which are one name, by tables and by rules.
struct NameJudgeTests {
    private static let judge = NameJudge(variants: .wide)
    /// With no table at all: what the rules know by themselves.
    private static let ruled = NameJudge(variants: NameVariants(text: ""))

    @Test(arguments: [
        ("Siobhan", "Shivaun"), ("Mohammed", "Mohd"), ("Yusuf", "Joseph"), ("Liz", "Elizabeth"), ("Abdul Rahman", "Abdurrahman"),
        ("Abd al-Rahman", "Cabdiraxmaan"), ("O'Brien", "Ó Briain"), ("McMahon", "Mac Mahon"), ("McMahon", "Mahon"), ("Zhang", "Cheung"),
        ("Wiśniewski", "Wisniewska"), ("Oluwaseun", "Seun"), ("Amira Testwell", "Testwell, Amira"), ("Testwell-Sampleton", "Sampleton"),
        ("Amiratestwell", "Amira Testwell"), ("van der Testwell", "Testwell"), ("Dr Amira Testwell", "Amira Testwell"),
    ])
    func oneName(_ left: String, _ right: String) {
        #expect(Self.judge.weight(left, right) >= 2)
        #expect(Self.judge.weight(left, right) == Self.judge.weight(right, left))
    }

    @Test(arguments: [
        ("Maria", "Mario"), ("Hassan", "Hussain"), ("Hall", "Hill"), ("Abdul Rahman", "Abdul Rahim"), ("Amira Testwell", "Jordan Testwell"),
        ("Jonathan", "Nathan"), ("Paul", "Paula"), ("Wilson", "Watson"), ("Samira", "Jamila"), ("Carl", "Carol"),
    ])
    func twoNames(_ left: String, _ right: String) {
        #expect(Self.judge.weight(left, right) < 2)
        #expect(Self.judge.weight(left, right) == Self.judge.weight(right, left))
    }

    @Test(arguments: [
        // Irish bh, Polish cz and w, Somali x and c, Turkish c, French ou and ch, German j, Slavic kh and endings, Welsh ff
        ("Dearbhla", "Dervla"), ("Wójcik", "Voycik"), ("Xuseen", "Huseen"), ("Cismaan", "Ismaan"), ("Celal", "Jelal"),
        ("Mourad", "Murad"), ("Rachid", "Rashid"), ("Johanna", "Yohana"), ("Mikhail", "Mihail"), ("Petrova", "Petrov"),
        ("Chukwuemeka", "Emeka"), ("Teresinha", "Teresa"), ("Demosthorpe", "Demosthrope"), ("Abdulkadir", "Abdiqadir"),
    ])
    func rulesKnow(_ left: String, _ right: String) { #expect(Self.ruled.weight(left, right) >= 2) }

    @Test func twoKnownNamesAreTwoThoughOneLetterPartsThem() {
        let table = NameVariants(text: "amirah: amirat", known: "amina amira")
        #expect(table.kinship(Array("amina".utf8), Array("amira".utf8)) == .apart)
        #expect(table.kinship(Array("amirah".utf8), Array("amirat".utf8)) == .forms)
        #expect(table.kinship(Array("amina".utf8), Array("aminu".utf8)) == .unknown)
    }

    @Test func initialsAndNothingSayNothing() {
        #expect(NameEvidence.compare([("A", "Amira"), ("", "Amira"), ("?", "!")]).map(\.answer) == [.none, .none, .none])
    }

    @Test func everyLineOfTheTablesHoldsAtLeastTwoForms() {
        let tables = [
            NameVariants.boysTable, NameVariants.girlsTable, NameVariants.celticTable, NameVariants.easternTable,
            NameVariants.southEasternTable, NameVariants.muslimTable,
            NameVariants.southernTable, NameVariants.familyTable,
        ]
        for line in tables.joined(separator: "\n").split(separator: "\n") where !line.hasPrefix("#") {
            let forms = Fold.words(Fold.bytes(String(line)))
            #expect(forms.count >= 2, "\(line)")
        }
    }
}
