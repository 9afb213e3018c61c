// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Standard
import Storage

/// One concern behind a figure: its reference and where it stands, nothing of anybody in it.
public struct FigureRow: Sendable, Hashable {
    /// The reference by which people speak of it.
    public let reference: String
    /// The area that owns it.
    public let area: String?
    /// When it was reported.
    public let receivedAt: Instant
    /// When it is, or was, to be decided at the latest.
    public let dueHard: Instant
    /// Where it stands.
    public let status: ConcernStatus
}

/// The rows behind a figure, as far as one person may read them.
public struct FigureRows: Sendable {
    /// The first of them, the oldest first.
    public let rows: [FigureRow]
    /// How many this person may open.
    public let total: Int
}

extension Figures {
    /// The concerns behind a figure of the work that this person may read anyway; none for whoever sees figures alone. Throws `refused`.
    public func rows(_ actor: Actor, _ figure: WorkFigure, area: String?) async throws -> FigureRows {
        try await house.authorise(actor, .seeFigures)
        let at = house.now
        let sql = WorkFigureSQL(figure, at: at, answeredBy: answeredBy(at))
        var (text, arguments) = Self.conditions(sql, actor, Self.areas(actor))
        if let area {
            arguments.append(.text(area))
            text += " AND c.owning_area = $\(arguments.count)"
        }
        return try await read(actor, sql.join, text, arguments, at)
    }

    /// The concerns behind a count of a table that this person may read anyway. It tells them nothing that they can't count themselves.
    /// Throws `refused`, `notFound`.
    public func rows(_ actor: Actor, from: String, _ table: FigureTable, row: String) async throws -> FigureRows {
        try await house.authorise(actor, .seeFigures)
        let at = house.now
        guard let from = CivilDate(iso: from), let period = try await periods(actor).first(where: { $0.from == from }) else {
            throw ServiceError.notFound
        }
        let bounds: [SQLValue] = [period.from, period.to].map { .integer(LocalDate.start(of: $0).microseconds) }
        let found = try await read(actor, "", "c.received_at >= $1 AND c.received_at < $2", bounds, at, keep: 5_000) { record in
            let month = FigurePeriod.code(LocalDate.day(try record.instant("received_at")))
            return try FigurePlace(record, FigureCoding(house.standard), month: month).rows[table] == row
        }
        return found
    }

    private func read(
        _ actor: Actor, _ join: String, _ condition: String, _ arguments: [SQLValue], _ at: Instant, keep: Int = Figures.pageSize,
        where fits: ((SQLRow) throws -> Bool)? = nil
    ) async throws -> FigureRows {
        let scope = ScopeSQL(AccessPolicy.scope(actor, .readConcern), first: arguments.count + 1, now: at)
        let every = arguments + scope.arguments
        let (found, count) = try await house.store.read { session in
            let rows = try session.query(
                """
                SELECT DISTINCT c.id, c.reference, c.owning_area, c.received_at, c.due_hard, c.status, c.broad_settings, c.crimes, c.relationships
                FROM concern c \(join) WHERE \(condition) AND \(scope.text) ORDER BY c.received_at, c.id LIMIT $\(every.count + 1)
                """, every + [.integer(Int64(keep))])
            let sql = "SELECT count(DISTINCT c.id) AS n FROM concern c \(join) WHERE \(condition) AND \(scope.text)"
            return (rows, try Int(session.integer(sql, every)))
        }
        let fitting = try fits.map { fits in try found.filter(fits) } ?? found
        let shown = fitting.prefix(Self.pageSize)
        let act = ActOfPerson(.consult, by: actor, to: .seeFigures, at: at, purpose: "figures")
        let ids = try shown.map { try $0.text("id") }
        try await house.store.write(act) { transaction in
            for id in ids { transaction.show("concern", id) }
        }
        let rows = try shown.map { row in
            FigureRow(
                reference: try row.text("reference"), area: try row.optionalText("owning_area"), receivedAt: try row.instant("received_at"),
                dueHard: try row.instant("due_hard"), status: ConcernStatus(rawValue: try row.text("status")) ?? .new)
        }
        return FigureRows(rows: rows, total: fits == nil ? count : fitting.count)
    }
}
