// SPDX-License-Identifier: Apache-2.0

/// What is planted in every region, however small: pieces that lie apart and belong together, and some that only look so. Tests and people
/// who show the demo find them by these values.
public enum Plants {
    /// The same child in three agencies' words: a school in spring, an emergency department weeks ago, a charity days ago. None of them
    /// knew of the others, and each contact ended with little.
    public enum SameChild {
        /// The area whose co-ordinator sees all three.
        public static let area = "milbury"
        /// As the school wrote it.
        public static let school = (given: "Robyn", family: "Testwell", born: "2011-04-09")
        /// As the emergency department wrote it.
        public static let health = (given: "Robin", family: "Testwel", born: "2011-04")
        /// As the youth worker heard it.
        public static let charity = (given: "R.", family: "Testwel", alsoKnownAs: "Robbie", age: "about 15")
        /// As the school has it.
        public static let address = "14 Lantern Row, Milbury"
        /// As the school has it.
        public static let postcode = "QZ15 6PS"
    }

    /// One car in four concerns of three areas, and in one of the three above; where it was not read whole, its mark is a part.
    public enum Vehicle {
        /// The whole mark, in three concerns.
        public static let mark = "QX01 ZQA"
        /// What was read of it in the others.
        public static let part = "QX01 Z??"
        /// What it looks like.
        public static let description = "silver estate, dent in the rear door"
    }

    /// One account that writes to six children, two of them boys, in four concerns from three areas.
    public enum Account {
        /// A code of the list `platform`.
        public static let platform = "snapchat"
        /// The account's name.
        public static let handle = "demo_starlight_77"
        /// The six.
        public static let children = [
            "Anika Placeholt", "Eesa Mockridge", "Imogen Fictley", "Taylor Samplewick", "Halima Demondale", "Violet Inventon",
        ]
    }

    /// A man who was a parent's partner in one household with children, and months later in another, in another area, under a shorter name.
    public enum MovedAdult {
        /// As the first school wrote it, and where.
        public static let first = (given: "Garrick", family: "Pretendham", area: "wynford")
        /// As the health visitor wrote it, and where.
        public static let second = (given: "Gary", family: "Pretendham", area: "calderholm")
        /// His birthday, in both.
        public static let born = "1984-02-17"
        /// His number, in both.
        public static let phone = SafeValues.plantedPhone(41)
    }

    /// Twins: two children, one birthday, one address. They are never one.
    public enum Twins {
        /// The given names of the two.
        public static let given = ["Orla", "Eithne"]
        /// The family name of both.
        public static let family = "Specimhurst"
        /// The birthday of both.
        public static let born = "2014-06-21"
        /// Where they live.
        public static let area = "dornwick"
    }

    /// A refuge: the address stands nowhere, and who must not find out is said.
    public enum Refuge {
        /// The mother's given name.
        public static let given = "Marisol"
        /// The family name of mother, son and father.
        public static let family = "Whistlomere"
        /// Where they are.
        public static let area = "otterley"
    }

    /// A children's home: three children, one address and phone number, which say nothing about whether they know each other.
    public enum Home {
        /// Its name.
        public static let name = "Larchmount House"
        /// Where it stands.
        public static let address = "2 Beacon Hill, Eskham"
        /// Its postcode.
        public static let postcode = "QZ30 8JB"
        /// Its office's number.
        public static let phone = SafeValues.plantedPhone(60)
        /// Its area.
        public static let area = "eskham"
    }

    /// Two boys of one name who have nothing to do with each other: other birthday, other area.
    public enum Namesakes {
        /// The name of both.
        public static let name = (given: "Samir", family: "Quillowley")
        /// The birthday of each.
        public static let born = ["2012-01-30", "2009-10-03"]
        /// Where each lives.
        public static let areas = ["tarnley", "milbury"]
    }

    /// Somebody with an account, a youth worker and football coach, who is named as a person of concern today, and shut out of that matter
    /// from its first moment.
    public enum ShutOut {
        /// The name of the account and in the report.
        public static var name: String { StaffNames.name(PersonPlan.place(of: "youth-worker-2")) }
        /// The account's sign-in name.
        public static var email: String { StaffNames.email("youth-worker-2") }
        /// The area whose desk confirms or lifts it.
        public static let area = "milbury"
    }
}
