// SPDX-License-Identifier: Apache-2.0
import Linkage
import Standard

@testable import Safeguarding
@testable import Services
@testable import Web

/// Invented concerns, as Services hands them to pages.
enum DeskFixtures {
    static let now = TestSite.start
    static var standard: Standard { StandardPageTests.all.first { $0.id == "west-midlands/2026" } ?? .empty }
    static let concern = RecordID(high: 9, low: 1)

    static var directory: DirectorySnapshot {
        var snapshot = DirectorySnapshot()
        snapshot.areas["otterley"] = Area(
            id: RecordID(high: 9, low: 2), code: "otterley", name: "Otterley", deskName: "Otterley desk", deskPhone: "0121 496 0100",
            deskHours: "always open", validFrom: now, validTo: nil)
        snapshot.accounts[TestSite.someone.actor.account] = Account(
            id: TestSite.someone.actor.account, agency: TestSite.someone.actor.agency, state: .active, name: "Dana Brightwell",
            email: "dana@example.org",
            post: "co-ordinator", phone: "", createdAt: now, isSystem: false)
        return snapshot
    }

    static func row(
        _ words: String = "Out late, afraid to go home.", name: String? = "Robyn Testwell", status: ConcernStatus = .new,
        urgency: String = "standard", urgencyWords: String = "", refusals: [Refusal] = [], pieces: Int = 2, isSearchable: Bool = true,
        owner: String? = nil, good: Double = 3_600, hard: Double = 7_200, clock: LimitState? = .running
    ) -> QueueRow {
        QueueRow(
            concern: concern, reference: "7KQM2X", status: status, refusals: refusals, urgency: urgency,
            urgencyWords: urgencyWords, receivedAt: now.adding(seconds: -3_600),
            dueGood: now.adding(seconds: good), dueHard: now.adding(seconds: hard), clock: clock, agency: "Otterley School",
            area: "otterley",
            subjectName: name, subjectKind: "child", subjectAge: "13", firstWords: words, crimes: [], pieces: pieces,
            isSearchable: isSearchable, owner: owner,
            ownedSince: owner == nil ? nil : now, restricted: false)
    }

    static let refusal = Refusal(
        by: "Lee Sample", team: "Central team", at: now.adding(seconds: -600), reason: "not_our_area", words: "She lives in Milbury.")

    static func queue(_ rows: [QueueRow], _ counts: [QueueFilter.Part: Int] = [:], unowned: Int = 0, uncovered: [String] = []) -> QueuePage
    {
        QueuePage(rows: rows, total: rows.count, pageSize: 25, counts: counts, unowned: unowned, asOf: now, uncoveredAreas: uncovered)
    }

    static func match(
        answer: String? = nil, label: String = "Robyn Testwell", other: String? = "Robin Testwel", relation: Linkage.Relation = .samePerson
    ) -> PieceMatch {
        PieceMatch(
            record: RecordID(high: 9, low: 3), label: label, otherRecord: RecordID(high: 9, low: 4), otherLabel: other,
            relation: relation, weight: 9.1,
            evidence: [
                Evidence(field: "givenNames", level: "sound", bits: 3.2, damped: false),
                Evidence(field: "dateOfBirth", level: "exact", bits: 9.1, damped: false),
                Evidence(field: "address", level: "differs", bits: -2.4, damped: true),
            ], answer: answer, answerID: answer == nil ? nil : RecordID(high: 9, low: 5),
            answeredBy: answer == nil ? nil : "Dana Brightwell",
            answeredAt: answer == nil ? nil : now)
    }

    static func piece(
        _ shown: PieceView.Shown = .whole, matches: [PieceMatch] = [match()], sentence: String = "Late and tired this term.",
        agency: String = "Milbury Health"
    ) -> PieceView {
        PieceView(
            concern: RecordID(high: 9, low: 6), shown: shown, reference: shown == .exists ? nil : "AB12CD", agency: agency,
            receivedAt: shown == .exists ? nil : now.adding(seconds: -90 * 86_400), sentence: shown == .exists ? nil : sentence,
            outcome: shown == .exists ? nil : "no_further_action", decided: shown == .exists ? nil : "No further action",
            status: shown == .exists ? nil : .closed, unmet: shown != .exists,
            ask: shown == .whole ? nil : DeskContact(name: "Milbury desk", phone: "0121 496 0200", hours: "always open"), asked: nil,
            matches: matches,
            canOpen: shown == .whole)
    }

    static func view(
        row: QueueRow = row(), answers: Answers = Answers(), statements: [Statement] = [], mentions: [MentionView] = [],
        source: Answers? = nil,
        pieces: [PieceView] = [], notSearched: [String] = [], allowed: Set<Safeguarding.Action> = [.readConcern],
        shutOuts: [ShutOutView] = [], gaps: [FormGap] = []
    ) -> ConcernView {
        ConcernView(
            row: row, standard: "west-midlands/2026", version: 1, channel: "web", answers: answers, statements: statements,
            mentions: mentions,
            addenda: [], source: source, handling: ContactRules(answers, standard), toldAreas: [],
            because: AccessPolicy.Row(role: .coordinator, action: .readConcern, relation: .deskOfOwningArea, onlyOpen: false),
            pieces: pieces,
            notSearched: notSearched, decisions: [], handOvers: [], cases: [], replies: [], allowed: allowed, shutOuts: shutOuts,
            shutOutAgencies: [], emergencies: [], gaps: gaps, door: nil
        )
    }

    static func reader(_ view: ConcernView) -> ConcernReader {
        ConcernReader(view: view, standard: standard, directory: directory, actor: TestSite.someone.actor, now: now)
    }

    static func page(_ view: ConcernView, answer: MatchNotice? = nil) -> String {
        ConcernScreen(reader: reader(view), purpose: .desk).page(nil, answer: answer).content.text()
    }

    static func person(_ answers: [String: Answer], role: PersonRole = .subject) -> MentionView {
        let mention = Mention(kind: .person, role: role, answers: Answers(answers))
        return MentionView(record: RecordID(high: 9, low: 7), mention: mention, label: MentionLabel.of(mention, standard))
    }
}
