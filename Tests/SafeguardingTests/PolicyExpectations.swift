// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// How a person stands to a concern, in words of practice. Each is tried alone.
enum Standing: String, CaseIterable {
    case stranger
    case reportedIt = "reported_it"
    case owningDesk = "owning_desk"
    case toldDesk = "told_desk"
    case otherDesk = "other_desk"
    case offeredTeam = "offered_team"
    case acceptedTeam = "accepted_team"
    case otherTeam = "other_team"
    case onCase = "on_case"
    case tookIt = "took_it"
    case openedInEmergency = "opened_in_emergency"
    case sharedWith = "shared_with"
    case contactGiven = "contact_given"
}

/// What each role may do to a concern, written from DESIGN rule 3, DOMAIN §7.2 and the issue, not from the policy's own table.
///
/// | mark | allowed |
/// |---|---|
/// | `.` | never |
/// | `o` | while it waits for a decision, not when restricted |
/// | `O` | while it waits for a decision, restricted or not |
/// | `a` | open or closed, not when restricted |
/// | `A` | open or closed, restricted or not |
///
/// A standing without a line may do nothing, and whoever is shut out may do nothing whatever the mark.
enum PolicyExpectations {
    static let actions: [Action] = [
        .readOwnReport, .addToOwnReport, .readConcern, .takeConcern, .decideConcern, .answerMatch, .replyToReporter, .answerHandOver,
        .workCase, .readSource, .openInEmergency, .reviewShutOut, .answerAsk, .protectIdentity, .readContact,
        .discloseContact,
    ]

    /// Whoever reports hears what came of it, restricted or not: it is what they said themselves.
    private static let ownReport = """
        reported_it          A   A   .    .    .      .     .     .    .    .      .    .    .    .    .    .
        """
    /// Triage desk and co-ordinator. Telling a desk is for its knowledge: it takes and decides nothing. Restricted: only whoever has it.
    private static let desk = """
        #                    own add read take decide match reply hand case source emrg shut ask  prot cont disc
        reported_it          A   A   .    .    .      .     .     .    .    .      .    .    .    .    .    .
        owning_desk          .   .   a    o    o      a     a     .    .    .      A    a    a    a    a    a
        told_desk            .   .   a    .    .      a     .     .    .    .      A    .    .    .    .    .
        took_it              .   .   A    O    O      A     A     .    .    .      .    .    A    A    A    A
        opened_in_emergency  .   .   A    .    .      .     .     .    .    .      .    .    .    .    .    .
        shared_with          .   .   a    .    .    .    .    .    .    .    .    .    .    .    .    .
        """
    /// Investigator and social worker: what their team was handed; the case once a named person has accepted.
    private static let team = """
        #                    own add read take decide match reply hand case source emrg shut ask  prot cont disc
        reported_it          A   A   .    .    .      .     .     .    .    .      .    .    .    .    .    .
        offered_team         .   .   a    .    .      .     .     A    .    .      A    .    .    .    .    .
        accepted_team        .   .   a    .    .      a     a     A    a    .      A    .    a    a    .    .
        on_case              .   .   A    .    .      A     A     .    A    .      .    .    A    A    .    .
        opened_in_emergency  .   .   A    .    .      .     .     .    .    .      .    .    .    .    .    .
        shared_with          .   .   a    .    .    .    .    .    .    .    .    .    .    .    .    .
        contact_given        .   .   .    .    .      .     .     .    .    .      .    .    .    .    a    .
        """
    /// Who reported is a right of its own, and never for the whole region. It is read beside what was said, so the one duty alone opens the
    /// concern; being a separate duty (DOMAIN §7.2), it takes, decides and answers nothing.
    private static let source = """
        #                    own add read take decide match reply hand case source emrg shut ask  prot cont disc
        reported_it          A   A   .    .    .      .     .     .    .    .      .    .    .    .    .    .
        owning_desk          .   .   a    .    .      .     .     .    .    a      .    .    .    .    a    .
        accepted_team        .   .   a    .    .      .     .     .    .    a      .    .    .    .    .    .
        """
    /// The lines of each role. A new role without an entry fails. DOMAIN §7.2 begins with "any officer, PCSO, special, staff: submit, see own
    /// outcome", which leaders, auditors and administrators are as well: of all else they read no record.
    static let concern: [Role: String] = [
        .reporter: ownReport, .coordinator: desk, .dutyManager: desk, .investigator: team, .sourceHandler: source,
        .administrator: ownReport, .agencySystem: ownReport, .leader: ownReport, .auditor: ownReport,
        .professionalStandards: ownReport, .identityHolder: ownReport,
    ]

    /// What each role may do in the house, `x` where it may. A row that could not be read is content: it is for desks, not for whoever runs
    /// the system. The out-of-hours chain has co-ordinators and duty managers in it, and both take what climbs.
    static let houseActions: [Action] = [
        .reportConcern, .readStandard, .readDirectory, .manageOwnAccess, .seeQueue, .search, .seeTeamWork, .seeFigures, .changeDuty,
        .takeEscalation, .mendUnreadableRows, .importConcerns, .changeDirectory, .manageAgencyTokens, .readLedger,
        .seeAsks, .readLookUps, .holdIdentities,
    ]
    static let house = """
        #               report standard directory own queue search team figures duty escal. unread. import change tokens ledger asks look-ups identities
        reporter        x      x        x         x   .     .      .    .       .    .      .       .      .      .      .      .    .        .
        coordinator     x      x        x         x   x     x      .    x       x    x      x       x      .      .      .      x    .        .
        duty_manager    x      x        x         x   x     x      .    x       x    x      x       x      .      .      .      x    .        .
        investigator    x      x        x         x   .     x      x    .       .    .      .       .      .      .      .      x    .        .
        source_handler  x      x        x         x   .     x      .    .       .    .      .       .      .      .      .      .    .        .
        leader          x      x        x         x   .     .      .    x       .    .      .       .      .      .      .      .    .        .
        auditor         x      x        x         x   .     .      .    x       .    .      .       .      .      .      x      .    .        .
        professional_standards x  x  x  x  .  .  .  .  .  .  .  .  .  .  .  .  x  .
        identity_holder x  x  x  x  .  .  .  .  .  .  .  .  .  .  .  .  .  x
        administrator   x      x        x         x   .     .      .    .       .    .      .       x      x      x      .      .    .        .
        agency_system   x      x        .         .   .     .      .    .       .    .      .       .      .      .      .      .    .        .
        """

    /// What a bearer token lets through at most, whoever holds it.
    static let tokens: [String: Set<Action>] = [
        "concerns:write": [.reportConcern, .addToOwnReport], "concerns:read-own": [.readOwnReport], "standard:read": [.readStandard],
        "concerns:read": [], "*": [], "": [],
    ]

    /// The marks of a table: first word to mark by column.
    static func marks<Column: Hashable>(_ table: String, _ columns: [Column]) -> [String: [Column: Character]] {
        var found: [String: [Column: Character]] = [:]
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            guard let name = words.first, words.count == columns.count + 1 else { continue }
            found[String(name)] = Dictionary(uniqueKeysWithValues: zip(columns, words.dropFirst().compactMap(\.first)))
        }
        return found
    }
}
