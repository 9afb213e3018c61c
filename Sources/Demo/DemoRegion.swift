// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Services
public import Standard

/// The invented region Marchvale: seven councils, agencies of six kinds that report, two years of concerns, made through `Services` like
/// any user. Nothing in it is, or can reach, anybody real (RULE 10.1).
public enum DemoRegion {
    /// Makes the region in an empty store of a demo house: founds it, fills the directory, and lets two years pass, up to today.
    ///
    /// - Parameters:
    ///   - clock: the clock whose `now` is the house's time. It is set back two years, and stands at today when this returns.
    ///   - seed: the same seed invents the same reports.
    ///   - concerns: how many; what is planted (`Plants`, some forty) is always among them.
    ///   - progress: gets the part done, 0 to 1, and what is being made.
    /// - Throws: `HouseOpeningError.alreadyFounded`, and whatever the use cases refuse: the region's plan must then be mended.
    public static func make(
        _ house: House, clock: DemoClock, seed: UInt64, concerns: Int, progress: @Sendable (Double, String) -> Void
    ) async throws {
        let today = clock.today
        clock.set(today.adding(seconds: -Double(RegionPlan.days) * 86_400))
        progress(0, "Agencies, teams and people")
        var making = DirectoryMaking(house)
        let directory = try await making.make()
        try await DutyRota.make(house, directory, today: today)
        progress(0.05, "What will be reported")
        guard let time = house.standards.calendar(of: house.standard).flatMap({ WorkingTime(calendar: $0) }),
            let plan = RegionPlan(house.standards, house.standard, directory.people, seed: seed, today: today, concerns: concerns)
        else { throw DemoFault.nobody("a working calendar") }
        let telling = Telling(house, clock: clock, directory: directory, moments: Moments(time: time), seed: seed)
        try await telling.tell(plan.concerns, until: today) { part, day in
            progress(0.06 + 0.94 * part, "Concerns up to \(day)")
        }
        try await TonightsDraft.plant(plan.tonight, house, directory)
    }

    /// The roles for which a sign-in link is printed, each with the account that holds it; empty for a store that is no such region.
    public static func roles(_ house: House) -> [(role: String, account: RecordID)] { DemoRoles.accounts(house.directory.snapshot) }

    /// The reports of a region in the order of their time, as they would be sent: for tests and measurements that need no store.
    public static func reports(
        _ standards: StandardLibrary, _ standard: StandardID, seed: UInt64, today: Instant, concerns: Int
    ) -> [ConcernReport] {
        guard let standard = standards.version(standard) else { return [] }
        return RegionPlan(standards, standard, [:], seed: seed, today: today, concerns: concerns)?.concerns.map(\.report) ?? []
    }
}
