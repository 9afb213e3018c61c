// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

/// What an auditor calls the things that entries name: a concern or a case by its reference, an entry of the directory by its name. Whoever is
/// shut out of a matter is told none of its references.
struct LedgerNames: Sendable {
    /// No page is asked for more.
    private static let most = 2000

    private var references: [String: String] = [:]

    init() {}

    init(_ session: any SQLSession, _ entries: [LedgerEntry], for actor: Actor) throws {
        for table in [ReferenceSQL.concern, .caseFile] {
            let ids = Set(entries.flatMap { $0.objects.filter { $0.kind == table.kind }.map(\.id) }).sorted().prefix(Self.most)
            guard !ids.isEmpty else { continue }
            let list = SQLDialect.placeholders(ids.count, from: 3)
            let condition = "t.id IN (\(list))"
            for row in try session.query("\(table.text) \(condition)", Self.reader(actor) + ids.map { .text($0) }) {
                references[try row.text("id")] = try row.text("reference")
            }
        }
    }

    /// Whose names they are to be, as the first two arguments.
    static func reader(_ actor: Actor) -> [SQLValue] { [.text(actor.account.description), .text(actor.agency.description)] }

    /// What a thing is called; nil where it has no name but its id.
    func name(_ object: ObjectRef, _ snapshot: DirectorySnapshot) -> String? {
        switch object.kind {
        case "concern", "case_file": references[object.id]
        case "account": RecordID(object.id).flatMap { snapshot.accounts[$0]?.name }
        case "team": RecordID(object.id).flatMap { snapshot.teams[$0]?.name }
        case "agency": RecordID(object.id).map { snapshot.name(ofAgency: $0) }
        case "area": snapshot.areas[object.id]?.name
        default: nil
        }
    }
}

extension LedgerDesk {
    /// The concern or case of a reference, to be looked for by `LedgerFilter.object`; nil where there is none. Throws `refused`.
    public func object(_ actor: Actor, reference: String) async throws -> RecordID? {
        try await house.authorise(actor, .readLedger)
        guard let reference = Reference(reference)?.description else { return nil }
        let arguments = LedgerNames.reader(actor) + [.text(reference)]
        return try await house.store.read { session in
            for table in [ReferenceSQL.concern, .caseFile] {
                if let row = try session.first("\(table.text) t.reference = $3", arguments) { return try row.recordID("id") }
            }
            return nil
        }
    }
}

/// The things that people know by a reference, but for those of which the account `$1` or its agency `$2` is shut out.
private struct ReferenceSQL {
    let kind: String
    let text: String

    private static let letsConcern = ShutOutSQL.lets(concern: "t.id", account: "$1", agency: "$2")
    private static let letsFile = ShutOutSQL.lets(concern: "t.concern_id", account: "$1", agency: "$2")
    static let concern = ReferenceSQL(
        kind: "concern",
        text: """
            SELECT t.id, t.reference FROM concern t WHERE \(Self.letsConcern) AND
            """)
    static let caseFile = ReferenceSQL(
        kind: "case_file",
        text: """
            SELECT t.id, t.reference FROM case_file t WHERE \(Self.letsFile) AND
            """)
}
