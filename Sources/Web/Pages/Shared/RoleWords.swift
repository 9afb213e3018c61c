// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Roles as people call them.
enum RoleWords {
    /// The role's name.
    static func name(_ role: Role) -> Sentence {
        switch role {
        case .reporter: "Reports concerns"
        case .coordinator: "Desk and local co-ordinator"
        case .investigator: "Investigator or social worker"
        case .dutyManager: "Duty manager"
        case .sourceHandler: "Knows who reported"
        case .leader: "Leader: figures only"
        case .auditor: "Auditor"
        case .administrator: "Administrator"
        case .professionalStandards: "Professional standards"
        case .identityHolder: "Holds protected identities"
        case .agencySystem: "An agency's system"
        }
    }

    /// What the role is trusted with.
    static func meaning(_ role: Role) -> Sentence {
        switch role {
        case .reporter: "Reports, and reads what came of it."
        case .coordinator: "Sees the queue of an area, decides and hands over. Needs an area."
        case .investigator: "Receives hand-overs and works cases. Needs a team."
        case .dutyManager: "On call out of hours, and for what nobody has taken. Needs an area."
        case .sourceHandler:
            "Reads concerns with who reported them, and whether a child is the source. Decides nothing. Needs an area or a team."
        case .leader: "Sees figures, never what others reported."
        case .auditor: "Reads the ledger, not the records."
        case .administrator: "Runs the system and the directory, and reads no record."
        case .professionalStandards: "Reads who looked up their own name, a relative or very many people. Never the administrator."
        case .identityHolder: "Is told, alone, when a protected person is reported anew. Needs an area."
        case .agencySystem: "Calls the API with a token."
        }
    }

    /// A grant: the role and where it holds.
    static func grant(_ grant: Grant, _ directory: DirectorySnapshot) -> Sentence {
        let place = grant.area.map { directory.name(ofArea: $0) } ?? grant.team.flatMap { directory.teams[$0]?.name }
        return place.map { "\(name(grant.role)), \($0)" } ?? name(grant.role)
    }
}
