// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// The queue as SQL over clear columns only.
struct QueueSQL: Sendable {
    let page: String
    let total: String
    let arguments: [SQLValue]

    init(filter: QueueFilter, actor: Actor, areas: Set<String>, now: Instant, since: Instant, above: [String]) {
        var conditions = Conditions()
        conditions.add(part: filter.part, areas: filter.area.map { areas.intersection([$0]) } ?? areas, actor: actor, now: now)
        if let crime = filter.crime { conditions.text.append("c.crimes LIKE \(conditions.bind(.text("% \(crime) %")))") }
        if filter.onlyUnowned { conditions.text.append("c.taken_by IS NULL") }
        if filter.onlyMine { conditions.text.append("c.taken_by = \(conditions.bind(.text(actor.account.description)))") }
        if filter.onlyNew { conditions.text.append("c.received_at > \(conditions.bind(.integer(since.microseconds)))") }
        let whereClause = conditions.text.joined(separator: " AND ")
        total = "SELECT count(*) AS n FROM concern c WHERE \(whereClause)"
        let direction = filter.descending ? "DESC" : "ASC"
        // Codes of the standard, not entered by anybody: still never spliced unless they look like codes.
        let codes = above.filter { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } }.map { "'\($0)'" }
        let urgency = codes.isEmpty ? "0" : "CASE WHEN c.urgency IN (\(codes.joined(separator: ", "))) THEN 0 ELSE 1 END"
        let order =
            switch filter.order {
            case .due: "\(urgency), c.due_hard \(direction)"
            case .received: "c.received_at \(direction)"
            case .agency: "c.agency_id \(direction), c.due_hard"
            }
        let offset = max(0, min(filter.page, 100_000)) * Desk.pageSize
        // Sorted as ids, which the index holds; only the rows of the page are read whole.
        let list = "SELECT c.id FROM concern c WHERE \(whereClause) ORDER BY \(order), c.id LIMIT \(Desk.pageSize) OFFSET \(offset)"
        page = "SELECT c.* FROM concern c WHERE c.id IN (\(list)) ORDER BY \(order), c.id"
        arguments = conditions.arguments
    }

    /// How many there are in each part of the queue, in one pass over the person's areas: read with `QueueFigures`.
    static func figures(actor: Actor, areas: Set<String>, now: Instant, since: Instant?) -> (
        text: String, arguments: [SQLValue]
    ) {
        var conditions = Conditions()
        conditions.add(areas: areas)
        let parts = QueueFilter.Part.allCases.map { ($0.rawValue, conditions.of($0, now: now)) }
        let unowned = ("unowned", conditions.of(.open, now: now) + " AND c.taken_by IS NULL")
        let fresh = since.map { moment in
            ("fresh", conditions.of(.open, now: now) + " AND c.received_at > \(conditions.bind(.integer(moment.microseconds)))")
        }
        conditions.add(scope: actor, now: now)
        let sums = (parts + [unowned] + [fresh].compactMap { $0 }).map {
            "COALESCE(SUM(CASE WHEN \($0.1) THEN 1 ELSE 0 END), 0) AS \($0.0)_n"
        }
        let whereClause = conditions.text.joined(separator: " AND ")
        let columns = sums.joined(separator: ", ")
        return ("SELECT \(columns) FROM concern c WHERE \(whereClause)", conditions.arguments)
    }

    private struct Conditions {
        var text: [String] = []
        var arguments: [SQLValue] = []

        mutating func bind(_ value: SQLValue) -> String {
            arguments.append(value)
            return "$\(arguments.count)"
        }

        mutating func add(part: QueueFilter.Part, areas: Set<String>, actor: Actor, now: Instant) {
            add(areas: areas)
            text.append(of(part, now: now))
            add(scope: actor, now: now)
        }

        mutating func add(areas: Set<String>) {
            let list = areas.sorted().map { bind(.text($0)) }.joined(separator: ", ")
            text.append(areas.isEmpty ? "1 = 0" : "c.owning_area IN (\(list))")
        }

        mutating func add(scope actor: Actor, now: Instant) {
            let scope = ScopeSQL(AccessPolicy.scope(actor, .readConcern), first: arguments.count + 1, now: now)
            text.append(scope.text)
            arguments += scope.arguments
        }

        /// What puts a concern into a part of the queue.
        mutating func of(_ part: QueueFilter.Part, now: Instant) -> String {
            switch part {
            case .open: "c.status IN ('new', 'taken', 'returned')"
            case .decided: "c.status NOT IN ('new', 'taken', 'returned')"
            case .passed: "c.status IN ('new', 'taken', 'returned') AND c.due_hard <= \(bind(.integer(now.microseconds)))"
            case .proposed:
                "c.status IN ('new', 'taken', 'returned') AND c.id IN (SELECT p.concern_id FROM decision_proposal p WHERE p.state = 'waiting')"
            case .unaccepted: "c.status <> 'closed' AND c.id IN (SELECT h.concern_id FROM hand_over h WHERE h.state = 'offered')"
            }
        }
    }
}

/// How much there is in a queue.
struct QueueFigures: Sendable {
    let counts: [QueueFilter.Part: Int]
    /// Open and taken by nobody.
    let unowned: Int
    /// Open and received since the person last looked; 0 where that was not asked.
    let fresh: Int

    init(_ session: any SQLSession, _ actor: Actor, areas: Set<String>, now: Instant, since: Instant? = nil) throws {
        let sql = QueueSQL.figures(actor: actor, areas: areas, now: now, since: since)
        let row = try session.one(sql.text, sql.arguments)
        counts = try Dictionary(uniqueKeysWithValues: QueueFilter.Part.allCases.map { ($0, try row.int("\($0.rawValue)_n")) })
        unowned = try row.int("unowned_n")
        fresh = since == nil ? 0 : try row.int("fresh_n")
    }
}
