// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

/// What a file of the directory asks for, row by row, held against the directory as it stands and against the rows before.
struct DirectoryFilePlan: Sendable {
    /// One change of an entry: made of its row as it stands.
    struct Change: Sendable {
        let table: String
        let id: RecordID
        let set: @Sendable (SQLRow) throws -> KeyValuePairs<String, SQLValue>
    }

    let house: House
    let actor: Actor
    /// The agency whose rows these must be; nil for any.
    let agency: RecordID?
    let snapshot: DirectorySnapshot
    let now: Instant
    var outcome = DirectoryFileOutcome()
    var adding: [@Sendable (WriteTransaction) throws -> Void] = []
    var changes: [Change] = []
    var leaving: [RecordID] = []
    private var seen: Set<String> = []

    init(_ house: House, _ actor: Actor, agency: RecordID?) {
        self.house = house
        self.actor = actor
        self.agency = agency
        snapshot = house.directory.snapshot
        now = house.now
    }

    /// Takes up a row. All that is wrong with it is noted.
    mutating func take(_ row: DirectoryFileRow, _ kind: DirectoryFileKind) {
        do {
            switch kind {
            case .agencies: try takeAgency(row)
            case .areas: try takeArea(row)
            case .teams: try takeTeam(row)
            case .people: try takePerson(row)
            case .duty: try takeDuty(row)
            case .leavers: try takeLeaver(row)
            }
        } catch let fault as DirectoryFileFault {
            outcome.faults.append(fault)
        } catch ServiceError.invalid(let faults) {
            outcome.faults += faults.map { DirectoryFileFault(line: row.line, $0, columns: Self.columns(kind)) }
        } catch {
            outcome.faults.append(DirectoryFileFault(line: row.line, column: "", .notAccepted))
        }
    }

    /// The columns in which fields of entries stand that are called otherwise.
    private static func columns(_ kind: DirectoryFileKind) -> [String: String] {
        switch kind {
        case .duty: ["account": "person"]
        case .people: ["area": "role_area", "team": "role_team"]
        default: [:]
        }
    }

    /// Notes that an entry is named; a second time in the same file it is a fault.
    mutating func once(_ key: String, _ row: DirectoryFileRow, _ column: String) throws {
        guard seen.insert(key).inserted else { throw DirectoryFileFault(line: row.line, column: column, .twice) }
    }

    /// The entry of a row's id; nil where the row has none.
    func entry<Entry>(_ row: DirectoryFileRow, _ find: (RecordID) -> Entry?) throws -> Entry? {
        guard !row["id"].isEmpty else { return nil }
        guard let id = RecordID(row["id"]), let entry = find(id) else {
            throw DirectoryFileFault(line: row.line, column: "id", .unknownCode)
        }
        return entry
    }

    /// The one of these that has a name or an id. Throws where none has, or more than one.
    func named<Entry>(
        _ row: DirectoryFileRow, _ column: String, _ entries: some Sequence<Entry>, id: (Entry) -> RecordID, name: (Entry) -> String
    ) throws -> Entry {
        let text = row[column]
        if text.isEmpty { throw DirectoryFileFault(line: row.line, column: column, .missing) }
        let found = entries.filter { id($0).description == text || name($0).lowercased() == text.lowercased() }
        if found.count > 1 { throw DirectoryFileFault(line: row.line, column: column, .ambiguous) }
        guard let entry = found.first else { throw DirectoryFileFault(line: row.line, column: column, .unknownCode) }
        return entry
    }

    /// The agency of a row, which must be the one whose rows these are.
    func agency(_ row: DirectoryFileRow) throws -> Agency {
        let entry = try named(row, "agency", snapshot.agencies.values.filter { $0.isInForce(at: now) }, id: \.id, name: \.name)
        try own(entry.id, row, "agency")
        return entry
    }

    func own(_ agency: RecordID, _ row: DirectoryFileRow, _ column: String) throws {
        guard self.agency.map({ $0 == agency }) ?? true else { throw DirectoryFileFault(line: row.line, column: column, .otherAgency) }
    }

    private mutating func takeAgency(_ row: DirectoryFileRow) throws {
        let fields = try AgencyFields(
            name: row["name"], kind: row["kind"], legalRegime: row["legal_regime"], shareRule: row["share_rule"],
            retentionClass: row["retention_class"]
        ).checked(house.standard)
        let inForce = snapshot.agencies.values.filter { $0.isInForce(at: now) && $0.name.lowercased() == fields.name.lowercased() }
        if row["id"].isEmpty, inForce.count > 1 { throw DirectoryFileFault(line: row.line, column: "name", .ambiguous) }
        let old = try entry(row) { snapshot.agencies[$0] } ?? inForce.first
        try once("\(old?.id.description ?? fields.name.lowercased())", row, "name")
        guard let old else {
            let new = try NewAgency(house, fields, from: now)
            return add { try new.write(in: $0) }
        }
        let before = AgencyFields(
            name: old.name, kind: old.kind, legalRegime: old.legalRegime, shareRule: old.shareRule, retentionClass: old.retentionClass)
        let house = house
        change(before == fields, "agency", old.id) { try fields.changes(of: $0, house) }
    }

    private mutating func takeArea(_ row: DirectoryFileRow) throws {
        let old = snapshot.areas[row["code"]]
        let fields = try AreaFields(
            name: row["name"], deskName: row["desk_name"], deskPhone: row["desk_phone"], deskHours: row["desk_hours"]
        ).checked(house.standard, code: old == nil ? row["code"] : nil)
        try once(row["code"], row, "code")
        guard let old else {
            let new = try NewArea(house, code: row["code"], fields, from: now)
            return add { try new.write(in: $0) }
        }
        let before = AreaFields(name: old.name, deskName: old.deskName, deskPhone: old.deskPhone, deskHours: old.deskHours)
        let house = house
        change(before == fields, "area", old.id) { try fields.changes(of: $0, house) }
    }

    private mutating func takeTeam(_ row: DirectoryFileRow) throws {
        let agency = try agency(row)
        let area = row["area"].isEmpty ? nil : row["area"]
        let fields = try TeamFields(name: row["name"], kind: row["kind"], area: area, phone: row["phone"], hours: row["hours"])
            .checked(house.standard, snapshot, at: now, agency: agency.id)
        let same = snapshot.teams.values.filter {
            $0.isInForce(at: now) && $0.agency == agency.id && $0.name.lowercased() == fields.name.lowercased()
        }
        if row["id"].isEmpty, same.count > 1 { throw DirectoryFileFault(line: row.line, column: "name", .ambiguous) }
        let old = try entry(row) { snapshot.teams[$0] } ?? same.first
        if let old, old.agency != agency.id { throw DirectoryFileFault(line: row.line, column: "agency", .otherAgency) }
        try once("\(old?.id.description ?? "\(agency.id) \(fields.name.lowercased())")", row, "name")
        guard let old else {
            let new = try NewTeam(house, fields, agency: agency.id, from: now)
            return add { try new.write(in: $0) }
        }
        let before = TeamFields(name: old.name, kind: old.kind, area: old.area, phone: old.phone, hours: old.hours)
        let house = house
        change(before == fields, "team", old.id) { try fields.changes(of: $0, house) }
    }

    mutating func add(_ write: @escaping @Sendable (WriteTransaction) throws -> Void) {
        outcome.added += 1
        adding.append(write)
    }

    mutating func change(
        _ isSame: Bool, _ table: String, _ id: RecordID, _ set: @escaping @Sendable (SQLRow) throws -> KeyValuePairs<String, SQLValue>
    ) {
        guard !isSame else {
            outcome.unchanged += 1
            return
        }
        outcome.changed += 1
        changes.append(Change(table: table, id: id, set: set))
    }
}
