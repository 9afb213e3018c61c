// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The duty rota: a named co-ordinator for every area but one, week by week, and the out-of-hours chain behind.
enum DutyRota {
    private static let week = 7 * 86_400.0
    /// Weeks planned ahead.
    private static let ahead = 6

    /// Adds the shifts, from the region's first day to some weeks from `today`.
    static func make(_ house: House, _ directory: DemoDirectory, today: Instant) async throws {
        let administrator = try directory.actor(DemoRoles.administrator)
        let fields = try AreaPlan.all.flatMap { try shifts($0.code, directory, from: house.now, today: today) }
        _ = try await Many.do(fields) { shift in try await house.directoryDesk.addDuty(administrator, shift) }
    }

    private static func shifts(_ area: String, _ directory: DemoDirectory, from start: Instant, today: Instant) throws -> [DutyFields] {
        func account(_ key: String) throws -> RecordID { try directory.actor(key).account }
        // The one area that is left uncovered: its shift ended this morning.
        let last = area == AreaPlan.uncovered ? today.adding(seconds: -5 * 3600) : today.adding(seconds: week / 2)
        var shifts = [DutyFields(area: area, rank: 0, account: try account("coordinator-\(area)"), startsAt: start, endsAt: last)]
        if area != AreaPlan.uncovered {
            for number in 0..<ahead {
                let begins = last.adding(seconds: Double(number) * week)
                let who = number.isMultiple(of: 2) ? "triage-\(area)" : "coordinator-\(area)"
                shifts.append(
                    DutyFields(area: area, rank: 0, account: try account(who), startsAt: begins, endsAt: begins.adding(seconds: week)))
            }
        }
        let end = today.adding(seconds: 52 * week)
        for (rank, key) in [(1, "duty-1"), (2, "duty-2")] {
            shifts.append(DutyFields(area: area, rank: rank, account: try account(key), startsAt: start, endsAt: end))
        }
        return shifts
    }
}
