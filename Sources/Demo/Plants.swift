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
        public static let address = "14 Lantern Row, Milbury"
        public static let postcode = "QZ15 6PS"
    }

    /// One car in four concerns of three areas; in one of them only a part of its mark was read.
    public enum Vehicle {
        public static let mark = "QX01 ZQA"
        public static let part = "QX01 Z"
        public static let description = "silver estate, dent in the rear door"
    }

    /// One account that writes to six children, two of them boys, in four concerns from three areas.
    public enum Account {
        public static let platform = "snapchat"
        public static let handle = "demo_starlight_77"
        public static let children = ["Anika Placeholt", "Eesa Mockridge", "Imogen Fictley", "Taylor Samplewick", "Halima Demondale", "Violet Inventon"]
    }

    /// A man who was a parent's partner in one household with children, and months later in another, in another area, under a shorter name.
    public enum MovedAdult {
        public static let first = (given: "Garrick", family: "Pretendham", area: "wynford")
        public static let second = (given: "Gary", family: "Pretendham", area: "calderholm")
        public static let born = "1984-02-17"
        public static let phone = SafeValues.plantedPhone(41)
    }

    /// Twins: two children, one birthday, one address. They are never one.
    public enum Twins {
        public static let given = ["Orla", "Eithne"]
        public static let family = "Specimhurst"
        public static let born = "2014-06-21"
        public static let area = "dornwick"
    }

    /// A refuge: the address stands nowhere, and who must not find out is said.
    public enum Refuge {
        public static let given = "Marisol"
        public static let family = "Whistlomere"
        public static let area = "otterley"
    }

    /// A children's home: three children, one address and phone number, which say nothing about whether they know each other.
    public enum Home {
        public static let name = "Larchmount House"
        public static let address = "2 Beacon Hill, Eskham"
        public static let postcode = "QZ30 8JB"
        public static let phone = SafeValues.plantedPhone(60)
        public static let area = "eskham"
    }

    /// Two boys of one name who have nothing to do with each other: other birthday, other area.
    public enum Namesakes {
        public static let name = (given: "Samir", family: "Quillowley")
        public static let born = ["2012-01-30", "2009-10-03"]
        public static let areas = ["tarnley", "milbury"]
    }

    /// Somebody with an account who is named as a person of concern, and shut out of that matter from its first moment.
    public enum ShutOut {
        /// A youth worker and football coach.
        public static var name: String { StaffNames.name(PersonPlan.place(of: "youth-worker-2")) }
        public static var email: String { StaffNames.email("youth-worker-2") }
        public static let area = "milbury"
    }
}
