// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Safeguarding
import Standard
import Storage

/// Counts each period once it has ended, and keeps what may be shown of it. Two servers may do it at once: the first to commit is kept.
struct FigureReleasing: Sendable {
    let house: House

    /// Counts every ended period that has not been counted, from the first concern on. Returns how many were.
    @discardableResult
    func release() async throws -> Int {
        guard let rule = house.standard.disclosure else { return 0 }
        let sql = "SELECT MIN(received_at) AS first_at FROM concern"
        guard let first = try await house.store.read({ session in try session.one(sql).optionalInstant("first_at") }) else { return 0 }
        let kept = try await house.store.read { session in
            try session.query("SELECT period_from, period_to FROM figure_release").map {
                (from: try $0.text("period_from"), to: try $0.text("period_to"))
            }
        }
        var made = 0
        var period = FigurePeriod(containing: LocalDate.day(first), months: rule.periodMonths)
        while LocalDate.start(of: period.to) <= house.now {
            // Where the rule's months were changed, what was shown before stays all that is shown of those days.
            let isKept = kept.contains { $0.from < period.to.description && period.from.description < $0.to }
            if !isKept, try await release(period, rule) { made += 1 }
            period = period.next
        }
        return made
    }

    private func release(_ period: FigurePeriod, _ rule: DisclosureRule) async throws -> Bool {
        let numbers = SmallNumbers(hiddenTo: rule.hiddenTo, rounding: rule.rounding)
        let tables = try await count(period)
        let shown = numbers.shown(FigureTable.allCases.compactMap { tables[$0] })
        var found: [FigureTable: ShownTable] = [:]
        for (table, shown) in zip(FigureTable.allCases, shown) { found[table] = shown }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let body = String(decoding: try encoder.encode(FigureDocument(found, numbers)), as: UTF8.self)
        let at = house.now
        let row = LedgeredRow(
            "figure_release",
            [
                "id": .text(house.store.newID().description), "period_from": .text(period.from.description),
                "period_to": .text(period.to.description), "standard": .text(house.standard.id.rawValue),
                "made_at": .integer(at.microseconds), "body": .text(body),
            ], random: house.store.random)
        do {
            try await house.store.write(ActOfPerson(systemAct: .system, at: at, purpose: "release-figures")) { transaction in
                transaction.say("period", period.from.description)
                try transaction.insert(row)
            }
        } catch let error as StorageError where error.code == .uniqueViolation(constraint: "figure_release_period_from_key") {
            return false
        }
        return true
    }

    /// The tables of a period, exactly. They leave this room only hidden and rounded.
    func count(_ period: FigurePeriod) async throws -> [FigureTable: CountTable] {
        let coding = FigureCoding(house.standard)
        let months = period.months
        let bounds = (months + [period.to]).map { SQLValue.integer(LocalDate.start(of: $0).microseconds) }
        let groups = try await house.store.read { session in
            try zip(months, zip(bounds, bounds.dropFirst())).map { month, bounds in
                (FigurePeriod.code(month), try session.query(Self.groups, [bounds.0, bounds.1]))
            }
        }
        let found = Set(try groups.flatMap { try $0.1.compactMap { try $0.optionalText("owning_area") } })
        let areas = house.directory.snapshot.areas.values.filter { area in
            found.contains(area.code) || area.isInForce(at: LocalDate.start(of: period.to).adding(seconds: -1))
        }.map(\.code)
        let rows = Set(areas).union(found).sorted()
        var tables: [FigureTable: CountTable] = [:]
        for table in FigureTable.allCases {
            tables[table] = CountTable(
                rows: coding.rows(table, areas: rows, months: months.map(FigurePeriod.code)), columns: coding.columns)
        }
        for (month, groups) in groups {
            for group in groups {
                let place = try FigurePlace(group, coding, month: month)
                for table in FigureTable.allCases {
                    tables[table]?.add(try group.int("n"), row: place.rows[table] ?? "", column: place.column)
                }
            }
        }
        return tables
    }

    /// How many concerns there are of each kind in a month: clear columns alone.
    private static let groups = """
        SELECT c.owning_area, c.crimes, c.broad_settings, c.relationships, count(*) AS n FROM concern c
        WHERE c.received_at >= $1 AND c.received_at < $2 GROUP BY c.owning_area, c.crimes, c.broad_settings, c.relationships
        """
}

/// Where a concern, or a group of them, stands in the tables.
struct FigurePlace: Sendable {
    let column: String
    let rows: [FigureTable: String]

    init(_ row: SQLRow, _ coding: FigureCoding, month: String) throws {
        column = coding.column(broadSettings: CodeText.codes(try row.text("broad_settings")))
        rows = [
            .whom: coding.row(relationships: CodeText.codes(try row.text("relationships"))),
            .area: try row.optionalText("owning_area") ?? FigureCoding.notRecorded,
            .crime: coding.row(crimes: CodeText.codes(try row.text("crimes"))), .month: month,
        ]
    }
}

extension House {
    /// Counts the periods that have ended, for tests and for a demo; a serving house does it by itself.
    @discardableResult
    public func releaseFigures() async throws -> Int { try await FigureReleasing(house: self).release() }
}
