// SPDX-License-Identifier: Apache-2.0
import Ledger
public import Safeguarding
import Storage
import Vault

/// Reading the ledger: for auditors, and for whoever asks who has looked at a concern. Each reading is itself an entry.
public struct LedgerDesk: Sendable {
    /// Lines on a page.
    public static let pageSize = 25

    let house: House

    /// Entries that fit, newest first, with names. Throws `refused`, `invalid`.
    public func entries(_ actor: Actor, _ filter: LedgerFilter = LedgerFilter()) async throws -> LedgerPage {
        try await house.authorise(actor, .readLedger)
        try await record(actor, filter)
        let hidden = try await house.store.read { session in try HiddenMatters(session, actor) }
        let found = try await LedgerScan(store: house.store).newest(
            before: filter.before, limit: Self.pageSize, seen: hidden.seen, fits: { filter.fits($0) }, isPast: { filter.isPast($0) })
        let snapshot = house.directory.snapshot
        let entries = found.entries.map(\.entry)
        let names = try await house.store.read { session in try LedgerNames(session, entries, for: actor) }
        return LedgerPage(lines: found.entries.map { LedgerLine($0.number, $0.entry, snapshot, names) }, next: found.next)
    }

    /// Who has looked at a concern: agencies and times for whoever may read it, names for auditors and for the person who has taken it.
    ///
    /// With a `reference`, only where it is that concern's: a made-up address must not show one concern's looks under another's name.
    /// Throws `refused`, `notFound`.
    public func looks(_ actor: Actor, at concern: RecordID, reference: String? = nil) async throws -> Looks {
        try await house.recordingRefusals(actor, concern) {
            let asked = try await begin(actor, concern, reference)
            let found = try await LedgerScan(store: house.store).newest(
                before: nil, limit: .max, fits: { asked.isLook($0) }, isPast: { $0.at < asked.since })
            let snapshot = house.directory.snapshot
            let looks = found.entries.map { _, entry in
                let line = LedgerLine(0, entry, snapshot)
                return Look(
                    agencyName: line.agencyName, name: asked.names(entry) ? line.actorName : nil, at: line.at, act: line.act,
                    purpose: line.purpose)
            }
            return Looks(looks: looks, isWhole: found.next == nil)
        }
    }

    /// The newest signed checkpoint, to be kept outside; nil before the first. It says nothing about anybody. Throws `refused`.
    public func checkpoint(_ actor: Actor) async throws -> String? {
        try await house.authorise(actor, .readLedger)
        return try await house.store.read { session in
            try session.first("SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1")?.text("note")
        }
    }

    /// The codes of a filter stand in the entry, so only what is an id or looks like a code is taken.
    private func record(_ actor: Actor, _ filter: LedgerFilter) async throws {
        var codes: [String: String] = [:]
        if let act = filter.act {
            let isCode = act.utf8.count <= 40 && act.utf8.allSatisfy { (0x61...0x7a).contains($0) || $0 == 0x2d }
            guard isCode, !act.isEmpty else { throw ServiceError.invalid([FieldFault("act", .unknownCode)]) }
            codes["filter-act"] = act
        }
        codes["filter-actor"] = filter.actor?.description
        codes["filter-object"] = filter.object?.description
        codes["filter-from"] = filter.from.map { String($0.microseconds) }
        codes["filter-to"] = filter.to.map { String($0.microseconds) }
        codes["filter-before"] = filter.before.map { String($0) }
        let act = ActOfPerson(.consult, by: actor, to: .readLedger, at: house.now, purpose: "audit", codes: codes)
        try await house.store.write(act) { transaction in transaction.show("ledger", "entries") }
    }

    /// Authorises and records in one transaction, and says what to look for.
    private func begin(_ actor: Actor, _ concern: RecordID, _ reference: String?) async throws -> LooksAsked {
        let isAuditor = AccessPolicy.decide(actor, .readLedger).isAllowed
        let house = house
        let act = ActOfPerson(.consult, by: actor, to: .readLedger, at: house.now, purpose: "who-looked")
        return try await house.store.write(act) { transaction in
            let session = transaction.session
            transaction.show("concern", concern.description)
            let key: [SQLValue] = [.text(concern.description)]
            let columns = "reference, received_at, taken_by, reporter_id"
            guard let row = try session.first("SELECT \(columns) FROM concern WHERE id = $1", key) else {
                throw ServiceError.notFound
            }
            if let reference, try Reference(reference)?.description != row.text("reference") { throw ServiceError.notFound }
            var knowsReporter = isAuditor
            if isAuditor {
                // Whoever is named in a matter does not learn who looked at it, auditor or not.
                let facts = try FactsReader.facts(session, concern, now: house.now)
                guard facts?.isShutOut(actor) == false else { throw ServiceError.notFound }
            } else {
                let (facts, _) = try house.authorise(transaction, actor, .readConcern, concern)
                knowsReporter = AccessPolicy.decide(actor, .readSource, facts).isAllowed
            }
            let records = try session.query("SELECT DISTINCT id FROM record WHERE concern_id = $1", key).map { try $0.text("id") }
            return LooksAsked(
                objects: Set(records + [concern.description]),
                // Entries are numbered in the order of their commits, which may differ a little from that of their times.
                since: try row.integer("received_at") - 600_000_000,
                withNames: try isAuditor || row.optionalRecordID("taken_by") == actor.account,
                nameless: knowsReporter ? nil : try row.optionalText("reporter_id"))
        }
    }
}

extension House {
    /// Reading the ledger.
    public var ledgerDesk: LedgerDesk { LedgerDesk(house: self) }
}

/// What a question "who has looked" looks for.
private struct LooksAsked: Sendable {
    let objects: Set<String>
    let since: Int64
    let withNames: Bool
    /// Who reported, where that is a right of its own that the reader has not: they look at what came of it, and their name would say so.
    let nameless: String?

    func names(_ entry: LedgerEntry) -> Bool { withNames && (nameless == nil || entry.actor != nameless) }

    func isLook(_ entry: LedgerEntry) -> Bool {
        // A protected enquiry is told to nobody, not as a look without a name either.
        if entry.purpose == ProtectedEnquiry.purpose { return false }
        return switch entry.act {
        case .consult, .search, .breakGlass, .disclose, .export: entry.objects.contains { objects.contains($0.id) }
        default: false
        }
    }
}

extension LedgerFilter {
    /// Whether an entry is one that is looked for.
    func fits(_ entry: LedgerEntry) -> Bool {
        if let act, entry.act.rawValue != act { return false }
        if let actor, entry.actor != actor.description { return false }
        if let from, entry.at < from.microseconds { return false }
        if let to, entry.at >= to.microseconds { return false }
        // The key of a row with versions holds its id and more.
        if let object, !entry.objects.contains(where: { $0.id.contains(object.description) }) { return false }
        return true
    }

    /// Whether this entry and all before it were done too early. Entries are numbered in the order of their commits, which may differ a
    /// little from that of their times.
    func isPast(_ entry: LedgerEntry) -> Bool { from.map { entry.at < $0.microseconds - 600_000_000 } ?? false }
}

extension LedgerLine {
    /// An entry with the names that the directory knows.
    init(_ number: Int64, _ entry: LedgerEntry, _ snapshot: DirectorySnapshot, _ names: LedgerNames = LedgerNames()) {
        let account = RecordID(entry.actor)
        self.init(
            number: number, at: Instant(microseconds: entry.at), act: entry.act.rawValue, actor: account,
            actorName: entry.actor.isEmpty ? "" : snapshot.name(of: account),
            agencyName: RecordID(entry.agency).map { snapshot.name(ofAgency: $0) } ?? "", role: entry.role, purpose: entry.purpose,
            outcome: entry.outcome,
            objects: entry.objects.map {
                LedgerObject(kind: $0.kind, id: $0.id, written: $0.digest != nil, name: names.name($0, snapshot))
            },
            codes: entry.codes)
    }
}
