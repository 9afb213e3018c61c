// SPDX-License-Identifier: Apache-2.0
import Exchange
import Safeguarding
import Services
import Standard

/// The leaders' page: sentences first, then who is harmed where and by whom, from which nobody can be found.
struct LeaderPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            LeaderAddresses.figures.handle(figures),
            LeaderAddresses.work.handle { request, word in
                guard let figure = WorkFigure(rawValue: word) else { throw Problem.notFound }
                let area = request.query.text("area")
                let actor = try request.actor
                let work = try await house.figures.work(actor)
                let rows = try await house.figures.rows(actor, figure, area: area)
                let count =
                    area == nil ? work.total(figure) : (work.counts[figure] ?? []).filter { $0.area == area }.reduce(0) { $0 + $1.count }
                return .page(
                    FigureRowsScreen(title: WorkWords.sentence(figure, count), isCounted: true, count: count, rows: rows, house: house)
                        .page(back: LeaderAddresses.figures.url))
            },
            LeaderAddresses.rows.handle { request, value in
                let ((period, word), row) = value
                guard let table = FigureTable(rawValue: word) else { throw Problem.notFound }
                let release = try await house.figures.release(try request.actor, from: period)
                let words = FigureWords(house, release)
                guard release.tables[table]?.rows.contains(row) ?? false else { throw Problem.notFound }
                let rows = try await house.figures.rows(try request.actor, from: period, table, row: row)
                return .page(
                    FigureRowsScreen(title: words.row(row, of: table), isCounted: false, count: rows.total, rows: rows, house: house)
                        .page(caption: words.period, back: LeaderAddresses.url(period, table)))
            },
            LeaderAddresses.file.handle { request, value in
                let (period, word) = value
                guard let table = FigureTable(rawValue: word) else { throw Problem.notFound }
                let release = try await house.figures.export(try request.actor, from: period, table)
                let words = FigureWords(house, release)
                return .download(
                    CSVWriter.bytes(words.file(table, request.wording)), name: "figures-\(period)-\(table.rawValue).csv",
                    type: "text/csv; charset=utf-8")
            },
        ]
    }

    @Sendable private func figures(_ request: WebRequest) async throws -> Reply {
        let actor = try request.actor
        let work = try await house.figures.work(actor)
        let periods = try await house.figures.periods(actor)
        let chosen = request.query.text("period").flatMap { text in periods.first { $0.from.description == text } } ?? periods.first
        let table = request.query.text("by").flatMap(FigureTable.init(rawValue:)) ?? .whom
        var release: FigureRelease?
        if let chosen { release = try await house.figures.release(actor, from: chosen.from.description) }
        let profile = ProfileCard(house: house, release: release, periods: periods, table: table)
        return .page(
            Page(
                title: work.areas == nil ? "The region today" : "Your areas today", section: .insight,
                content: """
                    <p>\(say: "Each sentence opens the rows that it counts, for those who may read them.")</p>\
                    \(WorkCard(work: work, directory: house.directory.snapshot).html)\(profile.html)
                    """))
    }
}
