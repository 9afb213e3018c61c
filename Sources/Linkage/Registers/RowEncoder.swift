// SPDX-License-Identifier: Apache-2.0

/// Turns the fields of one record into a row of numbers.
struct RowEncoder {
    private let columns: [RegisterColumn]
    private let idColumn: Int?
    private let hasNameParts: Bool
    /// For each column, which category it is.
    private let categoryPlaces: [Int]
    private let addressWords = AddressWords()
    private var scratch: [UInt8] = []
    private var second: [UInt8] = []
    private var address: [UInt8] = []
    private var whole: [UInt8] = []

    init(_ columns: [RegisterColumn]) {
        self.columns = columns
        idColumn = columns.firstIndex { $0.role == .id }
        hasNameParts = columns.contains { $0.role == .given } || columns.contains { $0.role == .family }
        var next = 0
        categoryPlaces = columns.map { column in
            guard column.role == .category else { return 0 }
            next += 1
            return next - 1
        }
    }

    /// Whether there is any column to compare.
    var comparesAnything: Bool { columns.contains { ![.id, .source, .ignored].contains($0.role) } }

    /// Adds the record that a cursor stands at.
    mutating func encode(_ cursor: CSVCursor, into register: inout Register) {
        let base = register.rows.count
        register.rows.append(contentsOf: repeatElement(0, count: RowLayout.width))
        if let idColumn, idColumn < cursor.fields.count, cursor.fields[idColumn].count > 0 {
            cursor.value(idColumn) { register.addID($0) }
        } else {
            Array(String(register.count + 1).utf8).withUnsafeBufferPointer { register.addID($0) }
        }
        address.removeAll(keepingCapacity: true)
        whole.removeAll(keepingCapacity: true)
        for place in columns.indices where place < cursor.fields.count && columns[place].role != .ignored && columns[place].role != .id {
            cursor.value(place) { bytes in
                if !RowValue.isNothing(bytes) { add(bytes, place, base, &register) }
            }
        }
        finishAddress(base, &register)
        finishNames(base, &register)
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ base: Int, _ register: inout Register) {
        switch columns[place].role {
        case .given: name(bytes, base + RowLayout.given, &register)
        case .family: name(bytes, base + RowLayout.family, &register)
        case .middle, .fullName:
            if !whole.isEmpty { whole.append(0x20) }
            RowValue.words(bytes, into: &scratch, limit: 120)
            whole.append(contentsOf: scratch)
        case .sex: register.rows[base + RowLayout.sex] = RowValue.sex(bytes)
        case .birthDate:
            if let date = RowValue.plainDate(bytes) ?? RowValue.date(bytes) {
                register.rows[base + RowLayout.birth] = date
            } else {
                register.faults["dates that can't be read", default: 0] += 1
            }
        case .houseNumber, .address:
            if !address.isEmpty { address.append(0x20) }
            address.append(contentsOf: bytes.prefix(200))
        case .town:
            RowValue.words(bytes, into: &scratch, limit: 60)
            register.rows[base + RowLayout.town] = Self.add(scratch, &register.towns)
        case .postcode:
            RowValue.code(bytes, into: &scratch, limit: 8)
            if scratch.count >= 2, !scratch.starts(with: "zz99".utf8) {
                register.rows[base + RowLayout.postcode] = Self.add(scratch, &register.postcodes)
            }
        case .phone:
            RowValue.phone(bytes, into: &scratch)
            register.rows[base + RowLayout.phone] = Self.add(scratch, &register.phones)
        case .email:
            RowValue.email(bytes, into: &scratch)
            register.rows[base + RowLayout.email] = scratch.contains(0x40) ? Self.add(scratch, &register.emails) : 0
        case .identifier:
            RowValue.code(bytes, into: &scratch)
            register.rows[base + RowLayout.identifier] = Self.add(scratch, &register.identifiers)
        case .category:
            RowValue.words(bytes, into: &scratch, limit: 60)
            let category = categoryPlaces[place]
            register.rows[base + RowLayout.category + category] = Self.add(scratch, &register.categories[category])
        case .id, .source, .ignored: break
        }
    }

    private static func add(_ value: [UInt8], _ table: inout ValueTable) -> UInt32 {
        value.isEmpty ? 0 : value.withUnsafeBufferPointer { table.add($0) }
    }

    private mutating func name(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ register: inout Register) {
        RowValue.name(bytes, into: &scratch)
        register.rows[place] = scratch.isEmpty ? 0 : scratch.withUnsafeBufferPointer { register.names.intern($0) }
    }

    private mutating func finishAddress(_ base: Int, _ register: inout Register) {
        if address.isEmpty { return }
        address.withUnsafeBufferPointer { addressWords.normalise($0, scratch: &second, into: &scratch) }
        register.rows[base + RowLayout.address] = Self.add(scratch, &register.addresses)
    }

    /// Whole names give the parts that have no column of their own; what is left are further names.
    private mutating func finishNames(_ base: Int, _ register: inout Register) {
        if whole.isEmpty { return }
        var words = whole.split(separator: 0x20)
        if !hasNameParts, let first = words.first {
            Array(first).withUnsafeBufferPointer { register.rows[base + RowLayout.given] = register.names.intern($0) }
            words.removeFirst()
            if let last = words.popLast() {
                Array(last).withUnsafeBufferPointer { register.rows[base + RowLayout.family] = register.names.intern($0) }
            }
        }
        let own = [RowLayout.given, RowLayout.family].flatMap { place in
            register.names.value(register.rows[base + place]) { Array($0).split(separator: 0x20).map(Array.init) }
        }
        scratch.removeAll(keepingCapacity: true)
        for word in words where word.count > 0 && !own.contains(where: { $0.elementsEqual(word) }) {
            if !scratch.isEmpty { scratch.append(0x20) }
            scratch.append(contentsOf: word)
        }
        register.rows[base + RowLayout.further] = Self.add(scratch, &register.further)
    }
}
