// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// A row of the access policy as a sentence: "Why can I see this?"
enum PolicyWords {
    static func because(_ row: AccessPolicy.Row, area: String?, _ directory: DirectorySnapshot) -> Sentence {
        let name = directory.name(ofArea: area)
        return "You see it as “\(RoleWords.name(row.role))”: \(relation(row.relation, area: name))"
    }

    private static func relation(_ relation: PolicyRelation, area: String) -> Sentence {
        switch relation {
        case .reportedIt: "you reported it."
        case .deskOfOwningArea: "your desk is that of the area that owns it, \(area)."
        case .deskOfToldArea: "it touches your area too, so your desk is told."
        case .handedToTeam: "it was handed over to your team."
        case .acceptedByTeam: "your team has accepted it."
        case .onCase: "you are on a case of it."
        case .tookIt: "you have taken it."
        case .openedInEmergency: "you opened it in an emergency, with a reason, and its owner was told."
        case .contactGivenToTeam: "the contact that was given at the public door was passed to your team, with a reason."
        case .sharedWith: "you asked for it, and whoever answers for it shared the whole of it with you."
        }
    }
}
