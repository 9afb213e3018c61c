// SPDX-License-Identifier: Apache-2.0
public import Safeguarding

/// Who is on duty, and where nobody is.
public struct Duties: Sendable {
    let house: House

    /// Who stands for an area now, the named co-ordinator first and then the chain behind. Throws `refused`.
    public func onDuty(_ actor: Actor, area: String) async throws -> [Duty] {
        try await house.authorise(actor, .readDirectory)
        return house.directory.snapshot.onDuty(area, at: house.now)
    }

    /// The areas in force without a named co-ordinator on duty now, by name. Throws `refused`.
    public func uncovered(_ actor: Actor) async throws -> [Area] {
        try await house.authorise(actor, .readDirectory)
        return house.directory.snapshot.uncoveredAreas(at: house.now)
    }

    /// The shifts of an area that are not over, in their order. Throws `refused`.
    public func rota(_ actor: Actor, area: String) async throws -> [Duty] {
        try await house.authorise(actor, .readDirectory)
        let now = house.now
        return house.directory.snapshot.duties.filter { $0.area == area && now < $0.endsAt }
            .sorted { ($0.startsAt, $0.rank, $0.id) < ($1.startsAt, $1.rank, $1.id) }
    }
}

extension House {
    /// Who is on duty.
    public var duties: Duties { Duties(house: self) }
}

extension DirectorySnapshot {
    /// The areas in force without a named co-ordinator (rank 0) on duty, by name.
    public func uncoveredAreas(at now: Instant) -> [Area] {
        areasInForce(at: now).filter { area in onDuty(area.code, at: now).first?.rank != 0 }
    }
}

/// The out-of-hours chain of an area: who is asked next when nobody has taken it.
public enum DutyChain {
    /// The next to be asked among those on duty, after the one of `rank`; nil for a chain that has not begun. Where two stand at the same
    /// rank, the first by id is asked, for all of that rank. Nil at the end of the chain: whoever climbs begins it again, until a person takes it.
    public static func next(after rank: Int?, among onDuty: [Duty]) -> Duty? {
        onDuty.filter { duty in rank.map { duty.rank > $0 } ?? true }.min { ($0.rank, $0.id) < ($1.rank, $1.id) }
    }
}
