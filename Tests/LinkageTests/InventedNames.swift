// SPDX-License-Identifier: Apache-2.0

/// Names and streets that nobody has, for registers made by tests.
enum InventedNames {
    static let given = [
        "Amira", "Jordan", "Siobhan", "Mohammed", "Aisha", "Robyn", "Callum", "Zainab", "Oleksandr", "Katarzyna", "Wei", "Kwame", "Chloe",
        "Declan", "Priya", "Harpreet", "Megan", "Yusuf", "Niamh", "Tyler", "Ifeoma", "Bilal", "Sophie", "Ewan", "Farhad", "Ioana",
    ]
    static let family = [
        "Testwell", "Sampleton", "Demosthorpe", "Mockford", "Fictley", "Pretendham", "Examplar", "Trialby", "Draftworth", "Placeholt",
        "Inventon", "Fabler", "Madeupson", "Notrealski", "Specimenko", "Protoria", "Quasimore", "Hypothel", "Figmentov", "Storyborne",
    ]
    static let streets = ["Otterley", "Milbury", "Fernhollow", "Larkmere", "Dunwick", "Thistledown", "Copperbeck", "Ravenshaw"]
}
