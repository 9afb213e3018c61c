// SPDX-License-Identifier: Apache-2.0

/// Where the coded values of a record stand in its row: sixteen numbers, one cache line. 0 is "not known" everywhere.
enum RowLayout {
    static let width = 16
    static let categories = 3

    static let given = 0
    static let family = 1
    /// A list of further name words (`Register.furtherNames`).
    static let further = 2
    /// Eight digits, four bits each; zeros where month and day are not known.
    static let birth = 3
    static let postcode = 4
    static let address = 5
    static let town = 6
    static let phone = 7
    static let email = 8
    static let identifier = 9
    /// The first of three.
    static let category = 10
    /// 1 male, 2 female, 3 other.
    static let sex = 13
    /// Which register a record is from, in a join.
    static let side = 14
}
