// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// The queue as SQL over clear columns only.
struct QueueSQL: Sendable {
    let page: String
    let total: String
    let arguments: [SQLValue]

    init(filter: QueueFilter, actor: Actor, areas: Set<String>, now: Instant, above: [String]) {
        var conditions = Conditions()
        conditions.add(part: filter.part, areas: filter.area.map { areas.intersection([$0]) } ?? areas, actor: actor, now: now)
        if let crime = filter.crime { conditions.text.append("c.crimes LIKE \(conditions.bind(.text("% \(crime) %")))") }
        if filter.onlyUnowned { conditions.text.append("c.taken_by IS NULL") }
        if filter.onlyMine { conditions.text.append("c.taken_by = \(conditions.bind(.text(actor.account.description)))") }
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
        page = "SELECT c.* FROM concern c WHERE \(whereClause) ORDER BY \(order), c.id LIMIT \(Desk.pageSize) OFFSET \(offset)"
        arguments = conditions.arguments
    }

    /// How many there are in a part of the queue.
    static func count(
        _ part: QueueFilter.Part, actor: Actor, areas: Set<String>, now: Instant, unowned: Bool = false
    ) -> (text: String, arguments: [SQLValue]) {
        var conditions = Conditions()
        conditions.add(part: part, areas: areas, actor: actor, now: now)
        if unowned { conditions.text.append("c.taken_by IS NULL") }
        return ("SELECT count(*) AS n FROM concern c WHERE " + conditions.text.joined(separator: " AND "), conditions.arguments)
    }

    private struct Conditions {
        var text: [String] = []
        var arguments: [SQLValue] = []

        mutating func bind(_ value: SQLValue) -> String {
            arguments.append(value)
            return "$\(arguments.count)"
        }

        mutating func add(part: QueueFilter.Part, areas: Set<String>, actor: Actor, now: Instant) {
            guard !areas.isEmpty else {
                text.append("1 = 0")
                return
            }
            let list = areas.sorted().map { bind(.text($0)) }.joined(separator: ", ")
            text.append("c.owning_area IN (\(list))")
            switch part {
            case .open: text.append("c.status IN ('new', 'taken', 'returned')")
            case .decided: text.append("c.status NOT IN ('new', 'taken', 'returned')")
            case .passed: text.append("c.status IN ('new', 'taken', 'returned') AND c.due_hard <= \(bind(.integer(now.microseconds)))")
            case .unaccepted:
                text.append(
                    "c.status NOT IN ('closed') AND EXISTS (SELECT 1 FROM hand_over h WHERE h.concern_id = c.id AND h.state = 'offered')")
            }
            let scope = ScopeSQL(AccessPolicy.scope(actor, .readConcern), first: arguments.count + 1, now: now)
            text.append(scope.text)
            arguments += scope.arguments
        }
    }
}
