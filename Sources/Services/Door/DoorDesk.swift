// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Standard

/// A desk as the public is told of it.
public struct DoorDesk: Sendable, Hashable {
    /// How to reach it.
    public let contact: DeskContact
    /// Whether a named person is on duty there now.
    public let isStaffed: Bool
}

extension House {
    /// Every desk, by the name of its area.
    public var doorDesks: [DoorDesk] { directory.snapshot.areasInForce(at: now).map(doorDesk) }

    /// The desk of an area; where none is said, the one that reads what nobody has said the place of.
    public func doorDesk(ofArea area: String?) -> DoorDesk? {
        let snapshot = directory.snapshot
        return (area.flatMap { snapshot.areas[$0] } ?? snapshot.openDesk(at: now)).map(doorDesk)
    }

    /// By when a report is decided on at the latest that is sent now and says that nobody is in danger.
    public var doorReadsBy: Instant {
        let coding = ConcernCoding(ConcernReport(standard: standard.id.rawValue), standard, on: LocalDate.today(now))
        return due(.decision, ConditionFacts(coding, thresholdMet: false, known: []), from: now, standard).hard
    }

    private func doorDesk(_ area: Area) -> DoorDesk {
        DoorDesk(contact: area.contact, isStaffed: directory.snapshot.onDuty(area.code, at: now).first?.rank == 0)
    }
}
