// SPDX-License-Identifier: Apache-2.0

extension Register {
    /// What speaks for and against two records being of one person, by a model; nil when there is no such record.
    public func explain(_ left: String, _ right: String, by model: PairModel) -> PairExplanation? {
        guard let one = record(withID: left), let two = record(withID: right) else { return nil }
        let pattern = rows.withUnsafeBufferPointer { rows in
            rows.baseAddress.map {
                PairComparer(register: PreparedRegister(self)).pattern($0 + one * RowLayout.width, $0 + two * RowLayout.width)
            } ?? 0
        }
        return PairExplanation(left: left, right: right, pattern: pattern, model.tables)
    }
}
