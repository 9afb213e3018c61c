// SPDX-License-Identifier: Apache-2.0

/// The card that goes with a result: what was linked, how, and what to be wary of. Holds no value of a record.
struct LinkCard {
    let text: String

    init(_ linked: LinkedRegister) {
        let answers = linked.answers()
        var lines = [
            "# Linkage card", "",
            "\(linked.register.count) records, \(linked.prepared.count) of them different, in \(linked.clusterCount) clusters; the largest has "
                + "\(linked.largestCluster) records.",
            "\(answers.link) pairs at .95 or more, \(answers.review) between .05 and .95 for a person to look at.", "", "## Columns", "",
            "| column | taken for | why |", "|---|---|---|",
        ]
        lines += linked.register.columns.map { "| \($0.name) | \($0.role.rawValue) | \($0.reason) |" }
        lines += linked.register.faults.sorted { $0.key < $1.key }.map { "- \($0.value) \($0.key)" }
        lines += ["", "## Rules", "", "| records that agree in | pairs | left to other rules |", "|---|---|---|"]
        lines += linked.counts.filter { $0.pairs > 0 }.map { "| \($0.rule) | \($0.pairs) | \($0.leftOut) |" }
        lines += ["", "## Kinds of pairs", "", "| kind | share of the pairs compared |", "|---|---|"]
        lines += linked.model.kinds.map { "| \($0.name.words) | \($0.share) |" }
        lines += [
            "",
            "Trained without labels on \(linked.model.trainingPairs) pairs in \(linked.model.rounds) rounds. Probabilities are those of the "
                + "model; check a sample by hand before deciding by them.",
        ]
        lines += Self.warnings(linked).map { "- **Wary:** \($0)" }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// What shows that training failed.
    static func warnings(_ linked: LinkedRegister) -> [String] {
        var warnings: [String] = []
        let matches = linked.model.kinds.filter(\.isMatch).reduce(0) { $0 + $1.share }
        let pairs = Double(linked.counts.reduce(0) { $0 + $1.pairs })
        if matches * pairs > 30 * Double(linked.register.count) {
            warnings.append("the kinds of one person hold more pairs than a register of this size should have")
        }
        if matches * pairs < 0.001 * Double(linked.register.count) { warnings.append("hardly any pair is of one person") }
        if linked.largestCluster > 200 { warnings.append("a cluster of \(linked.largestCluster) records: look at what they share") }
        if linked.prepared.units.starts.indices.dropLast().contains(where: { linked.prepared.units.size($0) > LinkedRegister.listedCopies })
        {
            warnings.append("more than \(LinkedRegister.listedCopies) copies of one row: their pairs are not listed one by one")
        }
        return warnings
    }
}
