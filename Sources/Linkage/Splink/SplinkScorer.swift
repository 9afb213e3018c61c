// SPDX-License-Identifier: Apache-2.0

/// Scores pairs of the records of a table by a model of Splink's.
public struct SplinkScorer: Sendable {
    /// One step of a weight.
    public struct Term: Hashable, Sendable {
        /// The comparison; "prior" for what is said before anything is compared.
        public let name: String
        /// The level, by its label.
        public let level: String
        /// Bits.
        public let bits: Double
    }

    private let model: SplinkModel
    private let records: RecordTexts
    /// For each column of the model, the share of the records that hold each value among those that hold any.
    private let frequencies: [Int: [[UInt8]: Double]]

    /// A scorer of the records of a table; frequencies are those of the table.
    ///
    /// - Throws: `RegisterError.noColumn` when the table lacks a column of the model.
    public init(_ model: SplinkModel, records: RecordTexts) throws(RegisterError) {
        self.model = model
        self.records = records
        var frequencies: [Int: [[UInt8]: Double]] = [:]
        for column in model.frequencyColumns {
            var counts: [[UInt8]: Int] = [:]
            for record in 0..<records.count { if let value = records.values[record][column] { counts[value, default: 0] += 1 } }
            let known = Double(counts.values.reduce(0, +))
            frequencies[column] = counts.mapValues { Double($0) / known }
        }
        self.frequencies = frequencies
    }

    /// The steps of the weight of two records, by their ids; they add up to it. Nil when there is no such record, or when no level holds.
    public func terms(_ left: String, _ right: String) -> [Term]? {
        guard let one = records.places[left], let two = records.places[right] else { return nil }
        let (first, second) = (records.values[one], records.values[two])
        var terms = [Term(name: "prior", level: "", bits: model.prior)]
        for (comparison, saved) in zip(model.comparisons, model.settings.comparisons) {
            guard let place = comparison.levels.firstIndex(where: { $0.condition.holds(first, second) == true }) else { return nil }
            let level = comparison.levels[place]
            let bits = level.weight + (level.frequency.map { adjustment($0, first, second) } ?? 0)
            terms.append(Term(name: comparison.name, level: saved.levels[place].label ?? saved.levels[place].sqlCondition, bits: bits))
        }
        return terms
    }

    /// The match weight of two records in bits, by their ids.
    public func weight(_ left: String, _ right: String) -> Double? { terms(left, right)?.reduce(0) { $0 + $1.bits } }

    /// What a rare value adds: the frequency of the more usual of both against u of exact agreement.
    private func adjustment(_ frequency: SplinkModel.Frequency, _ left: [[UInt8]?], _ right: [[UInt8]?]) -> Double {
        let shares = [left, right].compactMap { record in record[frequency.column].flatMap { frequencies[frequency.column]?[$0] } }
        guard let share = shares.max() else { return 0 }
        return frequency.share * (frequency.against - binaryLogarithm(max(share, frequency.least)))
    }
}
