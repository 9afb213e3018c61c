// SPDX-License-Identifier: Apache-2.0

/// The table itself: whoever wants to know what a role may do reads this file.
extension AccessPolicy {
    private static func rows(_ role: Role, _ relation: PolicyRelation, onlyOpen: Bool = false, _ actions: Action...) -> [Row] {
        actions.map { Row(role: role, action: $0, relation: relation, onlyOpen: onlyOpen) }
    }

    /// Actions on one concern.
    public static let concernTable: [Row] = {
        var table: [Row] = []
        // "Any officer, PCSO, special, staff" is the first row of DOMAIN §7.2 and holds for whoever has an account, whatever else they are
        // trusted with. A dash further down says what a role adds, and what somebody has said themselves is no secret from them.
        for role in Role.allCases { table += rows(role, .reportedIt, .readOwnReport, .addToOwnReport) }
        for desk in [Role.coordinator, .dutyManager] {
            table += rows(desk, .deskOfOwningArea, .readConcern, .answerMatch, .replyToReporter, .openInEmergency, .reviewShutOut)
            table += rows(desk, .deskOfOwningArea, onlyOpen: true, .takeConcern, .decideConcern)
            table += rows(desk, .deskOfToldArea, .readConcern, .answerMatch, .openInEmergency)
            table += rows(desk, .tookIt, .readConcern, .answerMatch, .replyToReporter)
            table += rows(desk, .tookIt, onlyOpen: true, .takeConcern, .decideConcern)
            table += rows(desk, .openedInEmergency, .readConcern)
            // A contact given at the public door is for the desk alone; whoever decides that it goes further answers for it by name.
            table += rows(desk, .deskOfOwningArea, .readContact, .discloseContact)
            table += rows(desk, .tookIt, .readContact, .discloseContact)
            // Whoever answers for a concern answers those who ask for more of it, and protects who is in it.
            table += rows(desk, .deskOfOwningArea, .answerAsk, .protectIdentity)
            table += rows(desk, .tookIt, .answerAsk, .protectIdentity)
            table += rows(desk, .sharedWith, .readConcern)
        }
        // The stronger relation first: it is the one that "Why can I see this?" names.
        table += rows(.investigator, .acceptedByTeam, .readConcern, .answerMatch, .replyToReporter, .workCase)
        table += rows(.investigator, .handedToTeam, .readConcern, .answerHandOver, .openInEmergency)
        table += rows(.investigator, .onCase, .readConcern, .answerMatch, .replyToReporter, .workCase)
        table += rows(.investigator, .openedInEmergency, .readConcern)
        table += rows(.investigator, .acceptedByTeam, .answerAsk, .protectIdentity)
        table += rows(.investigator, .onCase, .answerAsk, .protectIdentity)
        table += rows(.investigator, .sharedWith, .readConcern)
        // Who reported is read beside what they said, or nobody could be asked anything: the duty alone opens the concern (DOMAIN §7.2:
        // a separate duty, so it decides nothing).
        table += rows(.investigator, .contactGivenToTeam, .readContact)
        table += rows(.sourceHandler, .deskOfOwningArea, .readConcern, .readSource, .readContact)
        table += rows(.sourceHandler, .acceptedByTeam, .readConcern, .readSource)
        return table
    }()
    /// Actions that are about no single concern: role to actions.
    public static let houseTable: [Role: Set<Action>] = {
        let everybody: Set<Action> = [.reportConcern, .manageOwnAccess, .readDirectory, .readStandard]
        // Whoever stands in the chain can take what climbs it.
        let desk = everybody.union([
            .seeQueue, .search, .seeFigures, .changeDuty, .takeEscalation, .mendUnreadableRows, .importConcerns, .seeAsks,
        ])
        return [
            .reporter: everybody,
            .coordinator: desk,
            .dutyManager: desk,
            .investigator: everybody.union([.seeTeamWork, .search, .seeAsks]),
            .sourceHandler: everybody.union([.search]),
            // A duty beside the others, and none of theirs: it reads no record and no ledger but what these pages show.
            .professionalStandards: everybody.union([.readLookUps]),
            .identityHolder: everybody.union([.holdIdentities]),
            .leader: everybody.union([.seeFigures]),
            .auditor: everybody.union([.readLedger, .seeFigures]),
            // May set an import going, and reads none of its rows: no content (DOMAIN §7.2).
            .administrator: everybody.union([.changeDirectory, .manageAgencyTokens, .importConcerns]),
            .agencySystem: [.reportConcern, .readStandard],
        ]
    }()

    /// What whoever holds the receipt of a concern may do, without an account. They are known by nothing else.
    public static let receiptAllows: Set<Action> = [.readOwnReport, .addToOwnReport]

    /// The scopes a bearer token can carry, and the actions that each allows at most.
    public static let tokenScopes: [String: Set<Action>] = [
        "concerns:write": [.reportConcern, .addToOwnReport],
        "concerns:read-own": [.readOwnReport],
        "standard:read": [.readStandard],
    ]
}
