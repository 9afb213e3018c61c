// SPDX-License-Identifier: Apache-2.0

/// The table itself: whoever wants to know what a role may do reads this file.
extension AccessPolicy {
    private static func rows(_ role: Role, _ relation: PolicyRelation, onlyOpen: Bool = false, _ actions: Action...) -> [Row] {
        actions.map { Row(role: role, action: $0, relation: relation, onlyOpen: onlyOpen) }
    }

    /// Actions on one concern.
    public static let concernTable: [Row] = {
        var table: [Row] = []
        for role in Role.allCases where role != .auditor && role != .leader {
            table += rows(role, .reportedIt, .readOwnReport, .addToOwnReport)
        }
        for desk in [Role.coordinator, .dutyManager] {
            table += rows(desk, .deskOfOwningArea, .readConcern, .answerMatch, .replyToReporter, .openInEmergency, .reviewShutOut)
            table += rows(desk, .deskOfOwningArea, onlyOpen: true, .takeConcern, .decideConcern)
            table += rows(desk, .deskOfToldArea, .readConcern, .answerMatch, .openInEmergency)
            table += rows(desk, .tookIt, .readConcern, .answerMatch, .replyToReporter)
            table += rows(desk, .tookIt, onlyOpen: true, .takeConcern, .decideConcern)
            table += rows(desk, .openedInEmergency, .readConcern)
        }
        // The stronger relation first: it is the one that "Why can I see this?" names.
        table += rows(.investigator, .acceptedByTeam, .readConcern, .answerMatch, .replyToReporter, .workCase)
        table += rows(.investigator, .handedToTeam, .readConcern, .answerHandOver, .openInEmergency)
        table += rows(.investigator, .onCase, .readConcern, .answerMatch, .replyToReporter, .workCase)
        table += rows(.investigator, .openedInEmergency, .readConcern)
        table += rows(.sourceHandler, .deskOfOwningArea, .readSource)
        table += rows(.sourceHandler, .acceptedByTeam, .readSource)
        return table
    }()
    /// Actions that are about no single concern: role to actions.
    public static let houseTable: [Role: Set<Action>] = {
        let everybody: Set<Action> = [.reportConcern, .manageOwnAccess, .readDirectory, .readStandard]
        // Leaders and auditors read no record, so they would never hear what came of a report: whoever also reports holds that role too.
        let overseers = everybody.subtracting([.reportConcern])
        let desk = everybody.union([.seeQueue, .search, .seeFigures, .changeDuty, .mendUnreadableRows, .importConcerns])
        return [
            .reporter: everybody,
            .coordinator: desk,
            .dutyManager: desk.union([.takeEscalation]),
            .investigator: everybody.union([.seeTeamWork, .search]),
            .sourceHandler: everybody,
            .leader: overseers.union([.seeFigures]),
            .auditor: overseers.union([.readLedger, .seeFigures]),
            .administrator: everybody.union([.changeDirectory, .manageAgencyTokens, .mendUnreadableRows, .importConcerns]),
            .agencySystem: [.reportConcern, .readStandard],
        ]
    }()

    /// The scopes a bearer token can carry, and the actions that each allows at most.
    public static let tokenScopes: [String: Set<Action>] = [
        "concerns:write": [.reportConcern, .addToOwnReport],
        "concerns:read-own": [.readOwnReport],
        "standard:read": [.readStandard],
    ]
}
