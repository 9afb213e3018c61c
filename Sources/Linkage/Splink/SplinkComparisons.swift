// SPDX-License-Identifier: Apache-2.0

/// The comparisons that a register's columns are exported with: those whose SQL means the same in Splink and here.
enum SplinkComparisons {
    /// Comparisons without m and u, and blocking rules, for a register's columns.
    static func of(_ columns: [RegisterColumn]) -> (comparisons: [SplinkSettings.Comparison], rules: [SplinkSettings.Rule]) {
        let comparisons = columns.compactMap(comparison) + [place(columns)].compactMap { $0 }
        return (comparisons, rules(columns))
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func quoted(_ column: String, _ side: String) -> String { quoted("\(column)_\(side)") }

    private static func call(_ function: String, _ column: String) -> String {
        "\(function)(\(quoted(column, "l")), \(quoted(column, "r")))"
    }

    private static func same(_ column: String) -> String { "\(quoted(column, "l")) = \(quoted(column, "r"))" }

    private static func missing(_ column: String) -> String { "\(quoted(column, "l")) IS NULL OR \(quoted(column, "r")) IS NULL" }

    private static func level(_ sql: String, _ label: String, frequency column: String? = nil) -> SplinkSettings.Level {
        SplinkSettings.Level(sqlCondition: sql, label: label, frequencyColumn: column, frequencyWeight: column == nil ? nil : 1)
    }

    private static func comparison(_ column: RegisterColumn) -> SplinkSettings.Comparison? {
        let name = column.name
        func jaroWinkler(_ least: Double) -> SplinkSettings.Level {
            level("\(call("jaro_winkler_similarity", name)) >= \(least)", "Jaro-Winkler at least \(least)")
        }
        let slip = level("\(call("damerau_levenshtein", name)) <= 1", "one slip")
        let between: [SplinkSettings.Level]
        var usesFrequency = false
        switch column.role {
        case .given, .family, .fullName, .middle:
            between = [jaroWinkler(0.92), jaroWinkler(0.8)]
            usesFrequency = column.role != .middle
        case .birthDate:
            let year = "substr(\(quoted(name, "l")), 1, 4) = substr(\(quoted(name, "r")), 1, 4)"
            between = [slip, level("\(call("damerau_levenshtein", name)) <= 2", "two slips"), level(year, "one year")]
        case .sex: between = []
        case .phone, .email, .identifier: between = [slip]
        case .category:
            between = [jaroWinkler(0.92)]
            usesFrequency = true
        case .id, .source, .ignored, .postcode, .address, .houseNumber, .town: return nil
        }
        var absent = level(missing(name), "not known")
        absent.isNull = true
        return SplinkSettings.Comparison(
            name: name,
            levels: [absent, level(same(name), "the same", frequency: usesFrequency ? name : nil)] + between
                + [level("ELSE", "anything else")],
            description: "\(column.role.rawValue) (\(name))")
    }

    /// Postcode, address and town are one comparison, since they move together; each level asks for one part less.
    private static func place(_ columns: [RegisterColumn]) -> SplinkSettings.Comparison? {
        let postcode = columns.first { $0.role == .postcode }?.name
        let address = columns.first { $0.role == .address }?.name
        let town = columns.first { $0.role == .town }?.name
        let parts = [postcode, address, town].compactMap { $0 }
        if parts.isEmpty { return nil }
        var levels = [level(parts.map { "(\(missing($0)))" }.joined(separator: " AND "), "not known")]
        levels[0].isNull = true
        if let postcode, let address { levels.append(level("\(same(postcode)) AND \(same(address))", "postcode and address the same")) }
        if let address {
            levels.append(level(same(address), "address the same"))
            if let postcode {
                levels.append(
                    level("\(same(postcode)) AND \(call("jaro_winkler_similarity", address)) >= 0.8", "postcode the same, address alike"))
            }
        }
        if let postcode {
            levels.append(level(same(postcode), "postcode the same"))
            levels.append(level("\(call("damerau_levenshtein", postcode)) <= 1", "postcode a slip apart"))
        }
        if let address { levels.append(level("\(call("jaro_winkler_similarity", address)) >= 0.9", "address alike")) }
        if let town { levels.append(level(same(town), "town the same")) }
        levels.append(level("ELSE", "anything else"))
        return SplinkSettings.Comparison(name: "place", levels: levels, description: "place (\(parts.joined(separator: ", ")))")
    }

    /// Rules in SQL that find most of what the library's own rules find; sounds and parted blocks can't be said in SQL.
    private static func rules(_ columns: [RegisterColumn]) -> [SplinkSettings.Rule] {
        func name(_ role: ColumnRole) -> String? { columns.first { $0.role == role }?.name }
        func same(_ column: String) -> String { "l.\(quoted(column)) = r.\(quoted(column))" }
        func year(_ column: String) -> String { "substr(l.\(quoted(column)), 1, 4) = substr(r.\(quoted(column)), 1, 4)" }
        let given = name(.given) ?? name(.fullName)
        var rules = [ColumnRole.email, .identifier, .phone].compactMap { name($0).map(same) }
        if let birth = name(.birthDate) {
            for column in [given, name(.family), name(.postcode)] { if let column { rules.append("\(same(column)) AND \(same(birth))") } }
            if let given, let family = name(.family) { rules.append("\(same(given)) AND \(same(family)) AND \(year(birth))") }
        } else if let given, let family = name(.family) {
            rules.append("\(same(given)) AND \(same(family))")
        }
        for pair in [(given, name(.postcode)), (name(.family), name(.postcode)), (given, name(.address))] {
            if let one = pair.0, let two = pair.1 { rules.append("\(same(one)) AND \(same(two))") }
        }
        return rules.map { SplinkSettings.Rule(sql: $0, dialect: "duckdb") }
    }
}
