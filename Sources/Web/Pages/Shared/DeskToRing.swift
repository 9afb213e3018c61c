// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The desk that a person rings. Whoever works for a whole region, or in several areas, has no one desk: the directory names them all.
struct DeskToRing: Sendable {
    /// The person's own; nil where there is no one desk.
    let own: DeskContact?

    /// Whom to ring, as a sentence.
    var ring: Sentence {
        own.map { "Ring \($0.name), \($0.phone), \($0.hours)." } ?? "Ring the desk of the area it is about: \(Self.all)."
    }

    /// Whom to ask, as a sentence.
    var ask: Sentence {
        own.map { "Ask \(ConcernReader.contact($0))." } ?? "Ask the desk of the area it is about: \(Self.all)."
    }

    private static var all: HTML { "<a href=\"\(DirectoryAddresses.directory.url)\">\(say: "all desks")</a>" }
}

extension House {
    /// The desk that a person of an agency turns to: that of the one area in which they work. A co-ordinator who also works elsewhere has
    /// their own.
    func deskOf(_ actor: Actor) -> DeskToRing {
        let snapshot = directory.snapshot
        let everywhere = Set(actor.grants.compactMap { $0.area ?? $0.team.flatMap { snapshot.teams[$0]?.area } })
        let areas = everywhere.count == 1 ? everywhere : actor.areas(as: .coordinator)
        return DeskToRing(own: areas.count == 1 ? areas.first.flatMap { snapshot.areas[$0]?.contact } : nil)
    }

    /// All desks with their numbers, for those who have no one desk.
    var allDesks: [String] {
        directory.snapshot.areasInForce(at: now).map { $0.deskPhone.isEmpty ? $0.deskName : "\($0.deskName), \($0.deskPhone)" }
    }
}
