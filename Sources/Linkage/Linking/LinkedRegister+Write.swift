// SPDX-License-Identifier: Apache-2.0

extension LinkedRegister {
    /// Copies of one row beyond which their pairs are not listed one by one.
    static let listedCopies = 200

    /// Writes `clusters.csv` (id,cluster; a cluster is named after one of its records) and `pairs.csv` (id_l,id_r,match_weight,
    /// match_probability; every pair stated at `floor` or more) into a folder, with `model.json` and `card.md`.
    public func write(to folder: String, floor: Double = 0.05) throws(RegisterError) {
        try writeClusters(folder + "/clusters.csv")
        try writePairs(folder + "/pairs.csv", floor)
        var json = try TableWriter(path: folder + "/model.json")
        try json.write(model.json[...])
        try json.close()
        var card = try TableWriter(path: folder + "/card.md")
        try card.write(LinkCard(self).text)
        try card.close()
    }

    private func writeClusters(_ path: String) throws(RegisterError) {
        var unitOf = [UInt32](repeating: 0, count: register.count)
        for unit in 0..<UInt32(prepared.count) { for record in members(unit) { unitOf[Int(record)] = unit } }
        // copies of a row that says too little to be one person's stay apart
        let holds = (0..<prepared.count).map { prepared.units.size($0) == 1 || tables.probability(ownPattern($0)) >= 0.5 }
        var table = try TableWriter(path: path)
        try table.write("id,cluster\n")
        for record in 0..<register.count {
            let unit = Int(unitOf[record])
            table.writeField(idBytes(record))
            try table.write(",")
            table.writeField(idBytes(holds[unit] ? Int(members(groups[unit]).first ?? 0) : record))
            try table.write("\n")
        }
        try table.close()
    }

    private func writePairs(_ path: String, _ floor: Double) throws(RegisterError) {
        var table = try TableWriter(path: path)
        try table.write("id_l,id_r,match_weight,match_probability\n")
        for pair in pairs where pair.probability >= floor {
            let tail = Self.tail(MatchWeight.microbits(tables, pair.pattern), pair.probability)
            for left in members(pair.left) { for right in members(pair.right) { try write(left, right, tail, to: &table) } }
        }
        for unit in 0..<prepared.count where prepared.units.size(unit) > 1 && prepared.units.size(unit) <= Self.listedCopies {
            let pattern = ownPattern(unit)
            let probability = tables.probability(pattern)
            if probability < floor || prepared.units.isJoin { continue }
            let tail = Self.tail(MatchWeight.microbits(tables, pattern), probability)
            let records = members(UInt32(unit))
            for first in records.indices {
                for second in records.indices where second > first { try write(records[first], records[second], tail, to: &table) }
            }
        }
        try table.close()
    }

    private func write(_ left: UInt32, _ right: UInt32, _ tail: String, to table: inout TableWriter) throws(RegisterError) {
        table.writeField(idBytes(Int(left)))
        try table.write(",")
        table.writeField(idBytes(Int(right)))
        try table.write(tail)
    }

    private static func tail(_ microbits: Int, _ probability: Double) -> String { ",\(MatchWeight.text(microbits)),\(probability)\n" }
}
