// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// A scope as SQL over the table `concern` (alias `c`): the second form of the access policy. A property test holds it to `decide`.
public struct ScopeSQL: Sendable {
    /// A condition for a WHERE clause.
    public private(set) var text: String
    /// Its arguments.
    public private(set) var arguments: [SQLValue]

    /// Turns a scope into SQL. `first` is the number of the first free placeholder; `now` decides which emergency accesses are in force.
    public init(_ scope: ConcernScope, first: Int, now: Instant) {
        arguments = []
        text = ""
        guard !scope.clauses.isEmpty else {
            text = "1 = 0"
            return
        }
        var next = first
        func bind(_ value: SQLValue) -> String {
            arguments.append(value)
            defer { next += 1 }
            return "$\(next)"
        }
        func list(_ values: [String]) -> String { values.sorted().map { bind(.text($0)) }.joined(separator: ", ") }
        let ways = scope.clauses.map { clause -> String in
            var parts: [String] = []
            switch clause.condition {
            case .reportedBy(let account): parts.append("c.reporter_id = \(bind(.text(account.description)))")
            case .ownedByArea(let areas): parts.append("c.owning_area IN (\(list(Array(areas))))")
            case .toldToArea(let areas):
                parts.append("(" + areas.sorted().map { "c.told_areas LIKE \(bind(.text("% \($0) %")))" }.joined(separator: " OR ") + ")")
            case .handedTo(let teams):
                parts.append(Self.handOver("('offered', 'accepted')", list(teams.map(\.description))))
            case .acceptedBy(let teams): parts.append(Self.handOver("('accepted')", list(teams.map(\.description))))
            case .caseMember(let account):
                parts.append(
                    "EXISTS (SELECT 1 FROM case_member m WHERE m.concern_id = c.id AND m.left_at IS NULL AND m.account_id = \(bind(.text(account.description))))"
                )
            case .takenBy(let account): parts.append("c.taken_by = \(bind(.text(account.description)))")
            case .openedInEmergency(let account):
                parts.append(
                    "EXISTS (SELECT 1 FROM emergency_access e WHERE e.concern_id = c.id AND e.account_id = \(bind(.text(account.description))) AND e.until_at > \(bind(.integer(now.microseconds))))"
                )
            case .sharedWith(let account):
                parts.append(
                    "EXISTS (SELECT 1 FROM share_ask a WHERE a.other_concern_id = c.id AND a.state = 'whole' AND a.asked_by = \(bind(.text(account.description))))"
                )
            case .contactGivenTo(let teams):
                parts.append(
                    "EXISTS (SELECT 1 FROM contact_disclosure d WHERE d.concern_id = c.id AND d.team_id IN (\(list(teams.map(\.description)))))"
                )
            }
            if !clause.includesRestricted { parts.append("c.restricted = 0") }
            if clause.onlyOpen { parts.append("c.status IN ('new', 'taken', 'returned')") }
            if !clause.condition.holdsForShutOutAgency {
                parts.append(ShutOutSQL.letsAgency(concern: "c.id", agency: bind(.text(scope.agency.description))))
            }
            return "(" + parts.joined(separator: " AND ") + ")"
        }
        let shutOut = ShutOutSQL.letsPerson(concern: "c.id", account: bind(.text(scope.account.description)))
        text = "((" + ways.joined(separator: " OR ") + ") AND " + shutOut + ")"
    }

    private static func handOver(_ states: String, _ teams: String) -> String {
        "EXISTS (SELECT 1 FROM hand_over h WHERE h.concern_id = c.id AND h.state IN \(states) AND h.team_id IN (\(teams)))"
    }
}
