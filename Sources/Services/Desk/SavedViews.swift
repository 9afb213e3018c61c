// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Standard
import Storage

/// A queue that somebody has given a name: their own, or for everybody at the desk of an area.
public struct SavedView: Sendable, Hashable {
    /// Its own id.
    public let id: RecordID
    /// What it is called. A name that somebody typed: sealed in the store.
    public let name: String
    /// What it shows.
    public let filter: QueueFilter
    /// The area whose desk shares it; nil for a person's own.
    public let area: String?
}

extension QueueFilter {
    /// The filter as codes in one line. The page is left out: a view begins at its beginning.
    var codes: String {
        let all: [(String, String?)] = [
            ("part", part.rawValue), ("order", order.rawValue), ("direction", descending ? "down" : nil), ("area", area), ("crime", crime),
            ("owner", onlyUnowned ? "nobody" : onlyMine ? "me" : nil), ("new", onlyNew ? "yes" : nil),
        ]
        return all.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
    }

    init(codes: String) {
        self.init()
        for pair in codes.split(separator: " ") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "part": part = Part(rawValue: parts[1]) ?? part
            case "order": order = Order(rawValue: parts[1]) ?? order
            case "direction": descending = parts[1] == "down"
            case "area": area = parts[1]
            case "crime": crime = parts[1]
            case "owner": (onlyUnowned, onlyMine) = (parts[1] == "nobody", parts[1] == "me")
            case "new": onlyNew = true
            default: continue
            }
        }
    }
}

extension Desk {
    /// The most views of one person, and of one desk.
    static let mostViews = 20
    /// Characters in a view's name.
    static let longestViewName = 60

    /// A person's own views and those of their desks, by name.
    public func views(_ actor: Actor) async throws -> [SavedView] {
        try await house.authorise(actor, .seeQueue)
        let (condition, arguments) = Self.views(of: actor)
        let join = SealedRecord.join("t")
        let rows = try await house.store.read { session in
            try session.query("SELECT t.*, \(join.columns) FROM saved_view t \(join.join) WHERE \(condition) ORDER BY t.id", arguments)
        }
        return try rows.compactMap { row in
            let sealed = try SealedRecord(row, kind: "saved_view")
            guard !sealed.isDisposedOf else { return nil }
            return SavedView(
                id: try row.recordID("id"), name: try house.store.open(sealed, as: WordsDocument.self).words,
                filter: QueueFilter(codes: try row.text("filter")), area: try row.optionalText("area"))
        }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    /// Keeps a queue under a name, for oneself or for the desk of an area of one's own. Throws `invalid` for `name` or `area`.
    public func saveView(_ actor: Actor, name: String, _ filter: QueueFilter, forDeskOf area: String?) async throws {
        try await house.authorise(actor, .seeQueue)
        let name = try Words.checked(name, field: "name", most: Self.longestViewName)
        let areas = Set(Role.desks.flatMap { actor.areas(as: $0) })
        if let area, !areas.contains(area) { throw ServiceError.invalid([FieldFault("area", .unknownCode)]) }
        // Only codes stand in clear: what is in an address was perhaps typed.
        var kept = filter
        kept.area = filter.area.flatMap { areas.contains($0) ? $0 : nil }
        kept.crime = filter.crime.flatMap { house.standard.code($0, in: .crime) == nil ? nil : $0 }
        let id = house.store.newID(), at = house.now
        let codes = kept.codes
        let seal = try house.store.seal(WordsDocument(words: name), kind: "saved_view", id: id, agency: actor.agency)
        try await house.store.writeWithoutEntry { session in
            let owned = try session.integer(
                "SELECT count(*) AS n FROM saved_view WHERE account_id = $1", [.text(actor.account.description)])
            guard owned < Self.mostViews else { throw ServiceError.invalid([FieldFault("name", .tooMany)]) }
            try session.execute(
                "INSERT INTO saved_view (id, account_id, area, filter, made_at, sealed) VALUES ($1, $2, $3, $4, $5, $6)",
                [
                    .text(id.description), .text(actor.account.description), .text(area), .text(codes), .integer(at.microseconds),
                    .blob(seal.sealed),
                ])
            try session.keep(seal)
        }
    }

    /// Takes a view away: one's own, or one that a desk of one's own shares. Throws `notFound`.
    public func removeView(_ actor: Actor, _ id: RecordID) async throws {
        try await house.authorise(actor, .seeQueue)
        let (condition, arguments) = Self.views(of: actor)
        try await house.store.writeWithoutEntry { session in
            let next = arguments.count + 1
            let found = try session.first(
                "SELECT t.id FROM saved_view t WHERE \(condition) AND t.id = $\(next)", arguments + [.text(id.description)])
            guard found != nil else { throw ServiceError.notFound }
            try session.execute("DELETE FROM saved_view WHERE id = $1", [.text(id.description)])
            try session.execute("DELETE FROM record_key WHERE record_id = $1", [.text(id.description)])
        }
    }

    private static func views(of actor: Actor) -> (condition: String, arguments: [SQLValue]) {
        let areas = Set(Role.desks.flatMap { actor.areas(as: $0) }).sorted()
        let list = areas.isEmpty ? "''" : SQLDialect.placeholders(areas.count, from: 2)
        return (
            "((t.account_id = $1 AND t.area IS NULL) OR t.area IN (\(list)))",
            [.text(actor.account.description)] + areas.map { .text($0) }
        )
    }
}
