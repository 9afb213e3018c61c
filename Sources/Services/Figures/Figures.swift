// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
public import Safeguarding
import Standard
import Storage

extension House {
    /// Figures for leaders.
    public var figures: Figures { Figures(house: self) }
}

/// What leaders are shown: the work as it stands, and the profile of ended periods, from which nobody can be found.
public struct Figures: Sendable {
    /// Rows that a figure opens at once.
    public static let pageSize = 50
    let house: House

    /// The work of the region now; for whoever answers for areas alone, of these. Throws `refused`.
    public func work(_ actor: Actor) async throws -> WorkFigures {
        try await house.authorise(actor, .seeFigures)
        let at = house.now
        let areas = Self.areas(actor)
        let answeredBy = answeredBy(at)
        let counts = try await house.store.read { session in
            try Dictionary(
                uniqueKeysWithValues: WorkFigure.allCases.map { figure in
                    (figure, try Self.count(WorkFigureSQL(figure, at: at, answeredBy: answeredBy), actor, areas, session))
                })
        }
        let uncovered = house.directory.snapshot.uncoveredAreas(at: at).filter { areas?.contains($0.code) ?? true }
        return WorkFigures(counts: counts, uncovered: uncovered, areas: areas, asOf: at)
    }

    /// The periods that have been counted, newest first. Throws `refused`.
    public func periods(_ actor: Actor) async throws -> [FigurePeriod] {
        try await house.authorise(actor, .seeFigures)
        let sql = "SELECT period_from, period_to FROM figure_release ORDER BY period_from DESC"
        return try await house.store.read { session in
            try session.query(sql).compactMap { row in
                guard let from = CivilDate(iso: try row.text("period_from")), let to = CivilDate(iso: try row.text("period_to")) else {
                    return nil
                }
                return FigurePeriod(from: from, to: to)
            }
        }
    }

    /// What was shown of a period. Throws `refused`, `notFound`.
    public func release(_ actor: Actor, from: String) async throws -> FigureRelease {
        try await house.authorise(actor, .seeFigures)
        return try await kept(from)
    }

    /// The same, to be taken out as a file: it stands in the ledger. Throws `refused`, `notFound`.
    public func export(_ actor: Actor, from: String, _ table: FigureTable) async throws -> FigureRelease {
        try await house.authorise(actor, .seeFigures)
        let release = try await kept(from)
        let act = ActOfPerson(
            .export, by: actor, to: .seeFigures, at: house.now, purpose: "figures", codes: ["period": release.from.description])
        try await house.store.write(act) { transaction in transaction.say("table", table.rawValue) }
        return release
    }

    private func kept(_ from: String) async throws -> FigureRelease {
        // What stands in an address was perhaps typed: only a day is looked for.
        guard CivilDate(iso: from) != nil else { throw ServiceError.notFound }
        let row = try await house.store.read { session in
            try session.first("SELECT * FROM figure_release WHERE period_from = $1", [.text(from)])
        }
        guard let row, let from = CivilDate(iso: try row.text("period_from")), let to = CivilDate(iso: try row.text("period_to")) else {
            throw ServiceError.notFound
        }
        let document = try JSONDecoder().decode(FigureDocument.self, from: Data(try row.text("body").utf8))
        var tables: [FigureTable: ShownTable] = [:]
        for (name, table) in document.tables { FigureTable(rawValue: name).map { tables[$0] = table } }
        return FigureRelease(
            from: from, to: to, standard: try row.text("standard"), madeAt: try row.instant("made_at"), tables: tables,
            hiddenTo: document.hiddenTo, rounding: document.rounding)
    }

    /// The areas that somebody answers for; nil for the whole region.
    static func areas(_ actor: Actor) -> Set<String>? {
        let isOfRegion = actor.grants.contains { $0.role == .auditor || $0.role == .leader && $0.area == nil }
        return isOfRegion ? nil : Set(actor.grants.filter { $0.role == .leader || Role.desks.contains($0.role) }.compactMap(\.area))
    }

    /// Whoever was decided on before this moment should have been answered by now: the feedback limit of the standard, turned round.
    func answeredBy(_ now: Instant) -> Instant {
        var (early, late) = (now.adding(seconds: -400 * 86_400), now)
        let facts = ConditionFacts()
        for _ in 0..<40 {
            let middle = early.adding(seconds: late.seconds(since: early) / 2)
            if house.due(.feedback, facts, from: middle, house.standard).hard <= now { early = middle } else { late = middle }
        }
        return early
    }

    /// By area. What shuts a person out is not in their figures either: one more or less would tell them.
    private static func count(_ sql: WorkFigureSQL, _ actor: Actor, _ areas: Set<String>?, _ session: any SQLSession) throws -> [AreaCount]
    {
        let (filter, arguments) = conditions(sql, actor, areas)
        return try session.query(
            """
            SELECT c.owning_area, count(*) AS n, MIN(\(sql.columns)) AS oldest FROM concern c \(sql.join)
            WHERE \(filter) GROUP BY c.owning_area ORDER BY c.owning_area
            """, arguments
        ).map { AreaCount(area: try $0.optionalText("owning_area"), count: try $0.int("n"), oldest: try $0.instant("oldest")) }
    }

    static func conditions(_ sql: WorkFigureSQL, _ actor: Actor, _ areas: Set<String>?) -> (text: String, arguments: [SQLValue]) {
        var arguments = sql.arguments + [.text(actor.account.description), .text(actor.agency.description)]
        let first = sql.arguments.count + 1
        var text = [sql.conditions, ShutOutSQL.lets(concern: "c.id", account: "$\(first)", agency: "$\(first + 1)")]
        if let areas {
            let list = SQLDialect.placeholders(areas.count, from: arguments.count + 1)
            text.append(areas.isEmpty ? "1 = 0" : "c.owning_area IN (\(list))")
            arguments += areas.sorted().map { .text($0) }
        }
        return (text.joined(separator: " AND "), arguments)
    }
}

extension FigurePeriod {
    init(from: CivilDate, to: CivilDate) {
        self.from = from
        self.to = to
    }
}
