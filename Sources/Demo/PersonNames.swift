// SPDX-License-Identifier: Apache-2.0

/// Names of invented people. Family names are put together so that they are plainly nobody's; given names say nothing about anybody.
enum PersonNames {
    static let girls: [String] = [
        "Aisha", "Alina", "Amelia", "Amira", "Anika", "Beatrice", "Bronwen", "Caitlin", "Chanel", "Chloe", "Danuta", "Destiny", "Ebony",
        "Elif", "Ella",
        "Esme", "Fatima", "Freya", "Grace", "Hafsa", "Halima", "Hana", "Imogen", "Isla", "Jade", "Jasmine", "Kaya", "Keira", "Kiran",
        "Lacey", "Lara", "Leah",
        "Lily", "Maisie", "Mariam", "Maya", "Megan", "Mina", "Nadia", "Niamh", "Noor", "Olivia", "Paige", "Poppy", "Priya", "Rania", "Ruby",
        "Saira", "Sanna",
        "Scarlett", "Sienna", "Simran", "Sofia", "Tamsin", "Tanisha", "Thandi", "Tia", "Violet", "Yasmin", "Zara",
    ]
    static let boys: [String] = [
        "Aaron", "Adeel", "Aidan", "Alfie", "Amir", "Arjun", "Bailey", "Ben", "Bilal", "Brandon", "Callum", "Connor", "Daniel", "Danyal",
        "Dawid", "Declan",
        "Dylan", "Eesa", "Elliot", "Ethan", "Finlay", "Gabriel", "George", "Hamza", "Harvey", "Ibrahim", "Isaac", "Jaden", "Jake", "Jamal",
        "Jordan", "Joseph",
        "Kai", "Kofi", "Kyle", "Leon", "Liam", "Lucas", "Malachi", "Mateo", "Michael", "Mohammed", "Nathan", "Noah", "Omar", "Owen", "Rhys",
        "Riley", "Ryan",
        "Samir", "Samuel", "Stefan", "Taylor", "Theo", "Tobias", "Tyler", "Usman", "Xavier", "Yusuf", "Zain",
    ]
    static let women: [String] = [
        "Adele", "Agnieszka", "Alison", "Angela", "Ayesha", "Bernadette", "Carol", "Cheryl", "Dawn", "Denise", "Elena", "Farah", "Gemma",
        "Hayley", "Irena",
        "Jacqueline", "Joanne", "Karen", "Kelly", "Leanne", "Lorraine", "Louise", "Mandy", "Michelle", "Natalie", "Nicola", "Parveen",
        "Paula", "Rachel",
        "Rebecca", "Rukhsana", "Samantha", "Shabana", "Sharon", "Stacey", "Tanya", "Tracy", "Ursula", "Vanessa", "Wendy",
    ]
    static let men: [String] = [
        "Adrian", "Andrew", "Anthony", "Asif", "Barry", "Carl", "Craig", "Darren", "Dean", "Delroy", "Derek", "Duncan", "Faisal", "Gareth",
        "Gary", "Glenn",
        "Howard", "Imran", "Ian", "Jason", "Jerome", "Keith", "Kevin", "Lee", "Leroy", "Marek", "Mark", "Martin", "Neil", "Paul", "Piotr",
        "Rashid", "Rob",
        "Sajid", "Scott", "Shane", "Stephen", "Tariq", "Trevor", "Wayne",
    ]
    private static let onsets: [String] = [
        "Sampl", "Mock", "Fict", "Demon", "Placeh", "Specim", "Imagin", "Pretend", "Quill", "Thistl", "Brambl", "Cindr", "Dappl", "Fabl",
        "Invent", "Juniv",
        "Kestl", "Lumin", "Marbl", "Nettl", "Orchar", "Pebbl", "Rustl", "Saffr", "Timbr", "Umbr", "Vell", "Whistl", "Yarrow", "Zephr",
    ]
    private static let endings: [String] = [
        "aby", "arden", "eborn", "ebury", "ecombe", "ecroft", "edale", "efield", "eford", "egrave", "eham", "eholt", "ehurst", "eley",
        "elow", "emere", "emont",
        "eridge", "eshaw", "estow", "eton", "ewell", "ewick", "eworth",
    ]

    /// A family name.
    static func family(_ dice: inout Dice) -> String { dice.pick(onsets) + dice.pick(endings) }

    /// Spellings that people take for one another.
    private static let variants: [String: String] = [
        "Aisha": "Ayesha", "Ayesha": "Aisha", "Caitlin": "Kaitlyn", "Chloe": "Khloe", "Danyal": "Daniel", "Dylan": "Dillon", "Ella": "Ela",
        "Fatima": "Fatema",
        "Freya": "Freyja", "Imogen": "Immy", "Isaac": "Izaak", "Jaden": "Jayden", "Jasmine": "Yasmin", "Jordan": "Jordyn",
        "Kiran": "Kieran", "Lacey": "Lacy",
        "Leah": "Lea", "Liam": "Leam", "Lily": "Lilly", "Maisie": "Maizie", "Mariam": "Maryam", "Maya": "Maia", "Megan": "Meghan",
        "Mohammed": "Muhammad",
        "Niamh": "Neve", "Noor": "Nur", "Olivia": "Liv", "Rhys": "Reece", "Riley": "Reilly", "Saira": "Sara", "Samuel": "Sam",
        "Sofia": "Zofia",
        "Stefan": "Stephan", "Tyler": "Tylor", "Yasmin": "Jasmin", "Yusuf": "Yousef", "Zain": "Zayn", "Zara": "Zahra", "Stephen": "Steven",
        "Gary": "Garry",
        "Tariq": "Tarik", "Agnieszka": "Aga", "Rebecca": "Becky", "Michelle": "Shell", "Nicola": "Nicky",
    ]

    /// A given name as somebody else may have written it down.
    static func heard(given: String, _ dice: inout Dice) -> String {
        if let variant = variants[given], dice.chance(60) { return variant }
        return slip(given, &dice)
    }

    /// A family name as somebody else may have written it down.
    static func heard(family: String, _ dice: inout Dice) -> String { slip(family, &dice) }

    /// One slip of the pen: a letter left out, doubled, or two that changed places. The first letter stays.
    private static func slip(_ name: String, _ dice: inout Dice) -> String {
        var letters = Array(name)
        guard letters.count > 3 else { return name }
        let place = 1 + dice.below(letters.count - 2)
        switch dice.below(3) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        default: letters.swapAt(place, place + 1)
        }
        return String(letters)
    }
}
