// SPDX-License-Identifier: Apache-2.0

/// Pairs of which somebody has said whether they are of one person.
public struct LabelledPairs: Sendable {
    /// Pairs named one by one: ids and the answer.
    let pairs: [(left: String, right: String, isMatch: Bool)]
    /// The person of each id, where whole groups were said: every pair of these records is labelled.
    let people: [String: String]

    /// Labels from a table: `id_l,id_r,is_match` (1, 0, yes, no, true, false), or `id,cluster`.
    ///
    /// - Throws: `RegisterError.model` when the columns are others or an answer is none.
    public init(_ table: PlainTable) throws(RegisterError) {
        func column(_ names: String...) -> Int? { names.lazy.compactMap { table.column($0) }.first }
        if let left = column("id_l", "left"), let right = column("id_r", "right"),
            let answer = column("is_match", "match", "label", "answer")
        {
            var pairs: [(String, String, Bool)] = []
            for (line, row) in table.rows.enumerated() {
                guard row.count > max(left, right, answer) else { continue }
                switch row[answer].lowercased() {
                case "1", "yes", "true", "y", "match": pairs.append((row[left], row[right], true))
                case "0", "no", "false", "n", "non-match": pairs.append((row[left], row[right], false))
                case "", "?", "unsure": continue
                default: throw .model(reason: "the answer on line \(line + 2) of the labels is neither yes nor no")
                }
            }
            self.pairs = pairs
            people = [:]
        } else if let id = column("id"), let person = column("cluster", "person", "entity") {
            pairs = []
            people = Dictionary(
                table.rows.compactMap { $0.count > max(id, person) ? ($0[id], $0[person]) : nil }, uniquingKeysWith: { first, _ in first })
        } else {
            throw .model(reason: "labels need the columns id_l, id_r and is_match, or id and cluster")
        }
    }
}
