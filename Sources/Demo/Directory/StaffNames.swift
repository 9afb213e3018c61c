// SPDX-License-Identifier: Apache-2.0

/// Names of the people with accounts. None of them occurs among the people of concerns, so that nobody is shut out by accident.
enum StaffNames {
    /// The first administrator, who founds the store.
    static let administrator = "Perpetua Brightwell"
    private static let given: [String] = [
        "Dana", "Kit", "Morven", "Idris", "Bettina", "Lowri", "Ravinder", "Gwil", "Odette", "Fenella", "Cosmo", "Ignatius", "Jocasta",
    ]
    private static let families: [String] = [
        "Brightwell", "Papergate", "Quirkfeather", "Lampwright", "Kettlebank", "Inkersole", "Foldaway", "Marchbanner", "Copperline",
        "Hedgelaw",
        "Windowfen", "Doverly", "Almanack", "Juniperly", "Saltmarket", "Velloway", "Tollgate",
    ]

    /// The whole name of the person at a place of the plan. 13 and 17 have no common divisor, so that 221 names differ.
    static func name(_ place: Int) -> String { given[place % given.count] + " " + families[place % families.count] }

    /// The sign-in name that goes with a key of the plan.
    static func email(_ key: String) -> String { SafeValues.email(key) }
}
