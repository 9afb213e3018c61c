// SPDX-License-Identifier: Apache-2.0

/// Recognises what the columns of a register say: by header first, by a sample of their values where the header says nothing.
enum RoleRecognition {
    /// The roles of the columns, those asked for first.
    static func columns(
        headers: [String], sample: [[[UInt8]]], asked: [ColumnRole: [String]]
    ) throws(RegisterError) -> [RegisterColumn] {
        for name in asked.values.joined() where !headers.contains(name) { throw .noColumn(named: name) }
        var columns: [RegisterColumn] = []
        for (place, header) in headers.enumerated() {
            let values = sample.compactMap { $0.count > place && !$0[place].isEmpty ? $0[place] : nil }
            if let role = asked.first(where: { $0.value.contains(header) })?.key {
                columns.append(RegisterColumn(name: header, role: role, reason: "asked for"))
            } else if let role = HeaderWords.role(of: header) {
                columns.append(RegisterColumn(name: header, role: role, reason: role == .ignored ? HeaderWords.answer : "its header"))
            } else {
                columns.append(byValues(header, values, records: sample.count))
            }
        }
        settle(&columns, asked: asked)
        return columns
    }

    private static func byValues(_ header: String, _ values: [[UInt8]], records: Int) -> RegisterColumn {
        func column(_ role: ColumnRole, _ reason: String) -> RegisterColumn { RegisterColumn(name: header, role: role, reason: reason) }
        guard values.count * 20 >= records, !values.isEmpty else { return column(.ignored, "almost always empty") }
        func most(_ test: ([UInt8]) -> Bool) -> Bool { values.count(where: test) * 10 >= values.count * 8 }
        let distinct = Set(values).count
        if most({ $0.contains(0x40) && $0.contains(0x2E) }) { return column(.email, "its values") }
        if most({ RowValue.date($0) != nil }) { return column(.birthDate, "its values") }
        if most(isPhone) { return column(.phone, "its values") }
        if most({ Postcode.normalised(String(decoding: $0, as: UTF8.self)).map { $0.withUnsafeBufferPointer(Postcode.isWhole) } ?? false })
        {
            return column(.postcode, "its values")
        }
        if most({ RowValue.sex($0) != 0 }), distinct <= 8 { return column(.sex, "its values") }
        if most({ $0.count > 40 }) { return column(.ignored, "long text") }
        if distinct == values.count, values.count > 20 { return column(.ignored, "no two records share a value") }
        return column(.category, "its values")
    }

    private static func isPhone(_ value: [UInt8]) -> Bool {
        let digits = value.count { (0x30...0x39).contains($0) }
        return (9...15).contains(digits) && value.allSatisfy { (0x30...0x39).contains($0) || "+-() ".utf8.contains($0) }
            && (value.first == 0x30 || value.first == 0x2B || value.first == 0x28)
    }

    /// One id, one of each role that has one column, three categories; the others are said and left out.
    private static func settle(_ columns: inout [RegisterColumn], asked: [ColumnRole: [String]]) {
        let several: [ColumnRole: Int] = [.address: 4, .category: RowLayout.categories, .middle: 2, .fullName: 2, .ignored: .max]
        for role in ColumnRole.allCases {
            let room = several[role] ?? 1
            var places = columns.indices.filter { columns[$0].role == role }
            places.sort { (columns[$0].reason == "asked for" ? 0 : 1, $0) < (columns[$1].reason == "asked for" ? 0 : 1, $1) }
            for place in places.dropFirst(room) {
                let spare = role == .town && columns.count { $0.role == .category } < RowLayout.categories
                columns[place].role = spare ? .category : .ignored
                columns[place].reason = spare ? "a second place" : "there is already enough of \(role.rawValue)"
            }
        }
        // "first_and_surname" beside its parts says nothing new
        let hasParts = columns.contains { $0.role == .given } && columns.contains { $0.role == .family }
        if hasParts {
            let whole = columns.indices.filter { columns[$0].role == .fullName }
            for place in whole where columns[place].name.lowercased().contains("and") && columns[place].reason != "asked for" {
                columns[place].role = .ignored
                columns[place].reason = "given and family name stand in columns of their own"
            }
        }
    }
}
