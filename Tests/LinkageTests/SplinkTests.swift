// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Linkage

/// Models of Splink's. That Splink itself gives the same weights is tested by tools/splink.
struct SplinkTests {
    private static func condition(_ sql: String, _ left: [String: String], _ right: [String: String]) throws -> Bool? {
        var reader = SQLConditionReader()
        let condition = try reader.read(sql)
        func values(_ record: [String: String]) -> [[UInt8]?] { reader.columns.map { record[$0].map { Array($0.utf8) } } }
        return condition.holds(values(left), values(right))
    }

    @Test(arguments: [
        (#""name_l" = "name_r""#, "Amira", "Amira", true), (#""name_l" = "name_r""#, "Amira", "Amir", false),
        (#"jaro_winkler_similarity("name_l", "name_r") >= 0.92"#, "martha", "marhta", true),
        (#"jaro_winkler_similarity(name_l, name_r) >= 0.6"#, "abcd", "abxyzwq", false),
        (#"damerau_levenshtein("name_l", "name_r") <= 2"#, "ca", "abc", true),
        (#"levenshtein("name_l", "name_r") <= 2"#, "ca", "abc", false),
        (#"("name_l" = "name_r") AND NOT (length("name_l") < 3)"#, "ab", "ab", false),
        (#"name_l IS NULL OR name_l = 'ab' OR substr(name_l, 1, 2) = substring(name_r, 1, 2)"#, "abc", "abd", true),
        (
            #"abs(epoch(try_strptime("name_l", '%Y-%m-%d')) - epoch(try_strptime("name_r", '%Y-%m-%d'))) <= 86400"#, "2000-02-29",
            "2000-03-01", true
        ),
        (
            #"nullif(regexp_extract("name_l", '^[^@]+', 0), '') = nullif(regexp_extract("name_r", '^[^@]+', 0), '')"#, "a.b@example.org",
            "a.b@example.net", true
        ),
        (#"regexp_extract("name_l", '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]', 0) = 'QZ1 2'"#, "QZ1 2AB", "", true), ("ELSE", "a", "b", true),
    ])
    func conditionsMeanWhatSQLMeans(_ sql: String, _ left: String, _ right: String, _ expected: Bool) throws {
        #expect(try Self.condition(sql, ["name": left], ["name": right]) == expected)
    }

    @Test func whatIsNotKnownIsNeitherTrueNorFalse() throws {
        #expect(try Self.condition("a_l = a_r", [:], ["a": "x"]) == nil)
        #expect(try Self.condition("NOT a_l = a_r", [:], ["a": "x"]) == nil)
        #expect(try Self.condition("a_l = a_r OR b_l = b_r", ["b": "y"], ["a": "x", "b": "y"]) == true)
        #expect(try Self.condition("a_l = a_r AND b_l = b_r", ["b": "z"], ["a": "x", "b": "y"]) == false)
        #expect(try Self.condition("a_l IS NULL AND a_r IS NOT NULL", [:], ["a": "x"]) == true)
    }

    @Test(arguments: [
        "cosine_similarity(a_l, a_r) > 0.9", "a_l = a_r AND", "regexp_extract(a_l, '(x|y)', 1) = 'x'", "a = b", "len(a_l) = 1 + 1",
        "a_l = 'x",
        "try_strptime(a_l, '%d/%m/%Y') IS NULL",
    ])
    func whatIsNotUnderstoodIsRefused(_ sql: String) {
        var reader = SQLConditionReader()
        #expect(throws: RegisterError.self) { try reader.read(sql) }
    }

    private static let settings = """
        {"link_type": "dedupe_only", "probability_two_random_records_match": 0.2, "unique_id_column_name": "id", "comparisons": [
        {"output_column_name": "name", "comparison_levels": [
        {"sql_condition": "\\"name_l\\" IS NULL OR \\"name_r\\" IS NULL", "is_null_level": true},
        {"sql_condition": "\\"name_l\\" = \\"name_r\\"", "m_probability": 0.8, "u_probability": 0.1, "tf_adjustment_column": "name"},
        {"sql_condition": "ELSE", "m_probability": 0.2, "u_probability": 0.9}]}]}
        """

    @Test func aWeightIsPriorLevelAndFrequency() async throws {
        let model = try SplinkModel(SplinkSettings(json: Array(Self.settings.utf8)))
        try await TemporaryFolder.with { folder in
            let path = folder + "/r.csv"
            var table = try TableWriter(path: path)
            try table.write("id,name\n1,Amira\n2,Amira\n3,Jordan\n4,\n5,Zoë\n")
            try table.close()
            let scorer = try SplinkScorer(model, records: RecordTexts(paths: [path], columns: model.columns, id: "id"))
            func bits(_ value: Double) -> Double { binaryLogarithm(value) }
            // two of four known records are called Amira
            #expect(abs((scorer.weight("1", "2") ?? 0) - (bits(0.25) + bits(8) + bits(0.1) - bits(0.5))) < 1e-9)
            #expect(abs((scorer.weight("1", "3") ?? 0) - (bits(0.25) + bits(0.2 / 0.9))) < 1e-9)
            #expect(abs((scorer.weight("1", "4") ?? 0) - bits(0.25)) < 1e-9)
            #expect(scorer.weight("1", "9") == nil)
            #expect(throws: RegisterError.noColumn(named: "nome")) { _ = try RecordTexts(paths: [path], columns: ["nome"], id: "id") }
        }
    }

    @Test func aLevelThatIsNotTrainedIsRefused() {
        for (from, to) in [("\"m_probability\": 0.8, ", ""), ("0.9}", "0}"), ("random_records_match\": 0.2", "random_records_match\": 1")] {
            let broken = Self.settings.replacing(from, with: to)
            #expect(throws: RegisterError.self) { try SplinkModel(SplinkSettings(json: Array(broken.utf8))) }
        }
    }

    @Test func aModelOfMoreKindsIsProjectedAndSaysSo() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder + "/r.csv"
            var table = try TableWriter(path: path)
            try table.write(([TownRegister.header] + TownRegister.small.lines).joined(separator: "\n"))
            try table.close()
            let linked = try TownRegister.linked.get()
            let projection = try SplinkProjection(linked, paths: [path], most: 1_500)
            #expect(projection.losses[0].contains("projection"))
            #expect(projection.losses[0].contains("household"))
            let settings = try SplinkSettings(json: projection.settings.json)
            #expect(settings == projection.settings)
            for comparison in settings.comparisons {
                let known = comparison.levels.filter { $0.isNull != true }
                #expect(abs(known.reduce(0) { $0 + ($1.m ?? 0) } - 1) < 1e-9)
                #expect(abs(known.reduce(0) { $0 + ($1.u ?? 0) } - 1) < 1e-9)
            }
            // it still tells people apart
            let model = try SplinkModel(settings)
            let scorer = try SplinkScorer(model, records: RecordTexts(paths: [path], columns: model.columns, id: "id"))
            let sure = linked.pairs.filter { $0.probability > 0.999 }.prefix(100)
            let weights = sure.compactMap { pair -> Double? in
                guard let left = linked.members(pair.left).first, let right = linked.members(pair.right).first else { return nil }
                return scorer.weight(linked.register.id(Int(left)), linked.register.id(Int(right)))
            }
            #expect(weights.count { $0 > 0 } * 10 > weights.count * 9)
            #expect((scorer.weight(linked.register.id(0), linked.register.id(1)) ?? 0) < 0)
        }
    }
}
